import type { ContactDetails, ListingFacts } from '../../domain/facts/listing.ts';
import type { PackageFacts } from '../../domain/facts/package.ts';
import type { ComparedField, FieldChange } from '../../domain/review/version-comparison.ts';

/** Characters of a value that are shown; a description may have megabytes. */
const LONGEST = 4_000;

type Values = readonly (readonly [field: ComparedField, value: unknown])[];

/** Fields of the package that are not the same. */
export function compareIdentity(before: PackageFacts, after: PackageFacts): FieldChange[] {
  return changes(identityOf(before), identityOf(after));
}

/** Fields of the listing that are not the same. */
export function compareListings(before: ListingFacts, after: ListingFacts): FieldChange[] {
  return changes(listingOf(before), listingOf(after));
}

function identityOf({ identity, application, signing, coverage, ...facts }: PackageFacts): Values {
  return [
    ['packageName', identity.packageName],
    ['versionName', identity.versionName],
    ['versionCode', identity.versionCode],
    ['label', identity.label.zh ?? identity.label.default],
    ['format', facts.format],
    ['size', facts.size],
    ['minSdk', identity.minSdk],
    ['targetSdk', identity.targetSdk],
    ['compileSdk', identity.compileSdk],
    ['debuggable', application.debuggable],
    ['testOnly', application.testOnly ?? false],
    ['allowBackup', application.allowBackup],
    ['cleartextTraffic', application.networkSecurity?.cleartext ?? application.usesCleartextTraffic],
    ['launcher', facts.launcher],
    ['applicationClass', application.className],
    ['frameworks', listed(facts.frameworks)],
    ['packers', listed(facts.packers.map(({ packer }) => packer))],
    ['signatureSchemes', listed(signing.schemes)],
    ['coverage', coverage.level],
  ];
}

function listingOf({ app, developer, ...listing }: ListingFacts): Values {
  return [
    ['name', app.name],
    ['listedPackageName', app.packageName],
    ['listedVersionName', app.versionName],
    ['category', app.category],
    ['filingNumber', app.filingNumber],
    ['audience', app.audience],
    ['description', app.description],
    ['accounts', app.features?.accounts],
    ['personalisedRecommendation', app.features?.personalisedRecommendation],
    ['generativeAi', app.generativeAi ?? app.features?.generativeAi],
    ['faceRecognition', app.features?.faceRecognition],
    ['developerId', developer.id],
    ['developerName', developer.name],
    ['developerKind', developer.kind],
    ['creditCode', developer.creditCode],
    ['developerContact', contactOf(developer.contact)],
    ['complaints', contactOf(listing.complaints)],
    ['privacyPolicyUrl', listing.privacyPolicyUrl],
    ['listedPermissions', listed(listing.permissions?.map(({ name, purpose }) => named(name, purpose)))],
    ['listedSdks', listed(listing.sdks?.map(({ name, operator, purpose }) => named(name, operator, purpose)))],
  ];
}

function changes(before: Values, after: Values): FieldChange[] {
  return before.flatMap(([field, value], at): FieldChange[] => {
    const [left, right] = [textOf(value), textOf(after[at]![1])];
    return left === right ? [] : [{ field, before: short(left), after: short(right) }];
  });
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const short = (text: string | null): string | null =>
  text !== null && text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
const named = (name: string, ...more: readonly (string | undefined)[]): string =>
  [name, ...more.filter((part) => part !== undefined && part !== '')].join(' · ');
/** One a line and in order, so that another order is no change. */
const listed = (names: readonly string[] | undefined): string | null =>
  names === undefined || names.length === 0 ? null : [...new Set(names)].sort().join('\n');
const contactOf = (contact: ContactDetails | undefined): string | null =>
  contact === undefined ? null : listed(Object.values(contact).filter((value) => value !== undefined));
