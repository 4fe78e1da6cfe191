import { z } from 'zod';
import { operation } from '../operation.ts';
import { notFound, Problem } from '../problems/problem.ts';
import { eventIdSchema, redrivenSchema } from '../schemas/callbacks.ts';

export const redriveCallback = operation({
  id: 'redriveCallback',
  method: 'post',
  path: '/v1/callbacks/{eventId}/redrive',
  tag: 'callbacks',
  summary: { zh: '重新投递回调', en: 'Deliver a callback again' },
  description: {
    zh: '投递计划从头开始；webhook-id 不变，接收方可据此去重。',
    en: 'The schedule starts anew; the webhook-id stays, so that the receiver can tell.',
  },
  scope: 'callbacks:redrive',
  params: z.object({ eventId: eventIdSchema }),
  responses: { 202: { description: { zh: '将再次投递', en: 'It will be delivered again' }, schema: redrivenSchema } },
  problems: ['not-found', 'conflict'],
  async handle({ ports, caller, params: { eventId } }) {
    const { deliveries } = ports.database;
    const delivery = await deliveries.find(eventId);
    if (delivery === null || delivery.storeId !== caller.storeId) throw notFound({ zh: '回调', en: 'callback' });
    if (delivery.url === null)
      throw new Problem('conflict', { zh: '送审时没有给出回调地址', en: 'The submission has no callback address' });
    if (!(await deliveries.redrive(eventId)))
      throw new Problem('conflict', {
        zh: '此回调尚未到投递时间，或所告知的决定已撤销',
        en: 'It is not due yet, or what it tells of was taken back',
      });
    await ports.pipeline.deliver(eventId).catch((err: unknown) => {
      ports.log.warn({ err, eventId }, 'the queue did not hear of a callback; the reconciler will tell it');
    });
    return { status: 202, body: { eventId, submissionId: delivery.submissionId, state: 'pending' } };
  },
});
