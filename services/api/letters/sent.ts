import { z } from 'zod';
import { REPORT_LANGUAGES } from '../../../shared/pledge/reports/index.ts';
import { ownSubmission } from '../access/authorise.ts';
import type { AnyOperation } from '../operation.ts';
import { operation } from '../operation.ts';
import { notFound } from '../problems/problem.ts';
import { letterIdSchema, sentLetterSchema, sentLettersSchema } from '../schemas/letters.ts';
import { submissionIdSchema } from '../schemas/submission.ts';
import { submissionParams } from '../submissions/parameters.ts';
import { letterPage, presentLetter } from './present.ts';

const listSentLetters = operation({
  id: 'listSentLetters',
  method: 'get',
  path: '/v1/submissions/{id}/letters',
  tag: 'letters',
  summary: { zh: '已发送的整改通知', en: 'Rectification letters that were sent' },
  description: {
    zh: '新的在前。文字由审核人员编辑，且含开发者填报的内容，展示时须转义；html 已转义。',
    en: 'Newest first. People have edited the text and parts come from the developer: escape it where it is shown; the HTML has done so.',
  },
  scope: 'submissions:read',
  params: submissionParams,
  responses: { 200: { description: { zh: '整改通知', en: 'The letters' }, schema: sentLettersSchema } },
  problems: ['not-found'],
  async handle({ ports, caller, params, response }) {
    const submission = await ownSubmission(ports, caller, params.id);
    response.locals.submissionId = submission.id;
    const told = await ports.database.letters.told(submission.id);
    const letters = told.map((each) => presentLetter(each, ports.configuration.publicUrl));
    return { status: 200, body: { letters } };
  },
});

const getSentLetter = operation({
  id: 'getSentLetter',
  method: 'get',
  path: '/v1/submissions/{id}/letters/{letter}',
  tag: 'letters',
  summary: { zh: '一份整改通知（JSON、HTML）', en: 'One letter, as JSON or HTML' },
  description: {
    zh: 'HTML 可直接交给开发者：自成一体，无脚本，打印时每个问题至多一页。',
    en: 'The HTML can be handed to the developer as it is: one file, no script, one printed page a finding at most.',
  },
  scope: 'submissions:read',
  params: z.object({ id: submissionIdSchema, letter: letterIdSchema }),
  query: z.strictObject({
    format: z.enum(['json', 'html']).optional().describe('格式；不写则按 Accept / The format; without it as Accept says'),
    lang: z.enum(REPORT_LANGUAGES).optional().describe('html 的语言，默认 zh / Language of the html, zh by default'),
    download: z.enum(['true', 'false']).optional().describe('作为附件下载 / Sent as an attachment'),
  }),
  headers: { Accept: { zh: '没有 format 时按此选择格式', en: 'Chooses the format where the query does not' } },
  responses: {
    200: {
      description: { zh: '整改通知', en: 'The letter' },
      schema: sentLetterSchema,
      otherwise: { 'text/html': { zh: '可打印的整改通知', en: 'The letter, for paper' } },
    },
  },
  problems: ['not-found'],
  async handle({ ports, caller, params, query, request, response }) {
    const submission = await ownSubmission(ports, caller, params.id);
    response.locals.submissionId = submission.id;
    const told = (await ports.database.letters.told(submission.id)).find(({ letter }) => letter.id === params.letter);
    if (told === undefined) throw notFound({ zh: '整改通知', en: 'letter' });
    const format = query.format ?? (request.accepts(['json', 'html']) === 'html' ? 'html' : 'json');
    if (format === 'json')
      return { status: 200, body: presentLetter(told, ports.configuration.publicUrl), headers: { Vary: 'Accept' } };
    const page = letterPage(told.letter, told.toldAt, query.lang ?? 'zh', query.download === 'true');
    return { ...page, headers: { ...page.headers, Vary: 'Accept' } };
  },
});

/** Rectification letters, as stores get them. */
export const SENT_LETTER_OPERATIONS: readonly AnyOperation[] = [listSentLetters, getSentLetter];
