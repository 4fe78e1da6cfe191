import { ANDROID_ATTRIBUTES, type AndroidAttribute } from '../binary/android-attributes.ts';
import { FIRST_INTEGER, LAST_INTEGER, type XmlAttribute, type XmlElement } from '../binary/axml.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';

/** What the manifest of one part of an app says about which part it is. */
export interface PartIdentity {
  readonly packageName: string | null;
  /** With its major part; null where the manifest has none. */
  readonly versionCode: number | null;
  /** Name of the split; null for a base. */
  readonly split: string | null;
  /** For a configuration split: the feature that it belongs to, the empty string for the base; null for other parts. */
  readonly configFor: string | null;
  readonly isFeature: boolean;
  /** `android:isSplitRequired`, or the meta-data that bundletool writes for older systems: the base does not work alone. */
  readonly isSplitRequired: boolean;
  /** Kinds of splits that must be there (`base__abi`, `base__density`), and kinds that this one is (ApkLiteParseUtils, Android 13). */
  readonly requiredTypes: readonly string[];
  readonly types: readonly string[];
}

/** Reads the attributes of `<manifest>`. A configuration split says whom it serves, or is named as bundletool names it (`config.zh`). */
export function readPartIdentity(root: XmlElement): PartIdentity {
  const plain = (name: string) =>
    root.attributes.find((attribute) => attribute.id === 0 && attribute.name === name)?.text ?? null;
  const android = (name: AndroidAttribute) => root.attributes.find(({ id }) => id === ANDROID_ATTRIBUTES[name]);
  const low = integer(android('versionCode'));
  const split = plain('split') || null;
  const named =
    split === null ? null : (/^(?:(.*)\.)?config\.[^.]+$/.exec(split)?.[1] ?? (split.startsWith('config.') ? '' : null));
  return {
    packageName: plain('package'),
    versionCode: low === null ? null : (integer(android('versionCodeMajor')) ?? 0) * 2 ** 32 + (low >>> 0),
    split,
    configFor: plain('configForSplit') ?? named,
    isFeature: boolean(android('isFeatureSplit')),
    isSplitRequired: boolean(android('isSplitRequired')) || asksForSplits(root),
    requiredTypes: list(android('requiredSplitTypes')),
    types: list(android('splitTypes')),
  };
}

/** A part and where it lies, for what is noted about it. */
export interface PlacedIdentity {
  readonly place: string;
  readonly identity: PartIdentity;
}

/** Notes every part of another package or version than the base: Android installs none of a set in which one differs. */
export function noteMismatches(base: PartIdentity | null, parts: readonly PlacedIdentity[], observations: Observations): void {
  if (!base) return;
  for (const { place, identity } of parts) {
    const differs: string[] = [];
    if (identity.packageName !== base.packageName)
      differs.push(`package ${shown(identity.packageName)} ≠ ${shown(base.packageName)}`);
    if (identity.versionCode !== null && identity.versionCode !== base.versionCode) {
      differs.push(`versionCode ${identity.versionCode} ≠ ${base.versionCode}`);
    }
    if (differs.length > 0) noteMismatch(place, differs.join(', '), observations);
  }
}

/** @param differs what is not as in the base, in the words of the manifest */
export function noteMismatch(place: string, differs: string, observations: Observations): void {
  const detail = {
    zh: `该部分与基础包不一致（${differs}），系统拒绝安装这样的组合`,
    en: `this part is not as the base (${differs}); the system refuses such a set`,
  };
  observations.trick('split-mismatch', place, detail, 'install');
}

function shown(name: string | null): string {
  return name === null ? '-' : name.slice(0, LIMITS.fileName);
}

function asksForSplits(root: XmlElement): boolean {
  const application = root.children.find(({ name }) => name === 'application');
  const named = (element: XmlElement, name: AndroidAttribute) =>
    element.attributes.find(({ id }) => id === ANDROID_ATTRIBUTES[name]);
  const asks = application?.children.find(
    (child) => child.name === 'meta-data' && named(child, 'name')?.text === 'com.android.vending.splits.required',
  );
  return asks !== undefined && boolean(named(asks, 'value'));
}

function integer(attribute: XmlAttribute | undefined): number | null {
  if (!attribute) return null;
  if (attribute.type >= FIRST_INTEGER && attribute.type <= LAST_INTEGER) return attribute.data | 0;
  return attribute.text !== null && /^\d{1,10}$/.test(attribute.text) ? Number(attribute.text) : null;
}

function boolean(attribute: XmlAttribute | undefined): boolean {
  if (!attribute) return false;
  return attribute.text === null ? attribute.data !== 0 : attribute.text === 'true';
}

/** Names with commas between them; at most as many as there can be splits. */
function list(attribute: XmlAttribute | undefined): string[] {
  const names = (attribute?.text ?? '').split(',', LIMITS.modules).map((name) => name.trim());
  return names.filter((name) => name !== '');
}
