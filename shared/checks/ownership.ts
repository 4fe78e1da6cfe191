import type { Evidence } from '../domain/evidence.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import type { Bilingual } from '../domain/text.ts';
import { isLibraryName } from '../knowledge/sdks/detection/libraries.ts';
import { ownerOf } from '../knowledge/sdks/detection/owner.ts';
import { sdksIn } from '../knowledge/sdks/detection/sdks-in.ts';
import { renamedClasses } from '../knowledge/sdks/prints/renamed-classes.ts';
import type { Knowledge, SdkEntry } from '../knowledge/types.ts';

/** Whose code a class is, as far as its name tells. */
export interface CodeOwner {
  /** `library`: the platform's and language run times' own libraries, which call what apps tell them to. */
  readonly kind: NonNullable<Extract<Evidence, { type: 'code' }>['owner']>['kind'];
  /** `app`, `library`, `unknown` or the SDK's id: stable, so fit for a subject. */
  readonly id: string;
  readonly sdk: SdkEntry | null;
  readonly name: Bilingual;
}

const APP: CodeOwner = { kind: 'app', id: 'app', sdk: null, name: { zh: '应用自身代码', en: "the app's own code" } };
const LIBRARY: CodeOwner = { kind: 'library', id: 'library', sdk: null, name: { zh: '基础库', en: 'a base library' } };
const UNKNOWN: CodeOwner = {
  kind: 'unknown',
  id: 'unknown',
  sdk: null,
  name: { zh: '未能识别归属的代码', en: 'code whose owner is not known' },
};

/** First two segments that many owners share. */
const SHARED: ReadonlySet<string> = new Set([
  'com.github',
  'io.github',
  'com.gitee',
  'io.gitee',
  'com.gitlab',
  'com.example',
  'com.android',
]);

interface Known {
  readonly knowledge: Knowledge;
  readonly own: ReadonlySet<string>;
  readonly byClass: Map<string, CodeOwner>;
  /** What names do not tell; made when the first name tells nothing. */
  hidden?: Hidden;
}

/** SDKs under other names. */
interface Hidden {
  /** By the prefix of a copy below another's. */
  readonly copies: ReadonlyMap<string, CodeOwner>;
  readonly packages: ReadonlyMap<string, CodeOwner>;
  readonly classes: ReadonlyMap<string, CodeOwner>;
}
const memo = new WeakMap<PackageFacts, Known>();

/**
 * Whose code a class is: the app's (it lies under the package name, or shares the company's namespace with it, the launcher or the
 * application class), a known SDK's (by its name, as a copy below another prefix, or by the prints of renamed code), a base library's, or
 * nobody's that we know.
 */
export function codeOwner(className: string, facts: PackageFacts, knowledge: Knowledge): CodeOwner {
  let known = memo.get(facts);
  if (known?.knowledge !== knowledge) {
    known = { knowledge, own: ownNamespaces(facts), byClass: new Map() };
    memo.set(facts, known);
  }
  const found = known.byClass.get(className) ?? judge(className, facts, known);
  known.byClass.set(className, found);
  return found;
}

/** The owner as evidence tells it. */
export function ownerEvidence({ kind, sdk }: CodeOwner): NonNullable<Extract<Evidence, { type: 'code' }>['owner']> {
  return { kind, sdk: sdk?.id ?? null };
}

function judge(className: string, facts: PackageFacts, known: Known): CodeOwner {
  const { packageName } = facts.identity;
  const { knowledge, own } = known;
  // A shrinker may have put everything under the app's own name.
  const renamed = facts.code.prints === undefined ? undefined : hiddenIn(facts, known).classes.get(className);
  if (renamed !== undefined) return renamed;
  // Before the SDKs: an SDK's own demo lies under the SDK's prefix, and its code is the app's all the same.
  if (packageName !== null && packageName.split('.').length > 2 && className.startsWith(`${packageName}.`)) return APP;
  const sdk = ownerOf(className, knowledge.sdks)?.sdk;
  // The base of a platform's services is listed as an SDK too; by itself it does what every app with these services does.
  const isBase = sdk === undefined || (sdk.category === 'tool' && sdk.collects !== 'yes');
  if (isBase && isLibraryName(className, knowledge)) return LIBRARY;
  if (sdk !== undefined) return { kind: 'sdk', id: sdk.id, sdk, name: sdk.name };
  const hidden = ownerUnderOtherName(className, hiddenIn(facts, known));
  if (hidden !== undefined) return hidden;
  const namespace = namespaceOf(className);
  return namespace !== null && own.has(namespace) ? APP : UNKNOWN;
}

function hiddenIn(facts: PackageFacts, known: Known): Hidden {
  if (known.hidden !== undefined) return known.hidden;
  const detected = sdksIn(facts, known.knowledge);
  const byName = (names: (sdk: (typeof detected)[number]) => readonly string[], what: Bilingual) =>
    new Map(detected.flatMap((each) => names(each).map((name) => [name, underOtherName(each.sdk, what)] as const)));
  known.hidden = {
    copies: byName(({ copies }) => copies, COPY),
    packages: byName(({ renamed }) => renamed.map((code) => code.package), RENAMED),
    classes: new Map(
      [...renamedClasses(facts, known.knowledge, detected)].map(([name, sdk]) => [name, underOtherName(sdk, RENAMED)] as const),
    ),
  };
  return known.hidden;
}

const COPY: Bilingual = { zh: '副本', en: 'a copy' };
const RENAMED: Bilingual = { zh: '改名后的代码', en: 'renamed code' };

function underOtherName(sdk: SdkEntry, what: Bilingual): CodeOwner {
  return { kind: 'sdk', id: sdk.id, sdk, name: { zh: `${sdk.name.zh}（${what.zh}）`, en: `${sdk.name.en} (${what.en})` } };
}

function ownerUnderOtherName(className: string, { copies, packages }: Hidden): CodeOwner | undefined {
  for (const [prefix, owner] of copies) if (className.startsWith(`${prefix}.`)) return owner;
  return packages.get(className.slice(0, Math.max(0, className.lastIndexOf('.'))));
}

function ownNamespaces({ identity, launcher, application }: PackageFacts): ReadonlySet<string> {
  const names = [identity.packageName === null ? null : `${identity.packageName}.`, launcher, application.className];
  return new Set(names.flatMap((name) => (name === null ? [] : (namespaceOf(name) ?? []))));
}

/** `com.company` of `com.company.app.Main`, three segments where the second is shared; null for names too short to mean anything. */
function namespaceOf(className: string): string | null {
  const [first = '', second = '', third = '', ...rest] = className.split('.');
  if (third === '' && !className.endsWith('.')) return null;
  const two = `${first}.${second}`;
  if (SHARED.has(two)) return rest.length > 0 ? `${two}.${third}` : null;
  return second.length >= 2 && first.length >= 2 ? two : null;
}
