import { BrokenBytes } from '../broken.ts';
import { asObject, textOf } from '../json/fields.ts';
import { type Json, readJson } from '../json/read-json.ts';

/** A file of JSON, comments forgiven; null where it is none: whoever needs it will have noticed. */
export function jsonIn(bytes: Buffer | null, structure: string): Json {
  if (!bytes) return null;
  try {
    return readJson(bytes, structure).value;
  } catch (error) {
    if (error instanceof BrokenBytes) return null;
    throw error;
  }
}

/** A text member of what may be an object. */
export function objectText(value: Json, name: string): string | null {
  return textOf(asObject(value), name);
}
