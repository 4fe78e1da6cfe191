import { ShelfgateError } from '../../shared/domain/errors.ts';
import type { Bilingual } from '../../shared/domain/text.ts';
import type { StepData } from '../../shared/platform/queues/index.ts';
import { failedEvent } from './events.ts';
import type { WorkerPorts } from './ports.ts';

/** Code and text of any error, fit for a person and for a row. */
export function failureOf(error: unknown): { readonly code: string; readonly text: Bilingual } {
  if (error instanceof ShelfgateError) return { code: error.code, text: error.text };
  return { code: 'internal-error', text: { zh: '系统内部错误，详见日志', en: 'Internal error; the log has the details' } };
}

/**
 * Ends a run that cannot come to a verdict: state `failed` with the reason, then the event, then its delivery. Run twice, each part
 * finds itself done; a process that dies in between leaves `failed` without an event, which the job's next run or the reconciler makes up
 * for (see `tellFailure`). Does nothing to a submission that was decided or withdrawn meanwhile.
 */
export async function failSubmission(ports: WorkerPorts, data: StepData, error: unknown): Promise<void> {
  const failure = failureOf(error);
  const failed = await ports.database.submissions.apply(data.submission, data.run, 'fail', { failure });
  if (failed !== null) ports.metrics.submissionFailed(failure.code);
  await tellFailure(ports, data);
}

/** Emits the event of a failed run and asks for its delivery; repeatable. Does nothing for a submission in another state or run. */
export async function tellFailure(ports: WorkerPorts, data: Pick<StepData, 'submission' | 'run'>): Promise<void> {
  const { submissions, deliveries } = ports.database;
  const submission = await submissions.find(data.submission);
  if (submission === null || submission.run !== data.run || submission.state !== 'failed') return;
  const failure = submission.failure ?? failureOf(null);
  const event = failedEvent(submission, failure, ports.clock(), ports.settings.publicUrl);
  await deliveries.emit(submission.id, submission.run, event);
  if (submission.callbackUrl !== null) await ports.pipeline.deliver(event.id);
}
