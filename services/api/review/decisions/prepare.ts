import { daysBetween } from '../../../../shared/checks/rulebook/days.ts';
import { dayInChina } from '../../../../shared/domain/day.ts';
import type { Account } from '../../../../shared/domain/review/account.ts';
import { type NewDecision, needsSecondReviewer, OUTCOME_OF } from '../../../../shared/domain/review/decision.ts';
import type { Verdict } from '../../../../shared/domain/verdict.ts';
import type { Effect, PreparedDecision } from '../../../../shared/platform/database/decision-records.ts';
import type { NewGrantedWaiver } from '../../../../shared/platform/database/granted-waivers.ts';
import type { Submission } from '../../../../shared/platform/database/repositories.ts';
import { reviewedEvent } from '../../../../shared/platform/events/reviewed.ts';
import { requireRight } from '../../access/session.ts';
import { newId } from '../../new-id.ts';
import type { ApiPorts } from '../../ports.ts';
import { invalidRequest, notFound } from '../../problems/problem.ts';
import { judgementsOf } from './judgements.ts';
import { refusalOf } from './refusal.ts';
import { checkWaivers, waiversOf } from './waivers.ts';

/** Days that a developer may be given at most. */
const MOST_DAYS_TO_MEND = 180;

/** A submission with the verdict of a run. @throws Problem `not-found`, or `conflict` when that is not the newest verdict */
export async function reviewedVerdict(
  { database }: ApiPorts,
  submissionId: string,
  run: number,
): Promise<{ readonly submission: Submission; readonly verdict: Verdict }> {
  const submission = await database.submissions.find(submissionId);
  if (submission === null) throw notFound({ zh: '送审', en: 'submission' });
  const found = await database.reviews.verdict(submissionId);
  if (found === null || found.run !== run || submission.run !== run)
    throw refusalOf({ refused: 'newer-run', run: submission.run, state: submission.state });
  return { submission, verdict: found.verdict };
}

/**
 * Everything about a decision that can be known before its transaction.
 * @throws Problem saying which field is wrong, which right is missing, or what stands in the way
 */
export async function prepareDecision(
  ports: ApiPorts,
  account: Account,
  submissionId: string,
  wanted: NewDecision,
): Promise<{ readonly prepared: PreparedDecision; readonly effect: Effect }> {
  const waivers = wanted.waivers ?? [];
  if (waivers.length > 0) requireRight(account, 'waive');
  if (wanted.revise === true) requireRight(account, 'confirm');
  const today = dayInChina(ports.clock());
  checkDeadline(wanted, today);
  if (wanted.cannedReason !== undefined && (await ports.database.reasons.find(wanted.cannedReason)) === null)
    throw invalidRequest([{ pointer: '/cannedReason', code: 'unknown-reason', text: NO_REASON }]);
  const { submission, verdict } = await reviewedVerdict(ports, submissionId, wanted.run);
  const judgements = judgementsOf(verdict, wanted.kind, wanted.falseAlarms);
  checkWaivers(waivers, judgements, today);
  const waivedOnes = new Set(waivers.map(({ fingerprint }) => fingerprint));
  const severities = verdict.findings.map(({ severity }) => severity);
  const waived = verdict.findings.filter(({ fingerprint }) => waivedOnes.has(fingerprint)).map(({ severity }) => severity);
  const { secondReviewerFrom } = ports.configuration.reviewing;
  const prepared: PreparedDecision = {
    id: newId('dec'),
    submission: submissionId,
    run: wanted.run,
    kind: wanted.kind,
    outcome: OUTCOME_OF[wanted.kind],
    verdict: verdict.decision,
    reason: wanted.reason,
    note: wanted.note ?? null,
    cannedReason: wanted.cannedReason ?? null,
    deadline: wanted.deadline ?? null,
    judgements,
    waivers,
    appeal: wanted.appeal ?? null,
    by: { id: account.id, displayName: account.displayName },
    proposed: needsSecondReviewer(wanted.kind, verdict.decision, severities, secondReviewerFrom, waived),
    revise: wanted.revise === true,
  };
  // A proposal's waivers are tried as well: who proposes them is still there to mend them.
  return { prepared, effect: effectOf(ports, await waiversOf(ports, submission, verdict, prepared)) };
}

/** What follows once a decision is effective. */
export function effectOf({ configuration }: ApiPorts, waivers: readonly NewGrantedWaiver[]): Effect {
  return {
    waivers,
    undoSeconds: configuration.reviewing.undoSeconds,
    event: (submission, decision, appeal) => reviewedEvent(submission, decision, appeal, configuration.publicUrl),
  };
}

function checkDeadline({ kind, deadline }: NewDecision, today: string): void {
  const wrong = (zh: string, en: string) => invalidRequest([{ pointer: '/deadline', code: 'bad-deadline', text: { zh, en } }]);
  if (kind !== 'rectify') {
    if (deadline !== undefined) throw wrong('只有要求整改时才有期限', 'only a request to mend has a deadline');
    return;
  }
  if (deadline === undefined) throw wrong('要求整改须给出期限', 'a request to mend needs a deadline');
  const days = daysBetween(today, deadline);
  if (days < 1 || days > MOST_DAYS_TO_MEND)
    throw wrong(`应在明天至 ${MOST_DAYS_TO_MEND} 天后之间`, `must lie between tomorrow and ${MOST_DAYS_TO_MEND} days from today`);
}

const NO_REASON = { zh: '没有这条常用理由，可能已被删除', en: 'there is no such canned reason; it may have been deleted' };
