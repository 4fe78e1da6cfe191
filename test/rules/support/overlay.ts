/** A plain value as YAML gives it. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/** How the entries of a list are filled: an entry may leave keys out, or be a bare string where `fromString` says what that means. */
export interface EntryDefaults {
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Keys an entry may have beside the defaults. */
  readonly optional?: readonly string[];
  readonly fromString?: (text: string) => Record<string, unknown>;
}

/**
 * Lays a case's partial facts over neutral ones: objects are merged key by key, everything else is replaced, and list entries are
 * filled up. A key that the facts do not have is an error: a misspelt one would make a silent case pass for nothing.
 * @param entries defaults of list entries by the list's path, for example `code.apiUses`
 * @throws Error naming the path of the unknown key
 */
export function overlay(
  base: unknown,
  partial: Plain,
  entries: Readonly<Record<string, EntryDefaults>>,
  optional: readonly string[] = [],
  path = '',
): unknown {
  if (Array.isArray(partial)) {
    const filling = entries[path];
    return filling === undefined ? partial : partial.map((entry, at) => fill(entry as Plain, filling, `${path}[${at}]`));
  }
  if (!isObject(partial) || !isObject(base)) return partial;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(partial)) {
    const place = path === '' ? key : `${path}.${key}`;
    if (!(key in base) && !optional.includes(place)) throw new Error(`the facts have no "${place}"`);
    merged[key] = overlay(base[key], value as Plain, entries, optional, place);
  }
  return merged;
}

function fill(entry: Plain, { defaults, optional = [], fromString }: EntryDefaults, place: string): unknown {
  if (typeof entry === 'string' && fromString !== undefined) return { ...defaults, ...fromString(entry) };
  if (!isObject(entry)) return entry;
  const unknown = Object.keys(entry).find((key) => !(key in defaults) && !optional.includes(key));
  if (unknown !== undefined) throw new Error(`the facts have no "${place}.${unknown}"`);
  return { ...defaults, ...entry };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
