import { knowledge } from '../../index.ts';
import type { SdkEntry } from '../../types.ts';
import { evenName } from './even-name.ts';
import { PRODUCT_WORDS } from './functions.ts';

/** Separators that people put into names at will: 友盟+, Getui·Push, “QQ SDK”. */
const SEPARATOR = /[\s·•・.,，。、:：;；/／\\_\-—–()（）[\]【】「」『』《》<>“”"'‘’+™®©|*&]/u;
/** What is said of every SDK and of none: 友盟+SDK（统计）, 极光软件开发工具包, JPush SDK. Latin letters behind it make another word of it (sdkbox). */
const KIND = /sdk(?![a-z])|(?:软件)?开发工具包|软件开发包/g;
const LATIN_OR_DIGIT = /[a-z0-9]/;
/** Longer texts are tables run together, or made to cost time: names are looked for in their beginning. */
const LONGEST = 20_000;

interface Name {
  readonly text: string;
  readonly sdk: SdkEntry;
}

/** Name index of one list of SDKs. */
interface NameIndex {
  readonly whole: ReadonlyMap<string, SdkEntry>;
  /** By first character, the longest first; only names that may be found inside a longer text. */
  readonly inside: ReadonlyMap<string, readonly Name[]>;
}

const indexes = new WeakMap<readonly SdkEntry[], NameIndex>();

/**
 * The SDK that a name in a table row or a listing means: the whole text, else a brand with the product that is named beside it
 * (`推送SDK（友盟）`), else the longest name inside it (`极光推送SDK（Android版）`). Width, case, script, spacing and the word SDK do not matter.
 * @returns null when no known SDK is named
 */
export function matchSdkName(text: string, sdks: readonly SdkEntry[] = knowledge.sdks): SdkEntry | null {
  const { whole } = indexOf(sdks);
  const sdk = whole.get(comparable(text));
  if (sdk !== undefined) return sdk;
  const bare = strip(text);
  const names = namesInside(bare, sdks);
  let best: Name | null = null;
  for (const name of names) if (best === null || name.text.length > best.text.length) best = name;
  if (best === null) return null;
  return productsOf(best, bare.text, whole)[0] ?? best.sdk;
}

/** Every SDK named in a short text (`友盟统计、极光推送`, `友盟SDK（统计、推送）`), each once, in the order of first mention. */
export function matchSdkNames(text: string, sdks: readonly SdkEntry[] = knowledge.sdks): SdkEntry[] {
  const { whole } = indexOf(sdks);
  const sdk = whole.get(comparable(text));
  if (sdk !== undefined) return [sdk];
  const bare = strip(text);
  const names = namesInside(bare, sdks);
  const products = names.length === 1 ? productsOf(names[0]!, bare.text, whole) : [];
  return [...new Set([...names.map((name) => name.sdk), ...products])];
}

/** The products of the brand in a name that words about a purpose tell (`友盟SDK` for `统计分析、消息推送`); none where the name has no product of its own. */
export function matchSdkProducts(name: string, purpose: string, sdks: readonly SdkEntry[] = knowledge.sdks): SdkEntry[] {
  const { whole } = indexOf(sdks);
  return namesInside(strip(name), sdks).flatMap((brand) => [...new Set(productsOf(brand, strip(purpose).text, whole))]);
}

/** Form in which two spellings of a name are equal: one width, case and script, no separators, without the word SDK. */
export function comparable(name: string): string {
  const bare = strip(name).text;
  return bare.replace(KIND, '') || bare;
}

/** The products of a brand that the words beside its name tell: 推送 and 统计 in 友盟SDK（推送、统计）. */
function productsOf({ text }: Name, bare: string, whole: ReadonlyMap<string, SdkEntry>): SdkEntry[] {
  const brand = text.replace(KIND, '') || text;
  const at = bare.indexOf(text);
  const beside = at < 0 ? bare : `${bare.slice(0, at)} ${bare.slice(at + text.length)}`;
  return [...beside.matchAll(PRODUCT_WORDS)].flatMap(([word]) => whole.get(`${brand}${word}`) ?? []);
}

interface Bare {
  readonly text: string;
  /** Places before which a separator stood. */
  readonly breaks: ReadonlySet<number>;
}

/** Text without separators, and before which of its characters a separator stood. */
function strip(text: string): Bare {
  const breaks = new Set<number>();
  let result = '';
  for (const character of evenName(text.slice(0, LONGEST))) {
    if (SEPARATOR.test(character)) breaks.add(result.length);
    else result += character;
  }
  return { text: result, breaks };
}

/** Names found left to right without overlap, the longest at each place; Latin names only as whole words. */
function namesInside({ text, breaks }: Bare, sdks: readonly SdkEntry[]): Name[] {
  const { inside } = indexOf(sdks);
  const found: Name[] = [];
  for (let at = 0; at < text.length; at++) {
    const name = inside.get(text.charAt(at))?.find((candidate) => {
      const end = at + candidate.text.length;
      return (
        text.startsWith(candidate.text, at) && isEdge(text, breaks, at) && isEdge(text, breaks, end, text.slice(end, end + 3))
      );
    });
    if (name === undefined) continue;
    found.push(name);
    at += name.text.length - 1;
  }
  return found;
}

/** Whether a word may begin or end at this place: not between two Latin letters or digits that were written together. */
function isEdge(bare: string, breaks: ReadonlySet<number>, at: number, after = ''): boolean {
  if (after === 'sdk' || breaks.has(at)) return true;
  return !(LATIN_OR_DIGIT.test(bare.charAt(at - 1)) && LATIN_OR_DIGIT.test(bare.charAt(at)));
}

function indexOf(sdks: readonly SdkEntry[]): NameIndex {
  const known = indexes.get(sdks);
  if (known !== undefined) return known;
  const whole = new Map<string, SdkEntry>();
  const inside = new Map<string, Name[]>();
  for (const sdk of sdks) {
    const spellings = [sdk.name.zh, sdk.name.en, ...sdk.aliases];
    for (const alias of spellings) whole.set(comparable(alias), sdk);
    for (const alias of new Set(spellings.map((name) => strip(name).text))) {
      const first = alias.charAt(0);
      const names = inside.get(first);
      if (names === undefined) inside.set(first, [{ text: alias, sdk }]);
      else names.push({ text: alias, sdk });
    }
  }
  for (const names of inside.values()) names.sort((a, b) => b.text.length - a.text.length);
  const index = { whole, inside };
  indexes.set(sdks, index);
  return index;
}
