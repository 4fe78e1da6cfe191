import type { PackageFacts } from '../../domain/facts/package.ts';
import type { XmlElement } from '../binary/axml.ts';
import type { Observations } from '../observations.ts';
import { plainAttribute } from './manifest.ts';
import type { ManifestValues } from './values.ts';

type Identity = PackageFacts['identity'];

/** SDK levels as the platform takes them: 1 where none is declared, the target at least what is declared as minimum. */
export function readSdkLevels(
  root: XmlElement,
  values: ManifestValues,
  observations: Observations,
): { minSdk: number | null; targetSdk: number | null } {
  // With several <uses-sdk> the platform lets each overwrite the one before.
  const declared = root.children.filter((child) => child.name === 'uses-sdk');
  const last = (name: 'minSdkVersion' | 'targetSdkVersion'): number | null | undefined => {
    const holder = declared.findLast((element) => values.attribute(element, name) !== undefined);
    const level = holder && values.integer(holder, name);
    if (level === null) noteCodename(name, values.text(holder!, name), observations);
    return level;
  };
  const minimum = last('minSdkVersion');
  const target = last('targetSdkVersion');
  const minSdk = minimum === undefined ? 1 : minimum;
  return { minSdk, targetSdk: target === undefined ? minSdk : target };
}

/** An unreleased system is declared by its code name, whose number nobody knows. */
function noteCodename(name: string, text: string | null, observations: Observations): void {
  observations.gap('manifest', 'sdk-level-not-a-number', name, {
    zh: `${name} 不是数字（${text}），无法判断系统版本`,
    en: `${name} is no number (${text}); the system version is unknown`,
  });
}

/** Package name, versions and label. */
export function readIdentity(
  root: XmlElement,
  labelled: readonly XmlElement[],
  values: ManifestValues,
  observations: Observations,
): Identity {
  const { minSdk, targetSdk } = readSdkLevels(root, values, observations);
  const low = values.integer(root, 'versionCode');
  const high = values.integer(root, 'versionCodeMajor') ?? 0;
  return {
    packageName: plainAttribute(root, 'package'),
    versionName: values.text(root, 'versionName'),
    versionCode: low === null ? null : high * 2 ** 32 + (low >>> 0),
    label: readLabel(labelled, values),
    minSdk,
    targetSdk,
    compileSdk: values.integer(root, 'compileSdkVersion') ?? numberOrNull(plainAttribute(root, 'platformBuildVersionCode')),
  };
}

/** The label of the first element that has one: the application's, else that of the activity which the launcher shows. */
function readLabel(elements: readonly XmlElement[], values: ManifestValues): Identity['label'] {
  const holder = elements.find((element) => values.attribute(element, 'label') !== undefined);
  if (!holder) return { zh: null, default: null };
  return { zh: values.text(holder, 'label', 'zh'), default: values.text(holder, 'label') };
}

function numberOrNull(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
