/** One field before and after; null on a side that does not have it. */
export interface Change {
  /** `dossier`, `by.displayName`, `waivers.0.reason`. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly same: boolean;
}

/** Beyond these a person reads the JSON and no table. */
const MOST_FIELDS = 500;
const MOST_DEPTH = 6;

/**
 * What an entry of the log changed, field by field, in the order in which they stand.
 * @param before, after JSON values; null where there is none
 */
export function changesOf(before: unknown, after: unknown): Change[] {
  const left = fieldsOf(before);
  const right = fieldsOf(after);
  const fields = [...new Set([...left.keys(), ...right.keys()])].slice(0, MOST_FIELDS);
  return fields.map((field) => {
    const was = left.get(field) ?? null;
    const is = right.get(field) ?? null;
    return { field, before: was, after: is, same: was === is };
  });
}

function fieldsOf(value: unknown): Map<string, string> {
  const fields = new Map<string, string>();
  if (value === null || value === undefined) return fields;
  collect(value, [], fields);
  return fields;
}

function collect(value: unknown, path: readonly string[], fields: Map<string, string>): void {
  if (fields.size >= MOST_FIELDS) return;
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (entries.length === 0 || path.length >= MOST_DEPTH) {
    fields.set(path.join('.'), typeof value === 'string' ? value : JSON.stringify(value));
    return;
  }
  for (const [key, inner] of entries) collect(inner, [...path, key], fields);
}
