import type {
  FileResource,
  LocaleWish,
  RankedValue,
  ResourceBag,
  Resources,
  ResourceValue,
  StringResource,
} from '../android/resources.ts';
import { type ResourceConfig, suits } from '../binary/arsc-config.ts';
import { VALUE } from '../binary/axml.ts';
import { type ProtoAllowance, ProtoMessage } from '../binary/protobuf.ts';
import { ANY_CONFIG, readProtoConfig } from '../binary/protobuf-config.ts';
import type { ItemNames } from '../binary/protobuf-item.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { type EntryPlace, indexTable, type OpenType } from './proto-index.ts';
import { type ProtoValue, readValue } from './proto-value.ts';

/** The best of an entry's values so far. */
interface Best {
  readonly value: ProtoValue;
  readonly suits: number;
  readonly specific: number;
}

/**
 * `resources.pb` of one module of a bundle (`ResourceTable`, aapt2's Resources.proto). Values are read when they are asked for; what is
 * broken becomes a gap, once, and counts as not there.
 */
export class ProtoResources implements Resources, ItemNames {
  readonly #table: ProtoMessage;
  readonly #types = new Map<number, OpenType>();
  readonly #observations: Observations;
  readonly #part: string;
  readonly #configs = new Map<string, ResourceConfig>();
  #ids: Map<string, number> | null = null;
  readonly #folder: string;

  /**
   * @param part name of the entry, for gaps
   * @param folder what comes in front of the path of a file: the folder of the module
   * @param allowance shared with the tables of other modules
   */
  constructor(bytes: Buffer, part: string, observations: Observations, folder = '', allowance?: ProtoAllowance) {
    this.#folder = folder;
    this.#table = ProtoMessage.of(bytes, 'resources.pb', allowance);
    this.#part = part;
    this.#observations = observations;
    this.#attempt(() => indexTable(this.#table, this.#types));
  }

  /** The id of `string/app_name`, with or without the name of a package in front; 0 where the table has none. */
  id(name: string): number {
    this.#ids ??= this.#readIds();
    return this.#ids.get(name.slice(name.indexOf(':') + 1)) ?? 0;
  }

  file(path: string): string {
    return this.#folder + path;
  }

  resolve(id: number, wish: LocaleWish): ResourceValue | null {
    let wanted = id;
    for (let hop = 0; hop < LIMITS.resourceHops; hop++) {
      const value = this.lookup(wanted, wish)?.value ?? null;
      if (!value || value.type !== VALUE.reference) return value;
      wanted = value.data;
    }
    return null;
  }

  lookup(id: number, wish: LocaleWish): RankedValue | null {
    const best = this.#best(id, wish, ({ item }) => item !== null);
    return best ? { value: best.value.item!, suits: best.suits, specific: best.specific } : null;
  }

  bag(id: number): ResourceBag | null {
    let wanted = id;
    for (let hop = 0; hop < LIMITS.resourceHops; hop++) {
      const value = this.#best(wanted, 'zh', () => true)?.value;
      if (value?.item?.type !== VALUE.reference) return value?.bag ?? null;
      wanted = value.item.data;
    }
    return null;
  }

  name(id: number): string | null {
    const type = this.#types.get(id >>> 16);
    const place = type?.entries.get(id & 0xffff);
    return type && place ? `${type.name}/${this.#entryName(place)}` : null;
  }

  *strings(): Iterable<StringResource> {
    for (const { id, place } of this.#entriesOf('string')) {
      const [zh, text] = (['zh', 'default'] as const).map((wish) => this.resolve(id, wish)?.text ?? null);
      if (zh !== null || text !== null)
        yield { id, name: this.#entryName(place), text: { zh: zh ?? null, default: text ?? null } };
    }
  }

  *named(type: string): Iterable<{ id: number; name: string }> {
    for (const { id, place } of this.#entriesOf(type)) yield { id, name: this.#entryName(place) };
  }

  *names(): Iterable<{ type: string; name: string }> {
    for (const type of this.#types.values()) {
      for (const place of type.entries.values()) yield { type: type.name, name: this.#entryName(place) };
    }
  }

  *files(type: string): Iterable<FileResource> {
    const seen = new Set<string>();
    for (const { id, place } of this.#entriesOf(type)) {
      const paths: string[] = [];
      this.#attempt(() => {
        for (const { value } of this.#values(place, () => true)) {
          const path = value().item?.text ?? null;
          if (path !== null && !seen.has(path)) paths.push(path);
        }
      });
      for (const path of paths) {
        seen.add(path);
        yield { id, name: this.#entryName(place), path };
      }
    }
  }

  /** In order of their ids, as binary tables have them. */
  *#entriesOf(typeName: string): Iterable<{ id: number; place: EntryPlace }> {
    for (const [key, type] of this.#types) {
      if (type.name !== typeName) continue;
      for (const [entry, place] of [...type.entries].sort(([a], [b]) => a - b)) yield { id: ((key << 16) | entry) >>> 0, place };
    }
  }

  #best(id: number, wish: LocaleWish, counts: (value: ProtoValue) => boolean): Best | null {
    const place = this.#types.get(id >>> 16)?.entries.get(id & 0xffff);
    if (!place) return null;
    let best: Best | null = null;
    this.#attempt(() => {
      const better = (rank: number, specific: number) =>
        rank > 0 && (!best || rank > best.suits || (rank === best.suits && specific < best.specific));
      for (const { config, value } of this.#values(place, (config) => better(suits(config, wish), config.specific))) {
        const read = value();
        if (counts(read)) best = { value: read, suits: suits(config, wish), specific: config.specific };
      }
    });
    return best;
  }

  /** The values of an entry (`ConfigValue`), in file order, each read only when taken, those whose configuration is wanted. */
  *#values(place: EntryPlace, wanted: (config: ResourceConfig) => boolean) {
    const entry = this.#table.at(place.start, place.end);
    while (entry.next()) {
      if (entry.field !== 6) continue;
      const pair = entry.message();
      let config = ANY_CONFIG;
      let at: ProtoMessage | null = null;
      while (pair.next()) {
        if (pair.field === 1) config = this.#config(pair.message());
        else if (pair.field === 2) at = pair.message();
      }
      if (at && wanted(config)) {
        const message = at;
        yield { config, value: () => readValue(message, this) };
      }
    }
  }

  /** A table has few configurations and names them with every value. */
  #config(message: ProtoMessage): ResourceConfig {
    const key = message.key();
    const known = key === null ? undefined : this.#configs.get(key);
    if (known) return known;
    const config = readProtoConfig(message);
    if (key !== null && this.#configs.size < LIMITS.resourceConfigs) this.#configs.set(key, config);
    return config;
  }

  #entryName(place: EntryPlace): string {
    let name = '';
    this.#attempt(() => {
      const entry = this.#table.at(place.start, place.end);
      while (entry.next() && entry.field <= 2) if (entry.field === 2) name = entry.text();
    });
    return name;
  }

  #readIds(): Map<string, number> {
    const ids = new Map<string, number>();
    for (const [key, type] of this.#types) {
      for (const [entry, place] of type.entries) {
        const name = `${type.name}/${this.#entryName(place)}`;
        if (!ids.has(name)) ids.set(name, ((key << 16) | entry) >>> 0);
      }
    }
    return ids;
  }

  #attempt(read: () => void): void {
    try {
      read();
    } catch (error) {
      this.#observations.failed('resources', this.#part, error);
    }
  }
}
