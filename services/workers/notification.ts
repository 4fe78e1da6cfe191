import { PermanentError } from '../../shared/domain/errors.ts';
import type { Delivery, DeliveryAttempt } from '../../shared/platform/database/repositories.ts';
import type { DeliveryData, Processor } from '../../shared/platform/queues/index.ts';
import { nextAttempt } from './callback-schedule.ts';
import { signedHeaders } from './callback-signature.ts';
import type { WorkerPorts } from './ports.ts';

/** Beyond the callback's own time limit: what recording its outcome may take before another worker may send. */
const LEASE_MARGIN_MS = 15_000;

/**
 * Sends an event to its store until it is taken, told to stop (410), or the schedule ends. The schedule lives in the rows: each
 * attempt is recorded with its outcome and what follows.
 *
 * Run twice: the lease lets one send at a time, and a delivered event is not sent again. A process that dies between the store's
 * answer and the record of it leads to one more attempt, with the same `webhook-id`, by which the store knows it.
 */
export function notificationProcessor(ports: WorkerPorts): Processor<DeliveryData> {
  const { deliveries } = ports.database;
  const wait = (at: Date): { again: number } => ({ again: Math.max(100, at.getTime() - ports.clock().getTime()) });

  return {
    run: async ({ event }) => {
      const leaseMs = ports.settings.callback.timeoutMs + LEASE_MARGIN_MS;
      const delivery = await deliveries.lease(event, leaseMs);
      if (delivery === null) {
        const known = await deliveries.find(event);
        if (known === null) return undefined;
        await markNotified(ports, known);
        if (known.state !== 'pending') return undefined;
        // Not due yet, or another worker is sending at this moment: look again then.
        return wait(later(known.nextAttemptAt, new Date(ports.clock().getTime() + 1_000)));
      }
      const attempt = await send(ports, delivery);
      const next = outcome(ports, delivery, attempt);
      await deliveries.record(event, attempt, next);
      ports.metrics.callbackAttempted(next.state === 'pending' ? 'failed' : next.state);
      if (next.state === 'delivered') await markNotified(ports, { ...delivery, state: 'delivered' });
      if (next.state === 'exhausted') {
        ports.log.warn({ event, submission: delivery.submissionId, status: attempt.status }, 'a callback was given up');
      }
      return next.state === 'pending' ? wait(next.at) : undefined;
    },
    // The row still says what is due; the reconciler asks again.
    exhausted: async ({ event }, error) => ports.log.error({ event, reason: String(error) }, 'a delivery job failed'),
  };
}

type Next = Parameters<WorkerPorts['database']['deliveries']['record']>[2];

function outcome(ports: WorkerPorts, delivery: Delivery, attempt: DeliveryAttempt): Next {
  if (attempt.status !== null && attempt.status >= 200 && attempt.status < 300) return { state: 'delivered' };
  if (attempt.status === 410) return { state: 'exhausted' };
  const { giveUpAfterMs } = ports.settings.callback;
  const at = nextAttempt(delivery.attempts + 1, delivery.since, ports.clock(), giveUpAfterMs);
  return at === null ? { state: 'exhausted' } : { state: 'pending', at };
}

async function send(ports: WorkerPorts, delivery: Delivery): Promise<DeliveryAttempt> {
  const at = ports.clock();
  const answer = await post(ports, delivery, at);
  const durationMs = ports.clock().getTime() - at.getTime();
  if (answer.ok) {
    const refused = answer.status < 200 || answer.status >= 300;
    return { at, status: answer.status, error: refused ? `status ${answer.status}` : null, durationMs };
  }
  return { at, status: null, error: `${answer.failure}: ${answer.detail}`.slice(0, 500), durationMs };
}

async function post(ports: WorkerPorts, delivery: Delivery, at: Date): ReturnType<WorkerPorts['post']> {
  const store = await ports.database.stores.find(delivery.storeId);
  if (store === null || delivery.url === null) {
    throw new PermanentError('no-receiver', {
      zh: `事件 ${delivery.eventId} 没有接收方`,
      en: `Event ${delivery.eventId} has no receiver`,
    });
  }
  const body = JSON.stringify(delivery.payload);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'shelfgate',
    ...signedHeaders(delivery.eventId, at, body, store.webhookSecret),
  };
  return ports.post(delivery.url, { headers, body, timeoutMs: ports.settings.callback.timeoutMs });
}

/** `decided → notified` once the store has been told; without effect for other events and the second time. */
async function markNotified(ports: WorkerPorts, delivery: Delivery): Promise<void> {
  if (delivery.type !== 'submission.decided') return;
  if (delivery.state !== 'delivered' && delivery.state !== 'no-url') return;
  await ports.database.submissions.apply(delivery.submissionId, delivery.run, 'notify');
}

const later = (a: Date | null, b: Date): Date => (a !== null && a > b ? a : b);
