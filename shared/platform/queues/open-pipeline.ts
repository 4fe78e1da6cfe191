import type { Queue } from 'bullmq';
import type { Submission } from '../database/repositories.ts';
import { type ConnectOptions, connectQueues, type QueueConnection } from './connection.ts';
import { withinDeadline } from './deadline.ts';
import { ensureFlow } from './flow.ts';
import { jobOptions } from './job-options.ts';
import { type DeliveryData, deliveryJobId, QUEUES, type QueueName, type Step, type StepData, stepJobId } from './names.ts';
import type { Pipeline } from './pipeline.ts';
import { bury, remainsOf } from './revival.ts';

export interface PipelineOptions extends ConnectOptions {
  /** How long a call may wait for the queue's server. */
  readonly timeoutMs?: number;
}

/** Which step a submission in this state waits for; null when the queue has nothing to do for it. */
export function stepOf(submission: Pick<Submission, 'state' | 'packageSha256'>): Step | null {
  switch (submission.state) {
    case 'received':
      return 'retrieval';
    case 'stored':
    case 'inspecting':
      // A submission that failed before its package was here and is driven again starts from `stored` without a package.
      return submission.packageSha256 === null ? 'retrieval' : 'inspection';
    case 'checking':
    case 'decided':
      return 'verdict';
    default:
      return null;
  }
}

/**
 * Opens the producing side of the queues.
 * @param target the queues' URL, or a connection that the caller keeps and closes
 * @throws TransientError `queue-unavailable` only for PostgreSQL that does not answer; Redis may come up later
 */
export async function openPipeline(target: string | QueueConnection, options: PipelineOptions = {}): Promise<Pipeline> {
  const connection = typeof target === 'string' ? await connectQueues(target, options) : target;
  const timeoutMs = options.timeoutMs ?? 5_000;
  const queues = new Map<QueueName, Queue>(QUEUES.map((name) => [name, connection.queue(name)]));
  const queue = (name: QueueName): Queue => queues.get(name)!;
  const flows = connection.flows();

  const ensureStep = async (step: Step, submission: Submission): Promise<void> => {
    const id = stepJobId(submission.id, submission.run, step);
    const remains = await remainsOf(queue(step), id);
    if (remains.alive || !(await bury(remains))) return;
    const data: StepData = { submission: submission.id, run: submission.run, revived: remains.revived };
    await queue(step).add(step, data, jobOptions(id));
  };

  const ensureDelivery = async (event: string, delay: number): Promise<void> => {
    const id = deliveryJobId(event);
    const remains = await remainsOf(queue('notification'), id);
    if (remains.state === 'delayed' && delay === 0) return remains.job?.promote();
    if (remains.alive || !(await bury(remains))) return;
    // Deliveries end by their own schedule, which the rows keep: revivals are not counted against them.
    const data: DeliveryData = { event, revived: 0 };
    await queue('notification').add('notification', data, { ...jobOptions(id), delay });
  };

  return {
    advance: async (submission) => {
      const step = stepOf(submission);
      if (step === null) return;
      const work =
        submission.state === 'checking' ? ensureFlow(flows, queue, submission.id, submission.run) : ensureStep(step, submission);
      await withinDeadline(work, timeoutMs);
    },
    deliver: (event, delayMs = 0) => withinDeadline(ensureDelivery(event, delayMs), timeoutMs),
    depths: async () => {
      const counts = await withinDeadline(
        Promise.all(QUEUES.map((name) => queue(name).getJobCounts('waiting', 'prioritized', 'delayed', 'active', 'failed'))),
        timeoutMs,
      );
      return Object.fromEntries(
        QUEUES.map((name, index) => {
          const count = counts[index] ?? {};
          const waiting = (count.waiting ?? 0) + (count.prioritized ?? 0) + (count.delayed ?? 0);
          return [name, { waiting, active: count.active ?? 0, failed: count.failed ?? 0 }];
        }),
      );
    },
    check: () => withinDeadline(connection.check(), timeoutMs),
    close: async () => {
      // With the server away, closing waits for it; the process must be able to end all the same.
      const closing = Promise.all([flows.close(), ...[...queues.values()].map((each) => each.close())]);
      await withinDeadline(closing, timeoutMs).catch(() => undefined);
      if (typeof target === 'string') await connection.close();
    },
  };
}
