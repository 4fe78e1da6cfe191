import { z } from 'zod';
import { REPORT_LANGUAGES } from '../../../../shared/pledge/reports/index.ts';
import { letterPage } from '../../letters/present.ts';
import { operation } from '../../operation.ts';
import { letterOf, letterParams } from './parameters.ts';

export const printLetter = operation({
  id: 'printLetter',
  method: 'get',
  path: '/v1/review/letters/{id}/print',
  tag: 'review',
  summary: { zh: '整改通知的打印页', en: 'A letter as a page for paper' },
  description: {
    zh: 'A4，每个问题至多一页；自成一体，无脚本，全部文字已转义。',
    en: 'A4, one page a finding at most; one file, no script, every text escaped.',
  },
  scope: null,
  right: 'read',
  params: letterParams,
  query: z.strictObject({ lang: z.enum(REPORT_LANGUAGES).optional().describe('语言，默认 zh / The language, zh by default') }),
  responses: {
    200: { description: { zh: '打印页', en: 'The page' }, otherwise: { 'text/html': { zh: '整改通知', en: 'The letter' } } },
  },
  problems: ['not-found'],
  async handle({ ports, params, query }) {
    const letter = await letterOf(ports, params.id);
    return letterPage(letter, letter.sentAt === null ? null : new Date(letter.sentAt), query.lang ?? 'zh');
  },
});
