import type { SdkEntry } from '../entry.ts';
import type { SdkNaming } from './naming.ts';
import type { PlacedSdk, SdkProblem } from './problem.ts';

/** Shorter ones are met in renamed code by chance (`ms.bd`). */
const LEAST_LETTERS = 5;
const PREFIX = /^[a-z]\w*(\.\w+)+$/i;

interface Owner extends PlacedSdk<SdkEntry> {
  readonly prefix: string;
}

/** Prefixes that are malformed, too wide, another's, inside another of the same SDK, or inside another's that is no umbrella. */
export function* prefixProblems(placed: readonly PlacedSdk<SdkEntry>[], naming: SdkNaming): Generator<SdkProblem> {
  const owners = new Map<string, Owner>();
  for (const { file, sdk } of placed) {
    for (const prefix of sdk.prefixes) {
      const at = { file, entry: sdk.id, field: 'prefixes' };
      const wide = tooWide(prefix, naming);
      if (wide !== null) yield { ...at, ...wide };
      const other = owners.get(prefix);
      if (other === undefined) owners.set(prefix, { file, sdk, prefix });
      else yield { ...at, ...twice(prefix, other) };
    }
  }
  for (const { file, sdk } of placed) {
    for (const prefix of sdk.prefixes) {
      const cover = coverOf(prefix, owners);
      if (cover === null) continue;
      const at = { file, entry: sdk.id, field: 'prefixes' };
      if (cover.sdk === sdk) yield { ...at, ...insideOwn(prefix, cover) };
      else if (!cover.sdk.umbrella) yield { ...at, ...insideOther(prefix, cover) };
    }
  }
}

/** The nearest shorter prefix that covers one. */
function coverOf(prefix: string, owners: ReadonlyMap<string, Owner>): Owner | null {
  for (let end = prefix.lastIndexOf('.'); end > 0; end = prefix.lastIndexOf('.', end - 1)) {
    const owner = owners.get(prefix.slice(0, end));
    if (owner !== undefined) return owner;
  }
  return null;
}

type Text = Pick<SdkProblem, 'wrong' | 'mend'>;

function tooWide(prefix: string, naming: SdkNaming): Text | null {
  if (naming.libraryRoots.has(prefix)) return null;
  if (!PREFIX.test(prefix)) {
    return {
      wrong: { zh: `“${prefix}”不是包名前缀`, en: `“${prefix}” is no package prefix` },
      mend: {
        zh: '写成用点分开、至少两段的包名，末尾不加点和星号，例如 com.vendor.sdk',
        en: 'write a package of at least two parts with dots between, no dot or star at the end, as com.vendor.sdk',
      },
    };
  }
  if (naming.wholeVendors.has(prefix)) {
    return {
      wrong: {
        zh: `“${prefix}”是整个厂商或托管平台的命名空间，会误认别的产品`,
        en: `“${prefix}” is the namespace of a whole vendor or host and would take other products for this one`,
      },
      mend: { zh: '加上产品自己的那一段，例如 com.baidu.mobstat', en: 'add the part of the product, as com.baidu.mobstat' },
    };
  }
  if (prefix.replaceAll('.', '').length >= LEAST_LETTERS) return null;
  return {
    wrong: {
      zh: `“${prefix}”太短，会与混淆后的类名巧合相同`,
      en: `“${prefix}” is too short: renamed code carries such names by chance`,
    },
    mend: {
      zh: `加上下一段，使字母和数字不少于 ${LEAST_LETTERS} 个`,
      en: `add the next part, so that it has at least ${LEAST_LETTERS} letters and digits`,
    },
  };
}

const nameOf = ({ file, sdk }: Owner) => `${sdk.id}（${file}）`;
const englishNameOf = ({ file, sdk }: Owner) => `${sdk.id} (${file})`;

const twice = (prefix: string, other: Owner): Text => ({
  wrong: {
    zh: `前缀“${prefix}”已经属于 ${nameOf(other)}`,
    en: `the prefix “${prefix}” belongs to ${englishNameOf(other)} already`,
  },
  mend: {
    zh: '一个前缀只能属于一个 SDK：删去一处，或改成各自更长的前缀',
    en: 'a prefix belongs to one SDK: take it out of one, or give each a longer prefix of its own',
  },
});

const insideOwn = (prefix: string, cover: Owner): Text => ({
  wrong: {
    zh: `“${prefix}”已被同一条目的“${cover.prefix}”覆盖`,
    en: `“${prefix}” is covered by “${cover.prefix}” of the same entry`,
  },
  mend: { zh: `删去“${prefix}”`, en: `take “${prefix}” out` },
});

const insideOther = (prefix: string, cover: Owner): Text => ({
  wrong: {
    zh: `“${prefix}”落在 ${nameOf(cover)} 的前缀“${cover.prefix}”之内`,
    en: `“${prefix}” lies inside the prefix “${cover.prefix}” of ${englishNameOf(cover)}`,
  },
  mend: {
    zh: `若它是其中一个独立的产品，在 ${cover.sdk.id} 写 "umbrella": true；否则改前缀，或并入该条目`,
    en: `if it is a product of its own in there, write "umbrella": true with ${cover.sdk.id}; else change the prefix, or add it to that entry`,
  },
});
