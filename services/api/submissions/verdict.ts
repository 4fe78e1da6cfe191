import { ownSubmission } from '../access/authorise.ts';
import { operation } from '../operation.ts';
import { verdictAnswerSchema } from '../schemas/submission.ts';
import { lasting } from './lasting.ts';
import { submissionParams } from './parameters.ts';
import { verdictPending } from './pending.ts';
import { verdictAnswer } from './verdict-answer.ts';

export const getVerdict = operation({
  id: 'getVerdict',
  method: 'get',
  path: '/v1/submissions/{id}/verdict',
  tag: 'submissions',
  summary: { zh: '机审结论', en: 'The verdict' },
  description: {
    zh: '最近一轮的结论；审核员要求重新检查期间仍给出上一轮的，轮次见 run。',
    en: 'Of the newest run that has one: while a reviewer has it checked again, that of the run before, which `run` names.',
  },
  scope: 'submissions:read',
  params: submissionParams,
  responses: {
    200: {
      description: { zh: '机审结论，含每项条款的评估与证据', en: 'The verdict, with an assessment of every clause and evidence' },
      schema: verdictAnswerSchema,
      headers: { ETag: { zh: '结论不变则不变', en: 'Changes only with the verdict' } },
    },
  },
  problems: ['not-found', 'verdict-pending'],
  async handle({ ports, caller, params, response }) {
    const submission = await ownSubmission(ports, caller, params.id);
    response.locals.submissionId = submission.id;
    const body = await verdictAnswer(ports, submission.id);
    if (body === null) throw verdictPending(submission);
    return { status: 200, body, headers: lasting(body) };
  },
});
