import { CHECKS, type MissingCheck } from '../../shared/domain/check.ts';
import type { PackageFacts } from '../../shared/domain/facts/package.ts';
import type { Verdict } from '../../shared/domain/verdict.ts';
import type { Submission } from '../../shared/platform/database/repositories.ts';
import type { Processor, StepData } from '../../shared/platform/queues/index.ts';
import { decidedEvent } from './events.ts';
import { packageFactsOf, policyFactsOf } from './facts-under-review.ts';
import { failSubmission } from './fail-submission.ts';
import { loadSubmission } from './load-submission.ts';
import type { WorkerPorts } from './ports.ts';
import { concerning, recordsOf, waitingForRulebook } from './run-records.ts';

/**
 * Composes the verdict of what the checks have left, writes it with its event in one transaction, and asks for the callback.
 *
 * Run twice: the transaction moves `checking → decided` once, so there is one verdict and one event; whoever comes later finds
 * `decided` and only asks for the delivery again, whose job has the event's id.
 */
export function verdictProcessor(ports: WorkerPorts): Processor<StepData> {
  return {
    run: async (data, { signal }) => {
      const submission = await loadSubmission(ports, data, ['checking', 'decided']);
      if (submission === null) return undefined;
      return waitingForRulebook(ports, submission, async () => {
        if (submission.state === 'checking') await decide(ports, submission, signal);
        await announce(ports, data);
        return undefined;
      });
    },
    exhausted: (data, error) => failSubmission(ports, data, error),
  };
}

async function decide(ports: WorkerPorts, submission: Submission, signal: AbortSignal): Promise<void> {
  const { verdict, identity } = await compose(ports, submission, signal);
  const event = decidedEvent(submission, verdict, ports.clock(), ports.settings.publicUrl);
  const decided = await ports.database.reviews.decide(submission.id, submission.run, verdict, event, identity);
  if (!decided) return;
  const seconds = (ports.clock().getTime() - (await beginning(ports, submission)).getTime()) / 1_000;
  ports.metrics.submissionDecided(verdict.decision, seconds);
  ports.metrics.findingsCounted(verdict);
}

/** When the run began: days after the submission came, where a reviewer had it checked again. */
async function beginning({ database }: WorkerPorts, { id, run, createdAt }: Submission): Promise<Date> {
  if (run === 1) return createdAt;
  const transitions = await database.submissions.transitions(id);
  return transitions.find((transition) => transition.run === run)?.at ?? createdAt;
}

async function compose(
  ports: WorkerPorts,
  submission: Submission,
  signal: AbortSignal,
): Promise<{ readonly verdict: Verdict; readonly identity: PackageFacts['identity'] }> {
  const { reviews } = ports.database;
  const [reports, failures, packageFacts, policyFacts] = await Promise.all([
    reviews.reports(submission.id, submission.run),
    reviews.failures(submission.id, submission.run),
    packageFactsOf(ports, submission, signal),
    policyFactsOf(ports, submission, signal),
  ]);
  const { records, rulebook } = await recordsOf(ports, submission, packageFacts);
  const reported = new Set(reports.map((report) => report.check));
  const missing = CHECKS.filter((check) => !reported.has(check)).map(
    (check): MissingCheck => failures.find((failure) => failure.check === check) ?? { check, reason: SILENT },
  );
  const parts = {
    reports,
    missing,
    package: packageFacts,
    policy: policyFacts,
    listing: submission.listing,
    records,
    rulebook: concerning(rulebook, { package: packageFacts, listing: submission.listing }),
    packageSha256: packageFacts.sha256,
    inspector: packageFacts.inspector,
    policyReader: policyFacts.reader,
  };
  const verdict = await ports.sandbox.perform('compose-verdict', parts, { timeoutMs: ports.settings.checkTimeoutMs, signal });
  return { verdict, identity: packageFacts.identity };
}

/** A check whose worker died so often that its job was given up, before it could say why. */
const SILENT = {
  zh: '该检查未留下任何结果：其工作进程反复中断',
  en: 'The check left no result: its workers died again and again',
};

/** Has a decided submission delivered; one without a callback address needs none and is done. */
async function announce(ports: WorkerPorts, data: StepData): Promise<void> {
  const decided = await loadSubmission(ports, data, ['decided']);
  if (decided === null) return;
  const deliveries = await ports.database.deliveries.ofSubmission(decided.id);
  const current = deliveries.find((each) => each.run === decided.run && each.type === 'submission.decided');
  if (current === undefined) return;
  if (current.state === 'pending') await ports.pipeline.deliver(current.eventId);
  else if (current.state !== 'exhausted') await ports.database.submissions.apply(decided.id, decided.run, 'notify');
}
