import type {
  FileResource,
  LocaleWish,
  RankedValue,
  ResourceBag,
  Resources,
  ResourceValue,
  StringResource,
} from '../android/resources.ts';
import { VALUE } from '../binary/axml.ts';
import { LIMITS } from '../limits.ts';

/**
 * The resource tables of the parts of an app as one, as the platform reads the splits of a package: the value whose configuration suits
 * best counts, whichever table has it, and a reference may lead from one table to another.
 */
export class MergedResources implements Resources {
  readonly #tables: readonly Resources[];

  /** @param tables that of the base first */
  constructor(tables: readonly Resources[]) {
    this.#tables = tables;
  }

  resolve(id: number, wish: LocaleWish): ResourceValue | null {
    let wanted = id;
    for (let hop = 0; hop < LIMITS.resourceHops; hop++) {
      const value = this.lookup(wanted, wish)?.value ?? null;
      if (!value || (value.type !== VALUE.reference && value.type !== VALUE.dynamicReference)) return value;
      wanted = value.data;
    }
    return null;
  }

  lookup(id: number, wish: LocaleWish): RankedValue | null {
    let best: RankedValue | null = null;
    for (const table of this.#tables) {
      const found = table.lookup(id, wish);
      if (!found || (best && (found.suits < best.suits || (found.suits === best.suits && found.specific >= best.specific))))
        continue;
      best = found;
    }
    return best;
  }

  bag(id: number): ResourceBag | null {
    return this.#first((table) => table.bag(id));
  }

  name(id: number): string | null {
    return this.#first((table) => table.name(id));
  }

  /** Every text that some table has, once, in the form that all of them together give it. */
  *strings(): Iterable<StringResource> {
    const seen = new Set<number>();
    for (const table of this.#tables) {
      for (const { id, name } of table.named?.('string') ?? table.strings()) {
        if (seen.has(id)) continue;
        seen.add(id);
        const [zh, plain] = (['zh', 'default'] as const).map((wish) => this.resolve(id, wish)?.text ?? null);
        if (zh !== null || plain !== null) yield { id, name, text: { zh: zh ?? null, default: plain ?? null } };
      }
    }
  }

  *named(type: string): Iterable<{ id: number; name: string }> {
    for (const table of this.#tables) yield* table.named?.(type) ?? [];
  }

  *names(): Iterable<{ type: string; name: string }> {
    for (const table of this.#tables) yield* table.names?.() ?? [];
  }

  *files(type: string): Iterable<FileResource> {
    const seen = new Set<string>();
    for (const table of this.#tables) {
      for (const file of table.files(type)) {
        if (seen.has(file.path)) continue;
        seen.add(file.path);
        yield file;
      }
    }
  }

  #first<T>(ask: (table: Resources) => T | null): T | null {
    for (const table of this.#tables) {
      const found = ask(table);
      if (found !== null) return found;
    }
    return null;
  }
}

/** Tables as one; null for none. @param tables that of the base first */
export function mergeTables(tables: readonly Resources[]): Resources | null {
  return tables.length > 1 ? new MergedResources(tables) : (tables[0] ?? null);
}
