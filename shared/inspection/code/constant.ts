/** What a register is known to hold: a string, a number, a class, a method looked up by name, or an array of such values. */
export type Constant =
  | string
  | number
  | { readonly kind: 'class'; readonly name: string }
  | { readonly kind: 'method'; readonly owner: string; readonly name: string }
  | { readonly kind: 'array'; readonly items: Constant[] };

/** Items of an array that are kept; lists of permissions have some ten. */
export const MOST_ITEMS = 64;

/** All strings in a value, those in arrays included. */
export function stringsIn(value: Constant | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value.kind === 'array')
    return value.items.flatMap((item) => (typeof item === 'string' ? [item] : []));
  return [];
}
