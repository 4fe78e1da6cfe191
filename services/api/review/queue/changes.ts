import { z } from 'zod';
import { endingOf } from '../../ending.ts';
import { operation } from '../../operation.ts';
import { changesSchema } from '../../schemas/review-queue.ts';
import { feedOf, isBehind } from './change-feed.ts';

const MOST_NAMED = 200;
const LONGEST_WAIT = 55;

const query = z.strictObject({
  since: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .describe(
      '列表或上次应答的 version；不写则立即答以当前值 / version of the list or of the last answer; without it the present one',
    ),
  wait: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .pipe(z.int().min(0).max(LONGEST_WAIT))
    .optional()
    .describe('没有变动时最多等待的秒数，默认 0 / Seconds to wait where nothing has changed, 0 by default'),
});

export const followChanges = operation({
  id: 'followChanges',
  method: 'get',
  path: '/v1/review/changes',
  tag: 'review',
  summary: { zh: '等待案卷变动', en: 'Wait for changes of dossiers' },
  description: {
    zh: '有变动立即应答，并给出有变动的送审；没有则等到时限。变动过多时 complete 为 false，请重新读取列表。',
    en: 'Answers at once when something has changed, with the submissions; else when the time is over. Where too much has changed to be named, complete is false: read the list again.',
  },
  scope: null,
  right: 'read',
  passive: true,
  query,
  responses: { 200: { description: { zh: '变动', en: 'The changes' }, schema: changesSchema } },
  problems: [],
  async handle({ ports, query: { since, wait }, request, gone }) {
    const { dossiers } = ports.database;
    const now = await dossiers.version();
    const nothing = (version: string, complete: boolean) => ({ status: 200, body: { version, submissions: [], complete } });
    if (since === undefined) return nothing(now.settled, true);
    const known = BigInt(since);
    // A version that this database has never had: of another one, or from before it was restored.
    if (known > BigInt(now.settled)) return nothing(now.settled, false);
    const end = AbortSignal.any([gone, endingOf(request.app).signal]);
    const waited = isBehind(known, now) ? now.settled : await feedOf(dossiers).beyond(known, (wait ?? 0) * 1_000, end);
    if (waited === null) return nothing(String(known), true);
    const changed = await dossiers.changedSince(String(known), MOST_NAMED);
    const complete = changed.length <= MOST_NAMED;
    return { status: 200, body: { version: waited, submissions: complete ? changed : [], complete } };
  },
});
