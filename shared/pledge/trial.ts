import type { Rule } from '../checks/rule.ts';
import { ShelfgateError } from '../domain/errors.ts';
import type { RecordFacts } from '../domain/facts/records.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import type { Bilingual } from '../domain/text.ts';
import type { Verdict, VerdictDecision } from '../domain/verdict.ts';
import type { Knowledge } from '../knowledge/types.ts';
import { compareVerdicts, type VerdictChange } from './compare.ts';
import { type Judged, judge } from './judge.ts';

/** Two rulebooks, and the day as of which both judge. */
export interface TriedRulebooks {
  readonly before: Rulebook;
  readonly after: Rulebook;
  /** `YYYY-MM-DD`, China time. */
  readonly on: string;
}

/** What became of one app: both decisions and what is other, or why it could not be judged again. */
export type TriedApp =
  | {
      readonly app: string;
      readonly before: VerdictDecision;
      readonly after: VerdictDecision;
      readonly change: VerdictChange | null;
    }
  | { readonly app: string; readonly reason: Bilingual };

/** Judges stored facts by a rulebook, as of a day, as if they were submitted on it. */
export function judgeAgain(
  facts: Judged & { readonly records: RecordFacts },
  rules: readonly Rule[],
  rulesVersion: string,
  book: Rulebook,
  on: string,
  knowledge: Knowledge,
): Verdict {
  const records = { ...facts.records, reviewedOn: on, rulebook: book.sha256 };
  return judge({ ...facts, records }, rules, rulesVersion, book, knowledge);
}

/** Judges one app by both rulebooks. Facts that an older version left can be what no schema foresaw: that is told and not thrown. */
export function tryApp(
  app: string,
  facts: Judged & { readonly records: RecordFacts },
  { before, after, on }: TriedRulebooks,
  rules: readonly Rule[],
  rulesVersion: string,
  knowledge: Knowledge,
): TriedApp {
  try {
    const [left, right] = [before, after].map((book) => judgeAgain(facts, rules, rulesVersion, book, on, knowledge));
    return { app, before: left!.decision, after: right!.decision, change: compareVerdicts(left!, right!) };
  } catch (error) {
    if (error instanceof ShelfgateError) return { app, reason: error.text };
    return { app, reason: { zh: '其事实无法用现在的规则审核', en: 'its facts cannot be judged by today’s rules' } };
  }
}
