import type { Delivery } from '../../../shared/platform/database/repositories.ts';
import { ownSubmission } from '../access/authorise.ts';
import { operation } from '../operation.ts';
import { deliveriesSchema } from '../schemas/callbacks.ts';
import { submissionParams } from '../submissions/parameters.ts';

/** Not what was taken back, nor what may still be: a decision that can be undone is not the store's to know. */
function isTold({ state, attempts, nextAttemptAt }: Delivery, now: Date): boolean {
  return state !== 'withdrawn' && (attempts > 0 || nextAttemptAt === null || nextAttemptAt <= now);
}

export const listCallbacks = operation({
  id: 'listCallbacks',
  method: 'get',
  path: '/v1/submissions/{id}/callbacks',
  tag: 'callbacks',
  summary: { zh: '送审的回调及每次投递', en: 'Callbacks of a submission and every attempt' },
  scope: 'submissions:read',
  params: submissionParams,
  responses: { 200: { description: { zh: '回调', en: 'The callbacks' }, schema: deliveriesSchema } },
  problems: ['not-found'],
  async handle({ ports, caller, params }) {
    const submission = await ownSubmission(ports, caller, params.id);
    const deliveries = await ports.database.deliveries.ofSubmission(submission.id);
    const now = ports.clock();
    const callbacks = deliveries
      .filter((delivery) => isTold(delivery, now))
      .map((delivery) => ({
        eventId: delivery.eventId,
        submissionId: delivery.submissionId,
        run: delivery.run,
        type: delivery.type,
        url: delivery.url,
        state: delivery.state,
        attempts: delivery.attempts,
        createdAt: delivery.createdAt.toISOString(),
        nextAttemptAt: delivery.state === 'pending' ? (delivery.nextAttemptAt?.toISOString() ?? null) : null,
        payload: delivery.payload,
        log: delivery.log.map(({ at, status, error, durationMs }) => ({ at: at.toISOString(), status, error, durationMs })),
      }));
    return { status: 200, body: { callbacks } };
  },
});
