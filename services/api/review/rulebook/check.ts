import { z } from 'zod';
import { MAX_BYTES } from '../../../../shared/checks/rulebook/document.ts';
import { dayInChina } from '../../../../shared/domain/day.ts';
import { operation } from '../../operation.ts';
import { publish } from '../../schemas/published.ts';
import { rulebookCheckSchema } from '../../schemas/review-rulebook.ts';
import { READING_MS } from './limits.ts';

export const checkRulebook = operation({
  id: 'checkRulebook',
  method: 'post',
  path: '/v1/review/rulebook/checks',
  tag: 'review',
  summary: { zh: '检查规则库文本', en: 'Check the text of a rulebook' },
  description: {
    zh: '与命令行 rulebook check 相同：列出每处错误与提示的行列。不改变任何东西。',
    en: 'The same as `rulebook check` of the command line: every fault and remark with its line and column. Nothing is changed.',
  },
  scope: null,
  right: 'try-rulebook',
  // As JSON a character may take six bytes.
  bodyBytes: 2 * MAX_BYTES,
  body: publish('RulebookText', z.strictObject({ text: z.string().max(MAX_BYTES) })),
  responses: { 200: { description: { zh: '检查结果', en: 'What there is to say' }, schema: rulebookCheckSchema } },
  problems: ['payload-too-large'],
  async handle({ ports, body, gone }) {
    const on = dayInChina(ports.clock());
    const { check } = await ports.apart.checkRulebook({ text: body.text, on }, { timeoutMs: READING_MS, signal: gone });
    return { status: 200, body: check };
  },
});
