import { isDeepStrictEqual } from 'node:util';
import type { Rulebook, RuleSetting } from '../../domain/rulebook.ts';
import type { FactsUnderReview } from '../facts-under-review.ts';
import { settingOf } from './apply.ts';
import { waiversFor } from './waivers.ts';

/**
 * Whether two rulebooks say the same of an app. Their files may well differ: in how they are written, in their names, and in waivers
 * that were granted to other apps in the meantime.
 * @param app the app's versions; a waiver that speaks of one of them concerns the app
 */
export function sayTheSameOf(app: readonly FactsUnderReview[], a: Rulebook, b: Rulebook): boolean {
  if (a.sha256 === b.sha256) return true;
  if (a.otherRules !== b.otherRules) return false;
  const listed = new Set([...Object.keys(a.rules), ...Object.keys(b.rules)]);
  for (const rule of listed) {
    if (!isDeepStrictEqual(plain(settingOf(a, rule)), plain(settingOf(b, rule)))) return false;
  }
  return isDeepStrictEqual(waiversById(app, a), waiversById(app, b));
}

/** What is left out and what is empty are one. */
const plain = ({ state, atMost, atLeast, parameters }: RuleSetting) => ({
  state,
  atMost: atMost ?? null,
  atLeast: atLeast ?? null,
  parameters: parameters ?? {},
});

/** By their ids, which are unique in a file: in which order it lists them does not matter. */
function waiversById(app: readonly FactsUnderReview[], book: Rulebook) {
  return new Map(app.flatMap((version) => waiversFor(book, version)).map((waiver) => [waiver.id, waiver]));
}
