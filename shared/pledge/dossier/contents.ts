import { childrenInDescription, childrenInName } from '../../checks/young-audience.ts';
import type { CheckName } from '../../domain/check.ts';
import type { ClauseId } from '../../domain/clause.ts';
import type { ListingFacts } from '../../domain/facts/listing.ts';
import type { Finding } from '../../domain/finding.ts';
import { bySeverity, SEVERITIES, type Severity } from '../../domain/severity.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { folded, shortened } from './folded.ts';

/** What the package itself says that it is. */
export interface PackageIdentity {
  readonly packageName: string | null;
  readonly versionName: string | null;
}

/** What a dossier is opened from. */
export interface DossierSource {
  readonly submission: string;
  readonly listing: ListingFacts;
  /** Null where the package could not be read. */
  readonly identity: PackageIdentity | null;
  readonly verdict: Pick<Verdict, 'decision' | 'findings'>;
  /** Whether an SDK of this id is known. */
  readonly knowsSdk: (id: string) => boolean;
}

/** What the queue is listed, narrowed and searched by: of the findings with effect, and of the app. */
export interface DossierContents {
  readonly verdict: 'reject' | 'review';
  readonly findings: Readonly<Record<Severity, number>>;
  readonly headline: Bilingual | null;
  readonly rules: readonly string[];
  readonly clauses: readonly ClauseId[];
  readonly checks: readonly CheckName[];
  readonly sdks: readonly string[];
  readonly appName: string;
  readonly packageName: string | null;
  readonly versionName: string | null;
  /** Number of the app type, as text. */
  readonly category: string;
  readonly developerId: string;
  readonly developerName: string | null;
  readonly children: boolean;
  /** Folded. */
  readonly search: string;
}

/** Names are untrusted; a row shows no more of them. Longer than anything that a listing may have, for packages say what they like. */
const MOST_NAME = 300;
const MOST_SEARCH = 1_500;
/** Of a verdict with thousands of different ones, no more are kept to be narrowed by. */
const MOST_VALUES = 200;

/** The dossier of a verdict; null for an approval, which nobody has to look at. Pure: the same from a stored verdict years later. */
export function dossierContents({ submission, listing, identity, verdict, knowsSdk }: DossierSource): DossierContents | null {
  if (verdict.decision === 'approve') return null;
  const { app, developer } = listing;
  const worst = verdict.findings.toSorted((a, b) => bySeverity(a.severity, b.severity))[0];
  const packageName = short(identity?.packageName ?? app.packageName ?? null);
  const names = [app.name, packageName, app.packageName, developer.name, developer.id, submission];
  return {
    verdict: verdict.decision,
    findings: countBySeverity(verdict.findings),
    headline: worst === undefined ? null : worst.title,
    rules: distinct(verdict.findings.map(({ rule }) => rule)),
    clauses: distinct(verdict.findings.flatMap(({ clauses }) => clauses)),
    checks: distinct(verdict.findings.map(({ check }) => check)),
    sdks: distinct(verdict.findings.flatMap((finding) => sdksOf(finding, knowsSdk))),
    appName: shortened(app.name, MOST_NAME),
    packageName,
    versionName: short(app.versionName ?? identity?.versionName ?? null),
    category: String(app.category),
    developerId: developer.id,
    developerName: short(developer.name ?? null),
    children: forChildren(listing),
    search: shortened(folded([...new Set(names.filter((name) => name != null))].join(' ')), MOST_SEARCH),
  };
}

/**
 * Whether minors use the app: the listing declares children or teenagers, or it declares nothing of the kind and name or store page say that
 * children do. A declaration of the wrong audience is a finding of its own; here it only decides how soon somebody looks.
 */
export function forChildren({ app }: Pick<ListingFacts, 'app'>): boolean {
  if (app.audience === 'children' || app.audience === 'teenagers') return true;
  return childrenInName(app.name) !== null || childrenInDescription(app.description ?? '') !== null;
}

function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return Object.fromEntries(SEVERITIES.map((severity) => [severity, count(severity)])) as Record<Severity, number>;
}

/** SDKs that a finding is about, by its subject (`<sdk>`, `<sdk> <component>`, `<information> <sdk>`), and those whose code makes the calls. */
function sdksOf(finding: Finding, knowsSdk: (id: string) => boolean): string[] {
  const inSubject = finding.subject.split(' ', 3).filter(knowsSdk);
  const inEvidence = finding.evidence.flatMap((evidence) => (evidence.type === 'code' ? (evidence.owner?.sdk ?? []) : []));
  return [...inSubject, ...inEvidence];
}

const short = (text: string | null): string | null => (text === null ? null : shortened(text, MOST_NAME));

function distinct<Value extends string>(values: readonly Value[]): Value[] {
  return [...new Set(values)].sort().slice(0, MOST_VALUES);
}
