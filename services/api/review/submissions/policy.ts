import { z } from 'zod';
import type { Submission } from '../../../../shared/platform/database/repositories.ts';
import { operation } from '../../operation.ts';
import type { ApiPorts } from '../../ports.ts';
import { invalidRequest, Problem } from '../../problems/problem.ts';
import { policyWindowSchema } from '../../schemas/review-submission.ts';
import { submissionParams } from '../../submissions/parameters.ts';
import { anySubmission } from './any-submission.ts';

/** Of one answer; a policy may have millions of characters. */
const MOST = 20_000;

const place = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .pipe(z.int().min(0))
  .optional();

export const policyWindow = operation({
  id: 'policyWindow',
  method: 'get',
  path: '/v1/review/submissions/{id}/policy',
  tag: 'review',
  summary: { zh: '隐私政策文本的一段', en: 'A stretch of the policy’s text' },
  description: {
    zh: `归一化文本（证据的位置即在其中计数），按 UTF-16 码元从 from 到 to（不含），最多 ${MOST} 个；不会截断半个字符。所属轮次为最近一次结论的轮次，尚无结论时为当前轮次。文本不可信，展示时须转义。`,
    en: `Of the normalised text, in which the evidence’s places count: UTF-16 code units from \`from\` up to \`to\`, at most ${MOST}, never half a character. Of the run of the newest verdict, else of the present one. Untrusted text: escape it where it is shown.`,
  },
  scope: null,
  right: 'read',
  params: submissionParams,
  query: z.strictObject({
    from: place.describe('起点，默认 0 / Where it begins, 0 by default'),
    to: place.describe(`终点（不含），默认起点后 ${MOST} / Where it ends, by default ${MOST} behind \`from\``),
  }),
  responses: { 200: { description: { zh: '一段文本', en: 'The stretch' }, schema: policyWindowSchema } },
  problems: ['not-found'],
  async handle({ ports, params, query, response }) {
    const submission = await anySubmission(ports, params.id);
    response.locals.submissionId = submission.id;
    const policy = await ports.database.facts.policy(submission.id, await runInQuestion(ports, submission));
    if (policy === null || policy.outcome !== 'read')
      throw new Problem('not-found', { zh: '没有可读的隐私政策文本', en: 'There is no policy whose text could be read' });
    const from = query.from ?? 0;
    const to = query.to ?? from + MOST;
    if (to < from) {
      const text = { zh: '终点在起点之前', en: 'ends before it begins' };
      throw invalidRequest([{ pointer: 'query/to', code: 'bad-range', text }]);
    }
    const { text } = policy;
    const start = wholeCharacter(text, Math.min(from, text.length));
    const end = wholeCharacter(text, Math.min(to, start + MOST, text.length));
    const body = { text: text.slice(start, end), from: start, to: end, total: text.length, snapshot: policy.source.sha256 };
    return { status: 200, body };
  },
});

/** The run that the report is about. A verdict has megabytes, and is not read where the row says whose it is. */
async function runInQuestion({ database }: ApiPorts, { id, run, decision }: Submission): Promise<number> {
  return decision !== null ? run : ((await database.reviews.verdict(id))?.run ?? run);
}

/** Before the pair, where the place lies in the middle of one. */
function wholeCharacter(text: string, place: number): number {
  const inPair = /^[\udc00-\udfff]/.test(text.slice(place, place + 1)) && /[\ud800-\udbff]$/.test(text.slice(0, place).slice(-1));
  return inPair ? place - 1 : place;
}
