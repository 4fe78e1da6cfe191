import type { Processor, StepData } from '../../shared/platform/queues/index.ts';
import { packageFactsOf, policyFactsOf } from './facts-under-review.ts';
import { failSubmission } from './fail-submission.ts';
import { loadSubmission } from './load-submission.ts';
import type { WorkerPorts } from './ports.ts';
import { recordsOf, waitingForRulebook } from './run-records.ts';

/**
 * Inspects the package and reads the policy, side by side, notes the platform's own records of the app, then opens the checks.
 *
 * Run twice: facts that are kept are not made again (those of a package not even for another submission); the state moves on once,
 * in the database; the flow has deterministic ids. A process that dies after the state moved and before the flow was added leaves
 * `checking`, and the next run, or the reconciler, adds it.
 */
export function inspectionProcessor(ports: WorkerPorts): Processor<StepData> {
  return {
    run: async (data, { signal }) => {
      const submission = await loadSubmission(ports, data, ['stored', 'inspecting', 'checking']);
      if (submission === null) return undefined;
      if (submission.state === 'stored') await ports.database.submissions.apply(submission.id, data.run, 'inspect');
      return waitingForRulebook(ports, submission, async () => {
        if (submission.state !== 'checking') {
          const [packageFacts] = await Promise.all([
            packageFactsOf(ports, submission, signal),
            policyFactsOf(ports, submission, signal),
          ]);
          await recordsOf(ports, submission, packageFacts);
          await ports.database.submissions.apply(submission.id, data.run, 'check');
        }
        const checking = await loadSubmission(ports, data, ['checking']);
        if (checking !== null) await ports.pipeline.advance(checking);
        return undefined;
      });
    },
    exhausted: (data, error) => failSubmission(ports, data, error),
  };
}
