import { dayInChina } from '../../../../shared/domain/day.ts';
import { type NewDecision, OUTCOME_OF } from '../../../../shared/domain/review/decision.ts';
import type { ReviewerClient } from '../reviewer-client.ts';
import type { Reviewers } from '../staff.ts';
import type { StoreClient } from '../store-client.ts';
import type { DemoReview } from './recipe.ts';

const DAY_MS = 86_400_000;
/** How long the waivers of the demonstration hold. */
const WAIVER_DAYS = 90;

const inDays = (days: number): string => dayInChina(new Date(Date.now() + days * DAY_MS));

/** What the reviewers do with a version, as its recipe has it: decision, second reviewer, letter, and what comes of an appeal. */
export async function reviewVersion(
  id: string,
  review: DemoReview,
  by: Reviewers,
  store: StoreClient,
  turn: number,
): Promise<void> {
  // Whoever lets something off needs the right to grant waivers; the others take turns.
  const first = review.waiver !== undefined ? by.senior : turn % 2 === 0 ? by.reviewer : by.reviewer2;
  const view = await first.submission(id);
  const decision = await first.decide(id, await decisionOf(id, view.run, review, first));
  if (review.second !== undefined && decision.state === 'proposed') {
    await by.senior.second(decision.id, review.second.confirm, review.second.comment);
  }
  if (review.letter !== undefined) {
    const letter = await first.draftLetter(id);
    if (review.letter === 'sent') await first.sendLetter(letter);
  }
  if (review.appeal === undefined) return;
  await store.appeal(id, review.appeal.text);
  const [appeal] = await by.senior.appeals(id);
  if (appeal === undefined) throw new Error(`${id}: the appeal did not arrive`);
  if (review.appeal.answer !== undefined) await by.senior.answer(appeal.id, review.appeal.answer);
  if (review.appeal.dismissed !== undefined) await by.senior.dismiss(appeal.id, review.appeal.dismissed);
}

async function decisionOf(id: string, run: number, review: DemoReview, client: ReviewerClient): Promise<NewDecision> {
  const { kind, reason, days, waiver } = review;
  const lets = OUTCOME_OF[kind] === 'approve' && kind === 'overturn';
  const { findings } = (await client.report(id)).verdict;
  const falseAlarms = lets ? findings.filter(({ severity }) => severity !== 'warn').map(({ fingerprint }) => fingerprint) : [];
  return {
    kind,
    run,
    reason,
    ...(days === undefined ? {} : { deadline: inDays(days) }),
    ...(lets ? { falseAlarms } : {}),
    ...(waiver === undefined
      ? {}
      : {
          waivers: falseAlarms.map((fingerprint) => ({
            fingerprint,
            reason: waiver,
            expires: inDays(WAIVER_DAYS),
            scope: 'subject' as const,
          })),
        }),
  };
}
