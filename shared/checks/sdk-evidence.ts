import type { Evidence } from '../domain/evidence.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import type { Bilingual } from '../domain/text.ts';
import type { DetectedSdk, SdkStart } from '../knowledge/sdks/detection/detected.ts';

/**
 * Where a detected SDK is in the package: its packages with the classes in them, packages that a shrinker has renamed, its components, its
 * native libraries, other things that only it has.
 */
export function sdkEvidence(detected: DetectedSdk, facts: PackageFacts, limit = 5): Evidence[] {
  const { traces } = detected;
  const evidence: Evidence[] = [
    ...detected.packages.map(({ prefix, classes }): Evidence => ({ type: 'code', target: prefix, count: classes })),
    ...detected.renamed.map(({ package: name, matched }): Evidence => ({ type: 'code', target: name, count: matched })),
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
    ...traces.plugins.map((name): Evidence => ({ type: 'package', entry: name, detail: `${detected.sdk.id}, plugin` })),
    ...traces.metaData.map(
      (name): Evidence => ({ type: 'manifest', element: '/manifest/application', attribute: 'meta-data', value: name }),
    ),
    ...traces.assets.map((entry): Evidence => ({ type: 'package', entry, detail: detected.sdk.id })),
    ...traces.domains.map((host): Evidence => ({ type: 'code', target: host, count: 1 })),
  ];
  return evidence.slice(0, limit);
}

/** Where it was found, in words: `com.umeng.analytics（120 个类），版本 9.4.0`. */
export function whereFound({ packages, renamed, components, nativeLibraries, traces, versions }: DetectedSdk): Bilingual {
  const code = packages.slice(0, 3);
  const hidden = code.length > 0 ? [] : renamed.slice(0, 2);
  const named = [
    ...components.map(({ name }) => name),
    ...nativeLibraries,
    ...[...traces.plugins, ...traces.metaData, ...traces.assets, ...traces.domains],
  ].slice(0, code.length + hidden.length > 0 ? 0 : 3);
  const version = versions.find(({ sure }) => sure)?.value;
  return {
    zh:
      [
        ...code.map(({ prefix, classes }) => `${prefix}（${classes} 个类）`),
        ...hidden.map(({ package: name, matched, of }) => `改名后的代码 ${name}（特征 ${matched}/${of}）`),
        ...named,
      ].join('、') + (version === undefined ? '' : `，版本 ${version}`),
    en:
      [
        ...code.map(({ prefix, classes }) => `${prefix} (${classes} classes)`),
        ...hidden.map(({ package: name, matched, of }) => `renamed code ${name} (${matched} of ${of} features)`),
        ...named,
      ].join(', ') + (version === undefined ? '' : `, version ${version}`),
  };
}

/** The way by which an SDK is started, as evidence. */
export function startEvidence({ sdk, start }: DetectedSdk): Evidence[] {
  return start === null ? [] : [wayEvidence(start, sdk.id)];
}

function wayEvidence({ use, path, entry, target }: SdkStart, sdk: string): Evidence {
  const last = path.steps.at(-1);
  return {
    type: 'code',
    target,
    ...(use?.constant === undefined ? {} : { constant: use.constant }),
    ...(last === undefined ? {} : { caller: { class: last.class, method: last.method, offset: last.offset } }),
    count: use?.count ?? 1,
    reachedFrom: {
      kind: entry.kind,
      class: entry.class,
      steps: Math.max(0, path.steps.length - 1),
      guard: path.guard?.name ?? null,
      path: path.steps,
    },
    // Without a step the entry point is the SDK's own component.
    ...(last === undefined ? { owner: { kind: 'sdk' as const, sdk } } : {}),
  };
}
