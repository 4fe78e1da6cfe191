import type { z } from 'zod';
import { CHECKS, type CheckName } from '../../../shared/domain/check.ts';
import type { SubmissionState } from '../../../shared/domain/submission.ts';
import type { Database, Submission } from '../../../shared/platform/database/repositories.ts';
import type { STAGE_STATUSES, STAGES, submissionDetailSchema } from '../schemas/submission.ts';

type Transition = Awaited<ReturnType<Database['submissions']['transitions']>>[number];
type CheckStatus = Awaited<ReturnType<Database['reviews']['progress']>>[number];
type StageName = (typeof STAGES)[number];
type Status = (typeof STAGE_STATUSES)[number];
type Progress = z.infer<typeof submissionDetailSchema>['progress'];

/** The states a submission walks through, and the stage that it is in while it stands in each. */
const WALK: readonly { readonly state: SubmissionState; readonly stage: StageName | null }[] = [
  { state: 'received', stage: 'retrieval' },
  { state: 'stored', stage: null },
  { state: 'inspecting', stage: 'inspection' },
  { state: 'checking', stage: 'verdict' },
  { state: 'decided', stage: 'notification' },
  { state: 'notified', stage: null },
];
const step = (state: SubmissionState): number => WALK.findIndex((walked) => walked.state === state);

/** The furthest state of this run: where it stands, or where it stood when it was withdrawn or failed. */
function furthest(submission: Submission, ofRun: readonly Transition[]): SubmissionState {
  if (step(submission.state) >= 0) return submission.state;
  return ofRun.findLast(({ from }) => step(from) >= 0)?.from ?? 'received';
}

/**
 * What has happened to a submission in its present run, stage by stage.
 * @param transitions of all runs, oldest first
 * @param checks of the present run
 */
export function progressOf(submission: Submission, transitions: readonly Transition[], checks: readonly CheckStatus[]): Progress {
  const ofRun = transitions.filter((transition) => transition.run === submission.run);
  const reached = furthest(submission, ofRun);
  const stopped = reached !== submission.state;
  const left = (state: SubmissionState): Date | null => ofRun.findLast(({ from }) => from === state)?.at ?? null;
  const reachedStage = (before: SubmissionState, during: SubmissionState): { status: Status; at: Date | null } => {
    if (step(reached) > step(during)) return { status: 'completed', at: left(during) };
    if (reached !== during && reached !== before) return { status: stopped ? 'skipped' : 'waiting', at: null };
    if (submission.state === 'failed') return { status: 'failed', at: submission.updatedAt };
    if (stopped) return { status: 'skipped', at: null };
    return { status: reached === during ? 'running' : 'waiting', at: null };
  };
  const check = (name: CheckName): { status: Status; at: Date | null } => {
    const known = checks.find((candidate) => candidate.check === name);
    if (known) return { status: known.status, at: known.at };
    if (reached === 'checking' && !stopped) return { status: 'running', at: null };
    return { status: stopped || step(reached) > step('checking') ? 'skipped' : 'waiting', at: null };
  };
  const verdict = reachedStage('checking', 'checking');
  const settled = checks.length >= CHECKS.length;
  const stages: [StageName, { status: Status; at: Date | null }][] = [
    [
      'retrieval',
      submission.origin.kind === 'upload'
        ? { status: 'completed', at: submission.createdAt }
        : reachedStage('received', 'received'),
    ],
    ['inspection', reachedStage('stored', 'inspecting')],
    ...CHECKS.map((name): [StageName, { status: Status; at: Date | null }] => [name, check(name)]),
    // While checks are still running the verdict only waits for them.
    ['verdict', verdict.status === 'running' && !settled ? { status: 'waiting', at: null } : verdict],
    ['notification', reachedStage('decided', 'decided')],
  ];
  return stages.map(([stage, { status, at }]) => ({ stage, status, at: at?.toISOString() ?? null }));
}
