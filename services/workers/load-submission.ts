import type { SubmissionState } from '../../shared/domain/submission.ts';
import type { Submission } from '../../shared/platform/database/repositories.ts';
import type { StepData } from '../../shared/platform/queues/index.ts';
import { tellFailure } from './fail-submission.ts';
import type { WorkerPorts } from './ports.ts';

/**
 * The submission that a job is for, when it is still at that run and in one of these states. Anything else means that the job was
 * delivered twice, or that the submission was withdrawn or driven again: null, nothing to do. A failed one gets its event, should
 * the process that failed it have died before.
 */
export async function loadSubmission(
  ports: WorkerPorts,
  data: StepData,
  states: readonly SubmissionState[],
): Promise<Submission | null> {
  const submission = await ports.database.submissions.find(data.submission);
  if (submission === null || submission.run !== data.run) return null;
  if (submission.state === 'failed') await tellFailure(ports, data);
  return states.includes(submission.state) ? submission : null;
}
