import type { CheckName } from '../../shared/domain/check.ts';
import type { Processor, StepData } from '../../shared/platform/queues/index.ts';
import { packageFactsOf, policyFactsOf } from './facts-under-review.ts';
import { failureOf } from './fail-submission.ts';
import { loadSubmission } from './load-submission.ts';
import type { WorkerPorts } from './ports.ts';
import { concerning, recordsOf, waitingForRulebook } from './run-records.ts';

/**
 * Runs one check over the submission's facts and keeps its report, or the reason why there is none.
 *
 * Run twice: a report that is kept ends the job at once; two at the same time write the same report, because a check is a pure
 * function of stored facts. A check that passes its deadline, crashes or throws is recorded as missing: its job fails, its siblings
 * and the verdict do not, and the verdict names it.
 */
export function checkProcessor(ports: WorkerPorts, check: CheckName): Processor<StepData> {
  return {
    run: async (data, { signal }) => {
      const submission = await loadSubmission(ports, data, ['checking']);
      if (submission === null) return undefined;
      const done = await ports.database.reviews.progress(data.submission, data.run);
      if (done.some((each) => each.check === check && each.status === 'completed')) return undefined;
      return waitingForRulebook(ports, submission, async () => {
        const [packageFacts, policyFacts] = await Promise.all([
          packageFactsOf(ports, submission, signal),
          policyFactsOf(ports, submission, signal),
        ]);
        const { records, rulebook } = await recordsOf(ports, submission, packageFacts);
        const facts = { package: packageFacts, policy: policyFacts, listing: submission.listing, records };
        const input = { check, facts, rulebook: concerning(rulebook, facts) };
        const report = await ports.sandbox.perform('run-check', input, { timeoutMs: ports.settings.checkTimeoutMs, signal });
        await ports.database.reviews.keepReport(data.submission, data.run, report);
        return undefined;
      });
    },
    exhausted: (data, error) =>
      ports.database.reviews.keepFailure(data.submission, data.run, { check, reason: failureOf(error).text }),
  };
}
