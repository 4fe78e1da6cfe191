import type { SdkEntry } from '../entry.ts';
import type { PlacedSdk, SdkProblem } from './problem.ts';

/** What an entry says that contradicts itself or that nothing supports. */
export function* claimProblems(placed: readonly PlacedSdk<SdkEntry>[]): Generator<SdkProblem> {
  for (const { file, sdk } of placed) {
    for (const problem of claimsOf(sdk)) yield { file, entry: sdk.id, ...problem };
  }
}

type Claim = Pick<SdkProblem, 'field' | 'wrong' | 'mend'>;

function* claimsOf(sdk: SdkEntry): Generator<Claim> {
  if (sdk.collects === 'no' && (sdk.piTypes.length > 0 || sdk.permissions.length > 0)) {
    yield {
      field: 'collects',
      wrong: {
        zh: '写了不收集（no），又列出个人信息或权限',
        en: 'it collects nothing (no), yet lists personal information or permissions',
      },
      mend: {
        zh: '改为 yes 或 unknown，或清空 piTypes 和 permissions',
        en: 'write yes or unknown, or empty piTypes and permissions',
      },
    };
  }
  if (sdk.collects === 'no' && sdk.profiling) {
    yield {
      field: 'profiling',
      wrong: { zh: '写了不收集，又写了用户画像', en: 'it collects nothing, yet builds profiles' },
      mend: { zh: '改为 yes，或去掉 profiling', en: 'write yes, or take profiling out' },
    };
  }
  if (sdk.collects === 'yes' && sdk.confidence === 'high' && sdk.operator === null) {
    yield {
      field: 'operator',
      wrong: {
        zh: '高置信地写了收集个人信息，却没有写运营者',
        en: 'it surely collects personal information, but no operator is named',
      },
      mend: {
        zh: '补上运营者的法定名称；查不到时把 confidence 降为 medium',
        en: 'add the legal name of the operator; if nobody knows it, lower confidence to medium',
      },
    };
  }
  if (sdk.consent !== null && sdk.source === null && sdk.privacyUrl === null) {
    yield {
      field: 'source',
      wrong: { zh: '写了同意开关，却没有出处', en: 'it says how to wait for consent, but not where that is documented' },
      mend: {
        zh: '在 source 写厂商合规文档的名称或网址，或补 privacyUrl',
        en: 'name the vendor’s document in source, or add privacyUrl',
      },
    };
  }
  if (sdk.autoStartSwitch !== null && sdk.autoStart.length === 0) {
    yield {
      field: 'autoStartSwitch',
      wrong: {
        zh: '写了自动启动的开关，却没有自动启动的组件',
        en: 'there is a switch for an automatic start, but nothing starts by itself',
      },
      mend: {
        zh: '在 autoStart 写出 ContentProvider，或删去开关',
        en: 'name the ContentProvider in autoStart, or take the switch out',
      },
    };
  }
  const { consent } = sdk;
  const members = [
    ...sdk.versionAt.map((member) => ({ field: 'versionAt', member })),
    ...(['before', 'start', 'tell'] as const).flatMap((part) =>
      (consent?.[part] ?? []).map((member) => ({ field: `consent.${part}`, member })),
    ),
  ];
  for (const { field, member } of members) {
    if (sdk.prefixes.some((prefix) => member.startsWith(`${prefix}.`))) continue;
    yield {
      field,
      wrong: { zh: `“${member}”不在本条目的任何前缀之内`, en: `“${member}” lies inside none of the entry’s prefixes` },
      mend: { zh: '改正类名，或在 prefixes 补上它的包', en: 'correct the class, or add its package to prefixes' },
    };
  }
  for (const [index, { below, from }] of sdk.badVersions.entries()) {
    if (from === null || order(from, below) < 0) continue;
    yield {
      field: `badVersions.${index}`,
      wrong: { zh: `下限 ${from} 不低于上限 ${below}`, en: `from ${from} is not lower than below ${below}` },
      mend: {
        zh: 'from 写首个有问题的版本，below 写首个修复的版本',
        en: 'from is the first version with the fault, below the first without',
      },
    };
  }
  if (hasNoTrace(sdk)) {
    yield {
      field: 'prefixes',
      wrong: { zh: '没有任何可以认出它的线索', en: 'nothing tells when it is in an app' },
      mend: {
        zh: '至少写一项：prefixes、components、nativeLibraries、plugins、metaData、assets、resources、domains 或 maven',
        en: 'give at least one of prefixes, components, nativeLibraries, plugins, metaData, assets, resources, domains and maven',
      },
    };
  }
}

function hasNoTrace(sdk: SdkEntry): boolean {
  const lists = [sdk.prefixes, sdk.components, sdk.autoStart, sdk.nativeLibraries, sdk.metaData, sdk.assets, sdk.resources];
  return [...lists, sdk.domains, sdk.maven, Object.keys(sdk.plugins)].every((list) => list.length === 0);
}

/** Numbers of two versions one after the other; what follows the numbers does not count. */
function order(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => (version.match(/\d+/g) ?? []).map(Number)) as [number[], number[]];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
