import type { XmlElement } from '../binary/axml.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { type PartIdentity, readPartIdentity } from './part-identity.ts';

/** Kinds of splits that some part says it needs and no part is; a base that needs splits without saying which has none at all. */
export function findMissingSplits(parts: readonly PartIdentity[], observations: Observations): string[] {
  const present = new Set(parts.flatMap(({ types }) => types));
  const missing = [...new Set(parts.flatMap(({ requiredTypes }) => requiredTypes))].filter((type) => !present.has(type));
  const alone = parts.every(({ split }) => split === null);
  if (missing.length === 0 && alone && parts.some(({ isSplitRequired }) => isSplitRequired)) missing.push('isSplitRequired');
  for (const type of missing.slice(0, LIMITS.missingSplits)) {
    observations.gap('package', 'split-required-missing', type, {
      zh: `应用声明必须有的拆分包（${type}）不在包内`,
      en: `a split that the app says it needs (${type}) is not there`,
    });
  }
  return missing.slice(0, LIMITS.missingSplits);
}

/** What an APK that was handed in alone lacks of its app: a split lacks its base, a base may need splits. */
export function findMissingBeside(root: XmlElement, observations: Observations): string[] {
  const identity = readPartIdentity(root);
  if (identity.split === null) return findMissingSplits([identity], observations);
  const name = identity.split.slice(0, LIMITS.fileName);
  observations.gap('package', 'split-without-base', name, {
    zh: `这是应用的拆分包“${name}”，没有基础包，不能单独安装`,
    en: `this is the split "${name}" of an app; without its base it cannot be installed`,
  });
  return ['base'];
}
