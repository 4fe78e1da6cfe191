import { trimEnd } from '../code/addresses.ts';
import { LIMITS } from '../limits.ts';

/** What of a native library's text tells what it does, by the kind of text. Names that JNI looks up have slashes. */
const TELLING =
  /https?:\/\/[a-z0-9][a-z0-9.-]{2,252}|\/(?:proc|sys)\/[\w./%-]{2,80}|\0(?:ro|persist|gsm)\.[a-z][\w.]{2,60}(?=\0)|(?:android|com\/android)\/[\w/$]{4,80}|\0get[A-Z]\w{5,40}(?=\0)|\0android_id(?=\0)/g;

/** Gathers telling strings of one library. */
export class NativeStrings {
  readonly #methods: ReadonlySet<string>;
  readonly #found = new Set<string>();

  /** @param methods names of methods of personal-information APIs: other getters are of no interest */
  constructor(methods: ReadonlySet<string>) {
    this.#methods = methods;
  }

  /** Looks at a piece of the library's text. */
  add(bytes: Buffer): void {
    for (const [text] of bytes.toString('latin1').matchAll(TELLING)) {
      const told = this.#told(text);
      if (told !== null && this.#found.size < LIMITS.nativeStrings * 20) this.#found.add(told);
    }
  }

  /** At most `LIMITS.nativeStrings`, sorted; of too many the same number of each kind as far as there are. */
  list(): string[] {
    const kinds = new Map<string, string[]>();
    for (const text of [...this.#found].sort()) {
      const kind = kindOf(text);
      kinds.set(kind, [...(kinds.get(kind) ?? []), text]);
    }
    const kept: string[] = [];
    for (let round = 0; kept.length < LIMITS.nativeStrings; round++) {
      const next = [...kinds.values()].flatMap((texts) => texts[round] ?? []);
      if (next.length === 0) break;
      kept.push(...next);
    }
    return kept.slice(0, LIMITS.nativeStrings).sort();
  }

  #told(text: string): string | null {
    if (text.startsWith('http')) return hostOf(text);
    const bare = text.replace(/^\0/, '');
    if (bare.startsWith('get')) return this.#methods.has(bare) ? bare : null;
    // A class, not a piece of a path in a build tree: its last name begins with a capital letter.
    if (/^(?:com\/)?android\//.test(bare)) return /\/[A-Z][\w$]*$/.test(bare) ? bare : null;
    return bare;
  }
}

function hostOf(url: string): string | null {
  const host = trimEnd(url.slice(url.indexOf('//') + 2), '.-');
  return /^[a-z0-9.-]+\.(?:[a-z]{2,24}|\d{1,3})$/.test(host) ? host : null;
}

function kindOf(text: string): string {
  if (/^\/(?:proc|sys)\//.test(text)) return 'file';
  if (/^(?:ro|persist|gsm)\./.test(text)) return 'property';
  if (text.includes('/')) return 'class';
  return text.includes('.') ? 'host' : 'method';
}
