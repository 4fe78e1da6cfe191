import type { Bilingual } from '../../../shared/domain/text.ts';
import type { NewEvent } from '../../../shared/platform/database/delivery-records.ts';
import { EVENT_SCHEMAS } from '../schemas/events.ts';
import { refTo } from './components.ts';
import type { JsonObject } from './json.ts';
import { line } from './paths.ts';

const ABOUT: Readonly<Record<NewEvent['type'], Bilingual>> = {
  'submission.decided': {
    zh: '机审结论已作出；审核员要求重新检查的，新的一轮再告知一次（run 加一），以 run 最大者为准',
    en: 'The machine has decided; where a reviewer has it checked again, the next run is told too, and the highest `run` counts',
  },
  'submission.failed': { zh: '审核未能完成，可重新发起', en: 'The review could not be completed; it can be driven again' },
  'submission.reviewed': {
    zh: '人工审核决定已成为最终决定，撤销时限过后才发送',
    en: 'A person’s decision is final; sent once it can no longer be undone',
  },
  'submission.letter-sent': { zh: '整改通知已发出', en: 'A rectification letter was sent' },
  'submission.appeal-answered': { zh: '申诉有了答复', en: 'An appeal was answered' },
};

/** What is sent to the `callbackUrl` of a submission, as OpenAPI 3.1 shows what a service sends by itself. */
export const webhooks: JsonObject = Object.fromEntries(
  Object.entries(EVENT_SCHEMAS).map(([type, schema]) => [
    type,
    {
      post: {
        tags: ['callbacks'],
        summary: line(ABOUT[type as NewEvent['type']]),
        security: [],
        parameters: ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => ({
          name,
          in: 'header',
          required: true,
          schema: { type: 'string' },
        })),
        requestBody: { required: true, content: { 'application/json': { schema: refTo(schema) } } },
        responses: {
          '2XX': { description: line({ zh: '已收到', en: 'Taken' }) },
          '410': { description: line({ zh: '不再投递', en: 'Do not try again' }) },
          default: { description: line({ zh: '稍后再次投递', en: 'It is tried again later' }) },
        },
      },
    },
  ]),
);
