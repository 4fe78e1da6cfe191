import type { SdkEntry } from '../entry.ts';
import { comparable } from '../names/names.ts';
import type { SdkNaming } from './naming.ts';
import type { PlacedSdk, SdkProblem } from './problem.ts';

/** Names that two SDKs share, that are too short, or that prose uses for something else; exact names that belong to one SDK only. */
export function* nameProblems(placed: readonly PlacedSdk<SdkEntry>[], naming: SdkNaming): Generator<SdkProblem> {
  const names = new Map<string, PlacedSdk<SdkEntry>>();
  for (const { file, sdk } of placed) {
    const own = [
      ...Object.entries(sdk.name).map(([language, name]) => ({ field: `name.${language}`, name })),
      ...sdk.aliases.map((name) => ({ field: 'aliases', name })),
    ];
    for (const { field, name } of own) {
      const at = { file, entry: sdk.id, field };
      const key = comparable(name);
      const other = names.get(key);
      if (other === undefined) names.set(key, { file, sdk });
      else if (other.sdk !== sdk) yield { ...at, ...sharedName(name, other) };
      if (naming.everydayWords.has(name.toLowerCase())) yield { ...at, ...everyday(name) };
      else if ([...key].length < 2) yield { ...at, ...tooShort(name) };
    }
  }
  for (const field of ['components', 'nativeLibraries', 'metaData', 'assets', 'resources', 'domains', 'maven'] as const) {
    yield* sharedExactly(placed, field, (sdk) => (field === 'components' ? [...sdk.components, ...sdk.autoStart] : sdk[field]));
  }
  yield* sharedExactly(placed, 'plugins', ({ plugins }) =>
    Object.entries(plugins).flatMap(([runtime, list]) => list.map((name) => `${runtime}: ${name}`)),
  );
}

function* sharedExactly(
  placed: readonly PlacedSdk<SdkEntry>[],
  field: string,
  valuesOf: (sdk: SdkEntry) => readonly string[],
): Generator<SdkProblem> {
  const owners = new Map<string, PlacedSdk<SdkEntry>>();
  for (const { file, sdk } of placed) {
    for (const value of new Set(valuesOf(sdk))) {
      const other = owners.get(value);
      if (other === undefined) owners.set(value, { file, sdk });
      else
        yield {
          file,
          entry: sdk.id,
          field,
          wrong: {
            zh: `“${value}”已经属于 ${other.sdk.id}（${other.file}）`,
            en: `“${value}” belongs to ${other.sdk.id} (${other.file}) already`,
          },
          mend: {
            zh: '只留在真正带来它的那个 SDK；两个都带来的不能作证，两处都删去',
            en: 'keep it with the SDK that brings it; what both bring proves neither: take it out of both',
          },
        };
    }
  }
}

type Text = Pick<SdkProblem, 'wrong' | 'mend'>;

const sharedName = (name: string, other: PlacedSdk<SdkEntry>): Text => ({
  wrong: {
    zh: `名称“${name}”与 ${other.sdk.id}（${other.file}）相同（不计大小写、空格、标点和末尾的“SDK”）`,
    en: `the name “${name}” is also one of ${other.sdk.id} (${other.file}); case, blanks, marks and a last “SDK” do not count`,
  },
  mend: {
    zh: '政策里的名称只能指一个 SDK：只留在最常指的那个，或并成一个条目',
    en: 'a name in a policy means one SDK: keep it with the one that is meant most, or make one entry of both',
  },
});

const everyday = (name: string): Text => ({
  wrong: {
    zh: `“${name}”是日常用词，正文里多半不指这个 SDK`,
    en: `“${name}” is an everyday word: prose mostly means something else`,
  },
  mend: { zh: '写全称，例如“Adjust归因”“LINE SDK”', en: 'write the full name, as “Adjust GmbH” or “LINE SDK”' },
});

const tooShort = (name: string): Text => ({
  wrong: { zh: `名称“${name}”不足两个字`, en: `the name “${name}” has fewer than two letters` },
  mend: { zh: '写全称', en: 'write the full name' },
});
