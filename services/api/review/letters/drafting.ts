import { newId } from '../../new-id.ts';
import { operation } from '../../operation.ts';
import { letterRegenerationSchema, letterSchema, lettersSchema, newLetterSchema } from '../../schemas/letters.ts';
import { submissionParams } from '../../submissions/parameters.ts';
import { anySubmission, draftLetter } from './draft.ts';
import { letterOf, letterParams, savedLetter } from './parameters.ts';

export const listLetters = operation({
  id: 'listLetters',
  method: 'get',
  path: '/v1/review/submissions/{id}/letters',
  tag: 'review',
  summary: { zh: '一次送审的整改通知，含草稿', en: 'Rectification letters of a submission, drafts included' },
  scope: null,
  right: 'read',
  params: submissionParams,
  responses: { 200: { description: { zh: '整改通知', en: 'The letters' }, schema: lettersSchema } },
  problems: ['not-found'],
  async handle({ ports, params }) {
    const { id } = await anySubmission(ports, params.id);
    return { status: 200, body: await ports.database.letters.ofSubmission(id) };
  },
});

export const createLetter = operation({
  id: 'createLetter',
  method: 'post',
  path: '/v1/review/submissions/{id}/letters',
  tag: 'review',
  summary: { zh: '由问题生成整改通知草稿', en: 'Generate a draft of a letter from the findings' },
  description: {
    zh: '取审核决定认定的问题（不含误报）；尚无决定时取“驳回”“复核”类问题。发送前可修改。',
    en: 'Tells the findings that stand by the decision, without false alarms; before there is one, those that reject or hold. It can be edited until it is sent.',
  },
  scope: null,
  right: 'decide',
  params: submissionParams,
  body: newLetterSchema,
  responses: { 201: { description: { zh: '草稿', en: 'The draft' }, schema: letterSchema } },
  problems: ['not-found', 'verdict-pending'],
  async handle({ ports, account, params, body, response }) {
    const submission = await anySubmission(ports, params.id);
    response.locals.submissionId = submission.id;
    const draft = await draftLetter(ports, submission, body.findings);
    const letter = await ports.database.letters.create({ id: newId('ltr'), submission: submission.id, ...draft }, account);
    return { status: 201, body: letter };
  },
});

export const regenerateLetter = operation({
  id: 'regenerateLetter',
  method: 'post',
  path: '/v1/review/letters/{id}/regenerate',
  tag: 'review',
  summary: { zh: '重新生成草稿', en: 'Generate a draft anew' },
  description: {
    zh: '以现在的机审结论和审核决定重写全文，放弃手工修改。',
    en: 'Writes all of it again from the verdict and the decision as they are now; what people had edited is given up.',
  },
  scope: null,
  right: 'decide',
  params: letterParams,
  body: letterRegenerationSchema,
  responses: { 200: { description: { zh: '草稿', en: 'The draft' }, schema: letterSchema } },
  problems: ['not-found', 'verdict-pending', 'conflict'],
  async handle({ ports, account, params, body, response }) {
    const letter = await letterOf(ports, params.id);
    response.locals.submissionId = letter.submission;
    const { content, ...made } = await draftLetter(ports, await anySubmission(ports, letter.submission), body.findings);
    return { status: 200, body: savedLetter(await ports.database.letters.save(letter.id, body.version, content, account, made)) };
  },
});
