/** States of a submission. `failed` means that the machinery gave up; it can be re-driven. */
export const STATES = [
  'received',
  'stored',
  'inspecting',
  'checking',
  'decided',
  'notified',
  'withdrawn',
  'superseded',
  'failed',
] as const;
export type SubmissionState = (typeof STATES)[number];

export type SubmissionEvent =
  | 'store'
  | 'inspect'
  | 'check'
  | 'decide'
  | 'notify'
  | 'withdraw'
  | 'supersede'
  | 'fail'
  | 'redrive'
  | 'rerun';

/**
 * The one table of transitions, `next[state][event]`. What is not here does not happen: the database updates
 * `where id = $1 and state = $2`, so a job that runs twice changes nothing the second time.
 */
export const NEXT: Readonly<Record<SubmissionState, Partial<Record<SubmissionEvent, SubmissionState>>>> = {
  received: { store: 'stored', fail: 'failed', withdraw: 'withdrawn' },
  stored: { inspect: 'inspecting', fail: 'failed', withdraw: 'withdrawn', supersede: 'superseded' },
  inspecting: { check: 'checking', fail: 'failed', withdraw: 'withdrawn', supersede: 'superseded' },
  checking: { decide: 'decided', fail: 'failed', withdraw: 'withdrawn', supersede: 'superseded' },
  decided: { notify: 'notified', rerun: 'stored' },
  notified: { rerun: 'stored' },
  withdrawn: {},
  superseded: {},
  failed: { redrive: 'stored', withdraw: 'withdrawn' },
};

/** Still on its way to a verdict: what the reconciler looks after. */
export const PENDING_STATES: readonly SubmissionState[] = ['stored', 'inspecting', 'checking'];
