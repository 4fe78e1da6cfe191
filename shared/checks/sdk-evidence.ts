import type { Evidence } from '../domain/evidence.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import type { Bilingual } from '../domain/text.ts';
import type { DetectedSdk } from '../knowledge/sdks/detect.ts';

/** Where a detected SDK is in the package: its packages with the classes in them, its components, its native libraries. */
export function sdkEvidence(detected: DetectedSdk, facts: PackageFacts, limit = 5): Evidence[] {
  const evidence: Evidence[] = [
    ...detected.packages.map(({ prefix, classes }): Evidence => ({ type: 'code', target: prefix, count: classes })),
    ...detected.components.map(
      ({ place, name }): Evidence => ({ type: 'manifest', element: place, attribute: 'android:name', value: name }),
    ),
    ...facts.nativeLibraries
      .filter(({ name }) => detected.nativeLibraries.includes(name))
      .map(
        ({ abi, name, bytes }): Evidence => ({
          type: 'package',
          entry: `${facts.platform === 'harmony' ? 'libs' : 'lib'}/${abi}/${name}`,
          detail: `${detected.sdk.id}, ${bytes} B`,
        }),
      ),
  ];
  return evidence.slice(0, limit);
}

/** Where it was found, in words: `com.umeng.analytics（120 个类）`. */
export function whereFound({ packages, components, nativeLibraries }: DetectedSdk): Bilingual {
  const code = packages.slice(0, 3);
  const named = [...components.map(({ name }) => name), ...nativeLibraries].slice(0, code.length > 0 ? 0 : 3);
  return {
    zh: [...code.map(({ prefix, classes }) => `${prefix}（${classes} 个类）`), ...named].join('、'),
    en: [...code.map(({ prefix, classes }) => `${prefix} (${classes} classes)`), ...named].join(', '),
  };
}
