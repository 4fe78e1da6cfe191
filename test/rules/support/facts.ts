import type { ListingFacts } from '../../../shared/domain/facts/listing.ts';
import type { PackageFacts } from '../../../shared/domain/facts/package.ts';
import type { PolicyFacts } from '../../../shared/domain/facts/policy.ts';
import type { PolicyUnderstanding } from '../../../shared/domain/facts/policy-understanding.ts';
import { NO_RECORDS, type RecordFacts } from '../../../shared/domain/facts/records.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import { listingSchema } from '../../../shared/knowledge/listing-schema.ts';
import { noPolicy } from '../../../shared/policy/index.ts';
import { type EntryDefaults, overlay, type Plain } from './overlay.ts';

/** An app that gives no rule a reason to speak: nothing declared, nothing called, everything read. */
export const NEUTRAL_PACKAGE: PackageFacts = {
  schema: 'package-facts/2',
  inspector: 'test',
  format: 'apk',
  platform: 'android',
  sha256: 'a'.repeat(64),
  size: 1_000_000,
  identity: {
    packageName: 'com.example.app',
    versionName: '1.0.0',
    versionCode: 1,
    label: { zh: '示例应用', default: 'Example' },
    minSdk: 24,
    targetSdk: 35,
    compileSdk: 35,
  },
  permissions: [],
  impliedPermissions: [],
  definedPermissions: [],
  features: [],
  queries: { packages: [], intents: 0, providers: [] },
  application: {
    className: null,
    debuggable: false,
    allowBackup: false,
    usesCleartextTraffic: false,
    networkSecurityConfig: null,
    metaData: [],
  },
  components: [],
  launcher: 'com.example.app.MainActivity',
  code: {
    dexFiles: [{ entry: 'classes.dex', version: '035', bytes: 100_000, classes: 100, methods: 1_000, strings: 1_000 }],
    packages: [{ name: 'com.example.app', classes: 100, methods: 1_000 }],
    apiUses: [],
    dynamicLoading: [],
    hosts: [],
  },
  scripts: [],
  nativeLibraries: [],
  frameworks: [],
  packers: [],
  consentScreens: [],
  texts: [],
  modules: [],
  nested: [],
  nestedCount: 0,
  harmony: null,
  quickApp: null,
  signing: { schemes: ['v2'], signers: [], verified: 'not-checked' },
  tampering: [],
  entries: { count: 10, names: [] },
  coverage: { level: 'full', reasons: [] },
  gaps: [],
};

/** Long enough for its silence to prove something, and silent about everything that a rule looks for. */
const FILLER = '我们珍惜每一位朋友的支持，并将继续努力做得更好。'.repeat(25);
const SILENT_TEXT = `示例应用隐私政策。${FILLER}`;

/** A policy that was read and says nothing of its own; cases add what they need, or give a text. */
export const NEUTRAL_POLICY: PolicyFacts = {
  ...noPolicy(),
  schema: 'policy-facts/1',
  reader: 'test',
  source: { kind: 'file', sha256: 'b'.repeat(64), bytes: 3_000 },
  outcome: 'read',
  reason: null,
  text: SILENT_TEXT,
  hanShare: 1,
  script: 'simplified',
  title: '隐私政策',
};

export const NEUTRAL_LISTING: ListingFacts = {
  schema: 'listing-facts/1',
  app: {
    name: '示例应用',
    packageName: 'com.example.app',
    versionName: '1.0.0',
    category: 38,
    filingNumber: '粤ICP备12345678号-2A',
  },
  developer: { id: 'dev-1', name: '示例科技（深圳）有限公司' },
};

const mention = { range: [0, 1], confidence: 0.9 };

/** Nothing understood beyond single mentions, in a text that is easy to read. */
const NEUTRAL_UNDERSTANDING: PolicyUnderstanding = {
  sentences: [],
  statements: [],
  parts: [],
  readability: {
    ...{ characters: 3_000, meanSentence: 30, longestSentence: 80, headings: 8, summary: false },
    ...{ smallPrint: null, emphasised: null },
  },
};

const UNDERSTANDING_ENTRIES: Readonly<Record<string, EntryDefaults>> = {
  statements: {
    defaults: { ...mention, detail: '', kind: '' },
    optional: [
      ...['period', 'place', 'stance', 'name', 'named', 'relation', 'right', 'way', 'unreasonable', 'state', 'matter'],
      ...['channel', 'formula'],
    ],
  },
  sentences: { defaults: { range: [0, 1], topics: [], important: false, risk: false } },
  parts: {
    defaults: {
      ...{ kind: 'other', title: '', url: null, outcome: 'read', reason: null, range: null, sha256: null, bytes: 0 },
      ...{ status: null, rendered: false },
    },
  },
};

const API_USE: EntryDefaults = {
  defaults: { target: '', apis: [], permissions: [], piTypes: [], count: 1, callers: [] },
  optional: ['constant', 'reachable'],
};

/** Facts that a package may be without. */
const PACKAGE_OPTIONAL = [
  ...['declaredClasses', 'entryPoints', 'reflection', 'urls', 'keys', 'graph'].map((key) => `code.${key}`),
  ...['startCalls', 'packageEntries', 'prints'].map((key) => `code.${key}`),
  ...['versions', 'plugins'],
  ...['networkSecurity', 'backupRules', 'testOnly', 'requestLegacyExternalStorage', 'process'].map((key) => `application.${key}`),
  ...['appComponentFactory', 'sharedUserId', 'icon', 'libraries'].map((key) => `application.${key}`),
  ...['results', 'lineage', 'profile'].map((key) => `signing.${key}`),
];

const PACKAGE_ENTRIES: Readonly<Record<string, EntryDefaults>> = {
  permissions: {
    defaults: { name: '', element: 'uses-permission', place: '/manifest/uses-permission[1]' },
    optional: ['maxSdkVersion', 'neverForLocation', 'reason', 'usedScene', 'module'],
    fromString: (name) => ({ name }),
  },
  components: {
    defaults: {
      kind: 'activity',
      name: 'com.example.app.Part',
      exported: false,
      enabled: true,
      intentFilters: [],
      metaData: [],
      place: '/manifest/application/activity[1]',
    },
    optional: [
      ...['process', 'permission', 'readPermission', 'writePermission', 'authorities', 'initOrder', 'grantUriPermissions'],
      ...['foregroundServiceType', 'foregroundServiceTypes', 'exportedDeclared', 'targetActivity', 'extensionType', 'module'],
    ],
  },
  'code.apiUses': API_USE,
  'code.dynamicLoading': API_USE,
  'code.reflection': API_USE,
  'code.startCalls': API_USE,
  'code.packages': {
    defaults: { name: '', classes: 10, methods: 100 },
    optional: ['bodies', 'callers'],
    fromString: (name) => ({ name }),
  },
  versions: { defaults: { source: 'constant', subject: '', value: '', entry: 'classes.dex' } },
  plugins: { defaults: { runtime: 'cordova', name: '', version: null, entry: 'assets/www/cordova_plugins.js' } },
  nativeLibraries: {
    defaults: { abi: 'arm64-v8a', name: '', bytes: 10_000 },
    optional: ['buildId', 'strings', 'module'],
    fromString: (name) => ({ name }),
  },
  scripts: { defaults: { entry: 'assets/index.js', runtime: 'javascript', bytes: 1_000, modules: [], apis: [], hosts: [] } },
  texts: { defaults: { topics: [], text: '', place: '@string/text' }, fromString: (text) => ({ text }) },
  consentScreens: { defaults: { entry: 'res/layout/a.xml', name: 'a', topics: [], controls: [] } },
  modules: {
    defaults: { name: '', kind: 'feature', entry: '', bytes: 1_000, delivery: null, versionCode: null, signers: [] },
    fromString: (name) => ({ name }),
  },
  nested: {
    defaults: {
      ...{ entry: 'assets/a.apk', format: 'apk', bytes: 1_000, sha256: null, packageName: null, versionName: null },
      ...{ permissions: [], dexFiles: 1 },
    },
  },
  tampering: { defaults: { trick: '', place: '', detail: { zh: '手法', en: 'a trick' } }, optional: ['effect'] },
  gaps: {
    defaults: { code: 'test-gap', place: 'AndroidManifest.xml', message: { zh: '读不到', en: 'unreadable' }, affects: 'package' },
  },
};

const POLICY_ENTRIES: Readonly<Record<string, EntryDefaults>> = {
  operators: { defaults: { ...mention, name: '' }, fromString: (name) => ({ name }) },
  contacts: { defaults: { ...mention, kind: 'email', value: '' } },
  dates: { defaults: { ...mention, kind: 'updated', date: '' } },
  appNames: { defaults: { ...mention, name: '' }, fromString: (name) => ({ name }) },
  types: { defaults: { ...mention, type: '', negated: false }, fromString: (type) => ({ type }) },
  permissions: {
    defaults: { ...mention, permission: '', negated: false, term: '' },
    fromString: (permission) => ({ permission, term: permission }),
  },
  sdkRows: { defaults: { ...mention, name: '', operator: '', purpose: '', types: '', link: '' } },
  sdkMentions: { defaults: { ...mention, sdk: '', alias: '' }, fromString: (sdk) => ({ sdk, alias: sdk }) },
  provisions: { defaults: { item: '', state: 'absent', places: [] } },
  admissions: { defaults: { ...mention, kind: '' } },
  responseTimes: { defaults: { ...mention, amount: 0, unit: 'working-day' } },
  sections: { defaults: { title: '', level: 1, range: [0, 1] } },
  placeholders: { defaults: mention },
  gaps: { defaults: { code: 'test-gap', place: 'policy', message: { zh: '读不到', en: 'unreadable' }, affects: 'policy' } },
};

/** Package facts of a case: neutral ones where it says nothing, none where it says null. */
export function packageFacts(partial: Plain | undefined): PackageFacts | null {
  if (partial === null) return null;
  return overlay(NEUTRAL_PACKAGE, partial ?? {}, PACKAGE_ENTRIES, PACKAGE_OPTIONAL) as PackageFacts;
}

/**
 * Policy facts of a case, without `understanding` where it gives none. `{ read: text }` is read by the real reader, as a plain-text
 * file, `padded` with words that say nothing.
 */
export async function policyFacts(partial: Plain | undefined): Promise<PolicyFacts | null> {
  if (partial === null) return null;
  if (typeof partial === 'object' && 'read' in partial) {
    const { readPolicyDocument } = await import('../../../shared/policy/index.ts');
    const padding = 'padded' in partial && partial.padded === true ? `\n${FILLER}\n` : '';
    const bytes = new TextEncoder().encode(`${String(partial.read)}${padding}`);
    return readPolicyDocument({ bytes, mediaType: 'text/plain; charset=utf-8', fileName: null }, knowledge);
  }
  const optional = ['source.url', 'source.finalUrl', 'source.status', 'source.mediaType'];
  const { understanding, ...rest } = (partial ?? {}) as Record<string, Plain>;
  const facts = overlay(NEUTRAL_POLICY, rest, POLICY_ENTRIES, optional) as PolicyFacts;
  if (understanding === undefined) return facts;
  const understood = overlay(NEUTRAL_UNDERSTANDING, understanding, UNDERSTANDING_ENTRIES) as PolicyUnderstanding;
  return { ...facts, understanding: understood };
}

/** Listing facts of a case, validated as the door would. A key of `app` or `developer` set to null takes the neutral one away. */
export function listingFacts(partial: Plain | undefined): ListingFacts | null {
  if (partial === null) return null;
  const optional = [
    ...['app.audience', 'app.features', 'app.description', 'app.generativeAi', 'privacyPolicyUrl', 'permissions', 'sdks'],
    ...['developer.kind', 'developer.creditCode', 'developer.verified', 'developer.contact', 'complaints'],
    ...['accounts', 'personalisedRecommendation', 'generativeAi', 'faceRecognition'].map((key) => `app.features.${key}`),
  ];
  const merged = overlay(NEUTRAL_LISTING, partial ?? {}, {}, optional) as ListingFacts;
  const given = (part: object) => Object.fromEntries(Object.entries(part).filter(([, value]) => value !== null));
  const withoutNulls = { ...merged, app: given(merged.app), developer: given(merged.developer) };
  const { schema, ...input } = withoutNulls as unknown as ListingFacts;
  listingSchema.parse(input);
  return { schema, ...input } as ListingFacts;
}

const PREVIOUS = {
  submission: 'sub_previous',
  packageSha256: 'c'.repeat(64),
  versionName: '0.9.0',
  versionCode: 1,
  approvedOn: '2026-06-01',
  targetSdk: 35,
  permissions: [],
  signers: [],
};

const FILING = {
  registry: 'test',
  asked: '粤ICP备12345678号-2A',
  outcome: 'found',
  record: {
    number: '粤ICP备12345678号-2A',
    appName: '示例应用',
    operator: '示例科技（深圳）有限公司',
    status: 'active',
    packages: [{ platform: 'android', packageName: 'com.example.app', certificateMd5: null, publicKey: null }],
  },
};

/** Records of a case, reviewed on 2026-11-22: none where it says nothing; `previous` and `filing` are laid over neutral ones. */
export function recordFacts(partial: Plain | undefined): RecordFacts {
  const { previous, filing, ...rest } = (partial ?? {}) as Record<string, Plain>;
  return {
    ...NO_RECORDS,
    reviewedOn: '2026-11-22',
    ...rest,
    previous: previous == null ? null : (overlay(PREVIOUS, previous, {}, []) as RecordFacts['previous']),
    filing: filing == null ? null : (overlay(FILING, filing, {}, []) as RecordFacts['filing']),
  };
}
