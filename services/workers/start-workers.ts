import { CHECKS } from '../../shared/domain/check.ts';
import {
  type DeliveryData,
  type Processor,
  type QueueConnection,
  type QueueName,
  type RunningWorker,
  type StepData,
  startWorker,
} from '../../shared/platform/queues/index.ts';
import { checkProcessor } from './check.ts';
import { inspectionProcessor } from './inspection.ts';
import { notificationProcessor } from './notification.ts';
import type { WorkerPorts } from './ports.ts';
import { retrievalProcessor } from './retrieval.ts';
import { verdictProcessor } from './verdict.ts';

export interface RunningWorkers {
  readonly queues: readonly QueueName[];
  /** Takes no more jobs; after `graceMs` those at hand are handed back. */
  close(graceMs: number): Promise<void>;
}

/**
 * Starts a worker for each of the queues in this process.
 * @param concurrency jobs at a time, per queue
 * @param lockMs how long a killed worker's jobs stay locked, see `startWorker`
 */
export function startWorkers(
  connection: QueueConnection,
  ports: WorkerPorts,
  queues: readonly QueueName[],
  concurrency: Readonly<Record<QueueName, number>>,
  lockMs: number,
): RunningWorkers {
  const steps: Partial<Record<QueueName, Processor<StepData>>> = {
    retrieval: retrievalProcessor(ports),
    inspection: inspectionProcessor(ports),
    verdict: verdictProcessor(ports),
    ...Object.fromEntries(CHECKS.map((check) => [check, checkProcessor(ports, check)])),
  };
  const workers = queues.map((queue): RunningWorker => {
    const settings = { concurrency: concurrency[queue], lockMs };
    const step = steps[queue];
    if (step !== undefined) return startWorker<StepData>(connection, queue, measured(ports, queue, step), settings);
    return startWorker<DeliveryData>(connection, queue, measured(ports, queue, notificationProcessor(ports)), settings);
  });
  return {
    queues,
    close: async (graceMs) => {
      await Promise.all(workers.map((worker) => worker.close(graceMs)));
    },
  };
}

/** The same processor; each of its runs is measured. */
function measured<Data>(ports: WorkerPorts, queue: QueueName, processor: Processor<Data>): Processor<Data> {
  return {
    ...processor,
    run: async (data, context) => {
      const started = performance.now();
      let outcome: 'completed' | 'failed' = 'failed';
      try {
        const result = await processor.run(data, context);
        outcome = 'completed';
        return result;
      } finally {
        ports.metrics.stageEnded(queue, outcome, (performance.now() - started) / 1_000);
      }
    },
  };
}
