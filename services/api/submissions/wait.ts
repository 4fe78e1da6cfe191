import { setTimeout as sleep } from 'node:timers/promises';
import type { SubmissionState } from '../../../shared/domain/submission.ts';
import type { Submission, Submissions } from '../../../shared/platform/database/repositories.ts';

const EVERY_MS = 150;
const UNDERWAY: readonly SubmissionState[] = ['received', 'stored', 'inspecting', 'checking'];

/**
 * Looks at the row until the submission is decided or will not be, the time is over, or the client has gone.
 * @returns the row as last seen
 */
export async function waitForDecision(
  submissions: Submissions,
  submission: Submission,
  waitMs: number,
  gone: AbortSignal,
): Promise<Submission> {
  const until = performance.now() + waitMs;
  let seen = submission;
  while (UNDERWAY.includes(seen.state)) {
    const left = until - performance.now();
    if (left <= 0 || gone.aborted) break;
    await sleep(Math.min(EVERY_MS, left), undefined, { signal: gone }).catch(() => {});
    seen = (await submissions.find(seen.id)) ?? seen;
  }
  return seen;
}
