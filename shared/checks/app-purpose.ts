import type { ListingFacts } from '../domain/facts/listing.ts';
import type { PackageFacts } from '../domain/facts/package.ts';

/**
 * Whether what the store shows of an app speaks of a function: its name, its description, the purposes given for some permissions.
 * `unknown` where the words are not there and no description was given either, so that their absence says nothing.
 * @param words what the function is called, Chinese and English
 * @param permissions whose purposes may name it
 */
export function describesFunction(
  words: RegExp,
  permissions: readonly string[],
  listing: ListingFacts,
  { identity: { label } }: PackageFacts,
): 'described' | 'not-described' | 'unknown' {
  const { name, description } = listing.app;
  const purposes = (listing.permissions ?? []).flatMap((entry) =>
    permissions.includes(entry.name) ? (entry.purpose ?? []) : [],
  );
  const texts = [name, label.zh, label.default, description, ...purposes];
  if (texts.some((text) => text != null && words.test(text))) return 'described';
  return description === undefined || description.trim() === '' ? 'unknown' : 'not-described';
}
