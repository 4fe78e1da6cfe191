import { isDeepStrictEqual } from 'node:util';
import type { LetterContent, LetterItem } from '../../domain/review/letter.ts';

type Fields = Record<string, unknown>;

/** What an edit changed, for the audit log: the fields that differ, items by fingerprint, each as it was and as it is. */
export function letterChanges(before: LetterContent, after: LetterContent): { readonly before: Fields; readonly after: Fields } {
  const was: Fields = {};
  const is: Fields = {};
  for (const field of Object.keys(after) as (keyof LetterContent)[]) {
    if (field === 'items' || isDeepStrictEqual(before[field], after[field])) continue;
    was[field] = before[field];
    is[field] = after[field];
  }
  const items = itemChanges(before.items, after.items);
  if (Object.keys(items.before).length > 0) was.items = items.before;
  if (Object.keys(items.after).length > 0) is.items = items.after;
  const order = (list: readonly LetterItem[]) => list.map(({ fingerprint }) => fingerprint);
  if (!isDeepStrictEqual(order(before.items), order(after.items))) {
    was.order = order(before.items);
    is.order = order(after.items);
  }
  return { before: was, after: is };
}

function itemChanges(before: readonly LetterItem[], after: readonly LetterItem[]): { before: Fields; after: Fields } {
  const was: Fields = {};
  const is: Fields = {};
  const earlier = new Map(before.map((item) => [item.fingerprint, item]));
  const later = new Map(after.map((item) => [item.fingerprint, item]));
  for (const [fingerprint, item] of later) {
    const old = earlier.get(fingerprint);
    if (old === undefined) is[fingerprint] = item;
    else {
      const fields = (Object.keys(item) as (keyof LetterItem)[]).filter((field) => !isDeepStrictEqual(old[field], item[field]));
      if (fields.length === 0) continue;
      was[fingerprint] = Object.fromEntries(fields.map((field) => [field, old[field]]));
      is[fingerprint] = Object.fromEntries(fields.map((field) => [field, item[field]]));
    }
  }
  for (const [fingerprint, item] of earlier) if (!later.has(fingerprint)) was[fingerprint] = item;
  return { before: was, after: is };
}
