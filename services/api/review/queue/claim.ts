import { requireRight } from '../../access/session.ts';
import { operation } from '../../operation.ts';
import { notFound, Problem } from '../../problems/problem.ts';
import { claimRequestSchema, claimSchema, releasedSchema } from '../../schemas/review-queue.ts';
import { submissionParams } from '../../submissions/parameters.ts';

export const claimDossier = operation({
  id: 'claimDossier',
  method: 'post',
  path: '/v1/review/submissions/{id}/claim',
  tag: 'review',
  summary: { zh: '领取案卷，或延长领取', en: 'Claim a dossier, or hold it for longer' },
  description: {
    zh: '同一时间只有一人持有；到期自动失效（CLAIM_MINUTES），持有人再次调用即延长。他人持有时答 409 并说明是谁；takeOver 可接过，需要 confirm 权限。作出决定后自动释放。',
    en: 'One holder at a time; it ends by itself (CLAIM_MINUTES), and the holder’s next call prolongs it. Held by somebody else: 409, which says by whom; takeOver takes it from them with the right confirm. A decision releases it.',
  },
  scope: null,
  right: 'decide',
  params: submissionParams,
  body: claimRequestSchema,
  responses: { 200: { description: { zh: '已领取', en: 'Claimed' }, schema: claimSchema } },
  problems: ['not-found', 'conflict'],
  async handle({ ports, account, params, body, response }) {
    response.locals.submissionId = params.id;
    const takeOver = body.takeOver ?? false;
    if (takeOver) requireRight(account, 'confirm');
    const minutes = ports.configuration.reviewing.claimMinutes;
    const result = await ports.database.dossiers.claim(params.id, account, { minutes, takeOver });
    if (result.outcome === 'claimed') return { status: 200, body: result.claim };
    if (result.outcome === 'unknown') throw notFound({ zh: '案卷', en: 'dossier' });
    if (result.outcome === 'closed')
      throw new Problem('conflict', {
        zh: '案卷已无需处理，不必领取',
        en: 'Nothing is left to be decided, so there is nothing to claim',
      });
    const { displayName } = result.claim.by;
    const detail = { zh: `${displayName} 正在处理，尚未释放`, en: `${displayName} is working on it and has not given it back` };
    throw new Problem('conflict', detail, { claim: result.claim });
  },
});

export const releaseDossier = operation({
  id: 'releaseDossier',
  method: 'delete',
  path: '/v1/review/submissions/{id}/claim',
  tag: 'review',
  summary: { zh: '放弃领取', en: 'Give a claim back' },
  description: { zh: '只影响自己的领取；重复调用不报错。', en: 'One’s own alone; doing it again is no error.' },
  scope: null,
  right: 'decide',
  params: submissionParams,
  responses: { 200: { description: { zh: '已处理', en: 'Done' }, schema: releasedSchema } },
  problems: [],
  async handle({ ports, account, params }) {
    return { status: 200, body: { released: await ports.database.dossiers.release(params.id, account) } };
  },
});
