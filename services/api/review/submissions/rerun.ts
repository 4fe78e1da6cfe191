import { operation } from '../../operation.ts';
import { notFound, Problem } from '../../problems/problem.ts';
import { rerunSchema } from '../../schemas/review-submission.ts';
import { submissionParams } from '../../submissions/parameters.ts';
import { refusalOf } from '../decisions/refusal.ts';

export const rerunSubmission = operation({
  id: 'rerunSubmission',
  method: 'post',
  path: '/v1/review/submissions/{id}/rerun',
  tag: 'review',
  summary: { zh: '重新检查', en: 'Check it again' },
  description: {
    zh: '失败的，或机审已有结论而尚无人工决定的送审，以新的轮次重新检查（当日的规则库、备案与政策页面）。新结论会作为新的 submission.decided 事件告知商店；此前上一轮的结论仍可查询。',
    en: 'One that failed, or that the machine has decided and no person: a new run with the rulebook, the filings and the policy’s page of today. Its verdict is told to the store as a new submission.decided event; until then the verdict of the run before can still be read.',
  },
  scope: null,
  right: 'rerun',
  params: submissionParams,
  responses: { 202: { description: { zh: '已开始', en: 'Started' }, schema: rerunSchema } },
  problems: ['not-found', 'conflict'],
  async handle({ ports, account, params, response }) {
    response.locals.submissionId = params.id;
    const result = await ports.database.submissions.rerun(params.id, account);
    switch (result.outcome) {
      case 'unknown':
        throw notFound({ zh: '送审', en: 'submission' });
      case 'decided':
        throw new Problem(
          'conflict',
          { zh: '已有人工决定，不能重新检查', en: 'A person has decided it; it is not checked again' },
          { submissionId: params.id },
        );
      case 'claimed':
        throw refusalOf({ refused: 'claimed', by: result.by, until: result.until });
      case 'state': {
        const { state } = result;
        const detail = {
          zh: `状态为 ${state}，只有失败或机审已有结论的送审可以重新检查`,
          en: `Only what failed or has a verdict is checked again; this one is ${state}`,
        };
        throw new Problem('conflict', detail, { state, submissionId: params.id });
      }
      case 'started': {
        const { submission } = result;
        await ports.pipeline.advance(submission).catch((err: unknown) => {
          ports.log.warn(
            { err, submissionId: submission.id },
            'the queue did not hear of a new run; the reconciler will tell it',
          );
        });
        return { status: 202, body: { submission: submission.id, run: submission.run, state: submission.state } };
      }
    }
  },
});
