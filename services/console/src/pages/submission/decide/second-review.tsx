import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { type Decision, OUTCOME_OF } from '../../../../../../shared/domain/review/decision.ts';
import type { SubmissionView } from '../../../../../../shared/domain/review/dossier.ts';
import { post } from '../../../api/client.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { announce } from '../../../shell/announce.tsx';
import { DecisionCard } from '../history/decision-card.tsx';
import { useReport } from '../report/report-context.tsx';
import { REASON_MOST } from './draft.ts';
import { rememberDecision } from './last-decision.ts';
import { ProblemText } from './problem-text.tsx';

/** What the first reviewer proposes, in their words, and the second one's answer. */
export function SecondReview({ view, proposal }: { readonly view: SubmissionView; readonly proposal: Decision }) {
  const { t } = useLanguage();
  const { report } = useReport();
  const client = useQueryClient();
  const [comment, setComment] = useState('');
  const answer = useMutation({
    mutationFn: (verb: 'confirm' | 'decline') =>
      post<Decision>(`/v1/review/decisions/${encodeURIComponent(proposal.id)}/${verb}`, { comment: comment.trim() }),
    onSuccess: (decision) => {
      if (decision.state === 'effective')
        rememberDecision({ decision, appName: report.app.name, until: Date.now() + view.undoSeconds * 1_000, fresh: true });
      announce(
        decision.state === 'effective'
          ? t({ zh: '已确认，决定生效', en: 'Confirmed: the decision is in effect' })
          : t({ zh: '未同意，案卷退回', en: 'Declined: the dossier is open again' }),
      );
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['submission', view.submission], exact: true }),
  });
  return (
    <div className="second-review">
      <p>
        {t(
          OUTCOME_OF[proposal.kind] === 'approve'
            ? {
                zh: '此决定放行机审驳回的应用，须由您（第二人）确认。',
                en: 'This lets through what the machine rejected: as the second reviewer you confirm or decline it.',
              }
            : {
                zh: '此决定豁免机审驳回的问题，以后的版本因此放行，须由您（第二人）确认。',
                en: 'This waives what the machine rejected, for later versions: as the second reviewer you confirm or decline it.',
              },
        )}
      </p>
      <DecisionCard decision={proposal} />
      <label className="decide-label" htmlFor="second-comment">
        {t({ zh: '复核意见（不同意时必填，不告知开发者）', en: 'Your comment (required to decline; not told to the developer)' })}
      </label>
      <textarea
        id="second-comment"
        rows={4}
        maxLength={REASON_MOST}
        value={comment}
        onChange={({ target }) => setComment(target.value)}
      />
      {answer.isError && (
        <div role="alert" className="decide-error">
          <ProblemText error={answer.error} />
        </div>
      )}
      <div className="decide-submit">
        <Button type="primary" loading={answer.isPending} onClick={() => answer.mutate('confirm')}>
          {t({ zh: '确认', en: 'Confirm' })}
        </Button>
        <Button disabled={comment.trim() === '' || answer.isPending} onClick={() => answer.mutate('decline')}>
          {t({ zh: '不同意', en: 'Decline' })}
        </Button>
      </div>
    </div>
  );
}
