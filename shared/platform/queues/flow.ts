import type { FlowJob, FlowProducer, Queue } from 'bullmq';
import { CHECKS } from '../../domain/check.ts';
import { jobOptions } from './job-options.ts';
import { type QueueName, type Step, type StepData, stepJobId } from './names.ts';
import { bury, remainsOf } from './revival.ts';

/**
 * The flow of one run: the verdict's job as parent, a child for each check. `ignoreDependencyOnFailure` on every child is vital: with
 * it the parent runs once all children have ended, however they ended; each of BullMQ's other settings leaves the parent
 * waiting for ever, fails it unrun, starts it early, or hides the failure.
 */
function reviewFlow(submission: string, run: number, revived: number): FlowJob {
  const data: StepData = { submission, run, revived };
  const node = (step: Step): FlowJob => ({
    name: step,
    queueName: step,
    data,
    opts: jobOptions(stepJobId(submission, run, step)),
  });
  return {
    ...node('verdict'),
    children: CHECKS.map((check) => {
      const child = node(check);
      return { ...child, opts: { ...child.opts, ignoreDependencyOnFailure: true } };
    }),
  };
}

/**
 * Adds the flow unless it is there and can still come to its end. Torn flows are mended: a parent that has ended, or that waits for
 * children of which none is left, is removed together with its finished children, and the flow is added anew. Children that
 * still run are re-attached to the new parent by BullMQ; those that run again find their report and end at once.
 */
export async function ensureFlow(
  flows: FlowProducer,
  queue: (name: QueueName) => Queue,
  submission: string,
  run: number,
): Promise<void> {
  const parent = await remainsOf(queue('verdict'), stepJobId(submission, run, 'verdict'));
  if (parent.alive && parent.state !== 'waiting-children') return;
  const children = await Promise.all(CHECKS.map((check) => remainsOf(queue(check), stepJobId(submission, run, check))));
  if (parent.alive && children.some((child) => child.alive)) return;
  if (!(await bury(parent))) return;
  for (const child of children) if (!child.alive) await bury(child);
  await flows.add(reviewFlow(submission, run, parent.revived));
}
