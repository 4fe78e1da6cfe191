import type { Evidence } from '../domain/evidence.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import type { Bilingual } from '../domain/text.ts';
import { ownerOf } from '../knowledge/sdks/owner.ts';
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
}
const memo = new WeakMap<PackageFacts, Known>();

/**
 * Whose code a class is: the app's (it lies under the package name, or shares the company's namespace with it, the launcher or the
 * application class), a known SDK's, a base library's, or nobody's that we know. Names that a shrinker has shortened are unknown.
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

function judge(className: string, { identity: { packageName } }: PackageFacts, { knowledge, own }: Known): CodeOwner {
  // Before the SDKs: an SDK's own demo lies under the SDK's prefix, and its code is the app's all the same.
  if (packageName !== null && packageName.split('.').length > 2 && className.startsWith(`${packageName}.`)) return APP;
  const sdk = ownerOf(className, knowledge.sdks)?.sdk;
  // The base of a platform's services is listed as an SDK too; by itself it does what every app with these services does.
  const isBase = sdk === undefined || (sdk.category === 'tool' && sdk.collects !== 'yes');
  if (isBase && isLibrary(className, knowledge)) return LIBRARY;
  if (sdk !== undefined) return { kind: 'sdk', id: sdk.id, sdk, name: sdk.name };
  const namespace = namespaceOf(className);
  return namespace !== null && own.has(namespace) ? APP : UNKNOWN;
}

function isLibrary(className: string, { libraryNamespaces }: Knowledge): boolean {
  for (let end = className.indexOf('.'); end > 0; end = className.indexOf('.', end + 1)) {
    if (libraryNamespaces.has(className.slice(0, end))) return true;
  }
  return false;
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
