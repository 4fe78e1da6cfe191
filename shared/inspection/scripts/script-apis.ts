import type { ScriptApi, ScriptRuntime } from '../../knowledge/types.ts';

/** Calls of one runtime family by the names that stand in its scripts. */
export class ScriptApis {
  /** Dotted names and single identifiers that need no module: the name is the fact. */
  readonly #globals = new Set<string>();
  readonly #byModule: { readonly modules: readonly string[]; readonly names: readonly string[] }[] = [];
  /** Everything that is looked for, by its first segment. */
  readonly #pattern: RegExp | null;
  /** All names looked for, and the pieces between their dots: of a text no others are kept, however many it holds. */
  readonly #names = new Set<string>();
  readonly #identifiers = new Set<string>();

  /** @param apis all that is known @param runtimes those whose names can stand in these scripts */
  constructor(apis: readonly ScriptApi[], runtimes: readonly ScriptRuntime[]) {
    const firsts = new Set<string>();
    for (const { runtime, modules, calls } of apis) {
      if (!runtimes.includes(runtime)) continue;
      const names = calls.flatMap((call) => call.names);
      if (modules.length > 0) this.#byModule.push({ modules, names });
      else for (const name of names) this.#globals.add(name);
      for (const name of names) {
        const pieces = name.split('.');
        firsts.add(pieces[0]!);
        this.#names.add(name);
        for (const piece of pieces) this.#identifiers.add(piece);
      }
    }
    const escaped = [...firsts].map((first) => first.replace(/[$.]/g, '\\$&'));
    // A longer identifier is another name; a dot in front (`window.navigator`, `e.uni`) is not.
    this.#pattern =
      firsts.size > 0 ? new RegExp(`(?<![\\w$])(?:${escaped.join('|')})(?![\\w$])(?:\\.[A-Za-z_$][\\w$]{0,60}){0,5}`, 'g') : null;
  }

  /**
   * Names of known calls in a text: a global as it is, a call of a module as `module.name`
   * (the first of its names) where the module is named too.
   * @param whole false for a list of identifiers, where a dotted name stands in pieces
   */
  find(text: string, modules: ReadonlySet<string>, whole: boolean): string[] {
    const seen = whole ? this.#dotted(text) : this.#pieces(text);
    const found = [...this.#globals].filter((name) => seen.has(name));
    for (const api of this.#byModule) {
      if (!api.modules.some((name) => modules.has(name))) continue;
      for (const name of api.names) if (seen.has(name)) found.push(`${api.modules[0]}.${name}`);
    }
    return [...new Set(found)].sort();
  }

  /** Names looked for that stand in the text, whatever follows them behind a dot. */
  #dotted(text: string): Set<string> {
    const seen = new Set<string>();
    if (!this.#pattern) return seen;
    for (const [name] of text.matchAll(this.#pattern)) {
      if (seen.has(name)) continue;
      for (let end = name.length; end > 0; end = name.lastIndexOf('.', end - 1)) {
        const beginning = name.slice(0, end);
        if (this.#names.has(beginning)) seen.add(beginning);
      }
    }
    return seen;
  }

  #pieces(text: string): Set<string> {
    const lines = new Set<string>();
    for (let start = 0; start <= text.length && lines.size < this.#identifiers.size; ) {
      const end = text.indexOf('\n', start);
      const line = text.slice(start, end < 0 ? text.length : end);
      if (this.#identifiers.has(line)) lines.add(line);
      start += line.length + 1;
    }
    return new Set([...this.#names].filter((name) => name.split('.').every((piece) => lines.has(piece))));
  }
}
