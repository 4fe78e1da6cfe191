import { knowledge } from '../index.ts';
import type { SdkEntry } from '../types.ts';

/** Separators that people put into names at will: 友盟+, Getui·Push, “QQ SDK”. */
const SEPARATOR = /[\s·•・.,，。、:：;；/\\_\-—–()（）[\]【】《》<>“”"'‘’+™®|]/u;
const LATIN_OR_DIGIT = /[a-z0-9]/;

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
 * The SDK that a name in a table row or a listing means: the whole text, else the longest name inside it (`极光推送SDK（Android版）`).
 * Width, case, spacing and a trailing “SDK” do not matter.
 * @returns null when no known SDK is named
 */
export function matchSdkName(text: string, sdks: readonly SdkEntry[] = knowledge.sdks): SdkEntry | null {
  const whole = indexOf(sdks).whole.get(comparable(text));
  if (whole !== undefined) return whole;
  let best: Name | null = null;
  for (const name of namesInside(text, sdks)) if (best === null || name.text.length > best.text.length) best = name;
  return best?.sdk ?? null;
}

/** Every SDK named in a short text (`友盟统计、极光推送`), each once, in the order of first mention. */
export function matchSdkNames(text: string, sdks: readonly SdkEntry[] = knowledge.sdks): SdkEntry[] {
  const whole = indexOf(sdks).whole.get(comparable(text));
  if (whole !== undefined) return [whole];
  return [...new Set(namesInside(text, sdks).map((name) => name.sdk))];
}

/** Form in which two spellings of a name are equal: one width and case, no separators, no trailing “SDK”. */
export function comparable(name: string): string {
  const bare = strip(name).text;
  return bare.replace(/(sdk|软件开发工具包)$/u, '') || bare;
}

/** Text without separators, and before which of its characters a separator stood. */
function strip(text: string): { readonly text: string; readonly breaks: ReadonlySet<number> } {
  const breaks = new Set<number>();
  let result = '';
  for (const character of text.normalize('NFKC').toLowerCase()) {
    if (SEPARATOR.test(character)) breaks.add(result.length);
    else result += character;
  }
  return { text: result, breaks };
}

/** Names found left to right without overlap, the longest at each place; Latin names only as whole words. */
function namesInside(text: string, sdks: readonly SdkEntry[]): Name[] {
  const { inside } = indexOf(sdks);
  const { text: bare, breaks } = strip(text);
  const found: Name[] = [];
  for (let at = 0; at < bare.length; at++) {
    const name = inside.get(bare.charAt(at))?.find((candidate) => {
      const end = at + candidate.text.length;
      return (
        bare.startsWith(candidate.text, at) && isEdge(bare, breaks, at) && isEdge(bare, breaks, end, bare.slice(end, end + 3))
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
    for (const alias of [sdk.name.zh, sdk.name.en, ...sdk.aliases]) whole.set(comparable(alias), sdk);
    for (const alias of new Set([sdk.name.zh, sdk.name.en, ...sdk.aliases].map((name) => strip(name).text))) {
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
