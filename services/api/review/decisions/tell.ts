import type { Done } from '../../../../shared/platform/database/decision-records.ts';
import type { ApiPorts } from '../../ports.ts';

/** Has the store told when the decision is final. The reconciler does it when the queue does not hear of it now. */
export async function tell(ports: ApiPorts, { decision, event }: Done): Promise<void> {
  if (event === null || decision.finalAt === null) return;
  const delay = Math.max(0, Date.parse(decision.finalAt) - ports.clock().getTime());
  await ports.pipeline.deliver(event, delay).catch((err: unknown) => {
    ports.log.warn({ err, eventId: event }, 'the queue did not hear of a decision; the reconciler will tell it');
  });
}
