import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Decision } from '../../../../../../shared/domain/review/decision.ts';
import type { SubmissionView } from '../../../../../../shared/domain/review/dossier.ts';
import { post } from '../../../api/client.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { announce } from '../../../shell/announce.tsx';
import { useReport } from '../report/report-context.tsx';
import { KIND_NAMES } from '../words.ts';
import { type Draft, decisionOf } from './draft.ts';
import { rememberDecision } from './last-decision.ts';

/** Sends the decision; what it changed is asked for anew, and what stood in its way as well. */
export function useSendDecision(view: SubmissionView, draft: Draft, appeal: string | null, revise: boolean) {
  const { t } = useLanguage();
  const { report } = useReport();
  const client = useQueryClient();
  const refresh = async () => {
    await client.invalidateQueries({ queryKey: ['submission', view.submission], exact: true });
    await client.invalidateQueries({ queryKey: ['dossiers'] });
  };
  return useMutation({
    mutationFn: () =>
      post<Decision>(
        `/v1/review/submissions/${encodeURIComponent(view.submission)}/decisions`,
        decisionOf(draft, report.submission.run ?? view.run, appeal, revise),
      ),
    onSuccess: async (decision) => {
      rememberDecision({ decision, appName: report.app.name, until: Date.now() + view.undoSeconds * 1_000, fresh: true });
      announce(t({ zh: `已决定：${KIND_NAMES[decision.kind].zh}`, en: `Decided: ${KIND_NAMES[decision.kind].en}` }));
      await refresh();
    },
    onError: async (error) => {
      if (error instanceof ApiProblem && error.status === 409) await refresh();
    },
  });
}
