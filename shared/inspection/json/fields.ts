import { LIMITS } from '../limits.ts';
import type { Json, JsonObject } from './read-json.ts';

const NOTHING: JsonObject = new Map();

/** A value as an object; an empty one where it is none. */
export function asObject(value: Json | undefined): JsonObject {
  return value instanceof Map ? value : NOTHING;
}

/** A member as an object; an empty one where it is none. */
export function objectOf(object: JsonObject, name: string): JsonObject {
  return asObject(object.get(name));
}

/** The items of a member that is a list; none where it is none. */
export function listOf(object: JsonObject, name: string): readonly Json[] {
  const value = object.get(name);
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** The items of a list that are objects, with their place in it. */
export function objectsOf(object: JsonObject, name: string): readonly { readonly item: JsonObject; readonly index: number }[] {
  return listOf(object, name).flatMap((item, index) => (item instanceof Map ? [{ item: item as JsonObject, index }] : []));
}

/** A member that is a text and not empty, cut at the length that facts keep. */
export function textOf(object: JsonObject, name: string): string | null {
  const value = object.get(name);
  return typeof value === 'string' && value !== '' ? value.slice(0, LIMITS.text) : null;
}

/** The texts among the items of a list, cut like all texts; at most `most`. */
export function textsOf(object: JsonObject, name: string, most: number = LIMITS.jsonList): string[] {
  return listOf(object, name)
    .filter((item) => typeof item === 'string' && item !== '')
    .slice(0, most)
    .map((item) => (item as string).slice(0, LIMITS.text));
}

/** A whole number that can be told exactly, written as number or as decimal text; null for anything else. */
export function integerOf(object: JsonObject, name: string): number | null {
  const value = object.get(name);
  const number = typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null;
}

/** Whether a member is there and true; null where it is neither true nor false. */
export function flagOf(object: JsonObject, name: string): boolean | null {
  const value = object.get(name);
  return typeof value === 'boolean' ? value : null;
}
