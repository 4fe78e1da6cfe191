import type { Exclusive } from '../../shared/platform/database/exclusive.ts';
import { tellFailure } from './fail-submission.ts';
import type { WorkerPorts } from './ports.ts';
import { sweepUploads } from './sweep-uploads.ts';

/** Rows looked at in a round, oldest first; what lies behind them comes up as they move on. */
const ROUND = 500;
const SWEEP_EVERY_MS = 3_600_000;

/** Dossiers that are opened late in a round: each unpacks a verdict. */
const LATE_ROUND = 200;

export interface RunningReconciler {
  /** Waits for the round at hand. */
  close(): Promise<void>;
}

/**
 * Every so often puts back what the queue has lost: the rows are the truth, and a row that has not moved for a while must have a live
 * job. Also moves on what was told but not marked, tells of what failed untold, opens the dossiers of old verdicts, and sweeps up what
 * crashed uploads left.
 *
 * Run twice: everything it does is idempotent (deterministic job ids, the state table). One process at a time does it all the same,
 * by a lock of the database, to spare the work; when that process dies, the lock falls free and another one takes over.
 */
export function startReconciler(ports: WorkerPorts, exclusive: Exclusive, everyMs: number): RunningReconciler {
  let closed = false;
  let lastSweep = Number.NEGATIVE_INFINITY;
  let allOpened = false;
  let wake: () => void = () => undefined;

  const round = async (): Promise<void> => {
    await reconcile(ports, everyMs);
    // Only verdicts from before there were dossiers lack one; once none does, none will.
    if (!allOpened) allOpened = await openLateDossiers(ports);
    if (ports.clock().getTime() - lastSweep < SWEEP_EVERY_MS) return;
    lastSweep = ports.clock().getTime();
    await sweepUploads(ports);
  };
  const loop = async (): Promise<void> => {
    while (!closed) {
      try {
        await exclusive.attempt('reconciler', round);
      } catch (error) {
        ports.log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'a round of the reconciler failed');
      }
      if (!closed) await new Promise<void>((resolve) => sleepUntilWoken(everyMs, resolve));
    }
  };
  const sleepUntilWoken = (milliseconds: number, resolve: () => void): void => {
    const timer = setTimeout(resolve, milliseconds);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
  };
  const running = loop();
  return {
    close: async () => {
      closed = true;
      wake();
      await running;
    },
  };
}

/**
 * One round. A row is left alone until it has stood still for `settleMs`: whoever changed it last is about to add its job.
 * @throws TransientError when database or queue does not answer; the next round tries again
 */
export async function reconcile(ports: WorkerPorts, settleMs: number): Promise<void> {
  const { submissions, deliveries } = ports.database;
  const now = ports.clock();
  for (const submission of await submissions.pending(new Date(now.getTime() - settleMs), ROUND)) {
    await ports.pipeline.advance(submission);
  }
  for (const event of await deliveries.due(now, ROUND)) await ports.pipeline.deliver(event);
  for (const submission of await submissions.toldButDecided(ROUND)) {
    await submissions.apply(submission.id, submission.run, 'notify');
  }
  for (const { id, run } of await submissions.failedUntold(ROUND)) await tellFailure(ports, { submission: id, run });
  await ports.database.dossiers.restamp();
}

/**
 * Opens dossiers for rejected and held submissions that have none: they were decided before there were any. One that cannot be opened is
 * logged and does not keep the others from it.
 * @returns whether none is left to be tried
 */
export async function openLateDossiers({ database, log }: Pick<WorkerPorts, 'database' | 'log'>): Promise<boolean> {
  const late = await database.dossiers.unopened(LATE_ROUND);
  let opened = 0;
  for (const { id, run } of late) {
    if (await database.dossiers.openLate(id, run)) opened += 1;
    else log.warn({ submission: id, run }, 'a dossier could not be opened late');
  }
  if (opened > 0) log.info({ opened }, 'dossiers of earlier verdicts were opened');
  return late.length < LATE_ROUND || opened === 0;
}
