import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { DECISION_NAMES } from '../../../../../shared/domain/report/names.ts';
import type { SubmissionView } from '../../../../../shared/domain/review/dossier.ts';
import { useSession } from '../../api/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { announce } from '../../shell/announce.tsx';
import { LoadFailed } from '../../shell/load-failed.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import { useShortcuts } from '../../shell/shortcuts.tsx';
import { visibleText } from '../../shell/visible-characters.ts';
import { useClaim } from './claim.ts';
import { nextDossier, queueOf } from './decide/next-dossier.ts';
import { UndoToast } from './decide/undo-toast.tsx';
import { isPending, ProgressPanel } from './progress/progress-panel.tsx';
import { ReportProvider } from './report/report-context.tsx';
import { Result } from './result.tsx';
import { FindingsSkeleton } from './skeleton.tsx';
import { Top } from './top/top.tsx';
import { type useEarlyReport, useLiveSubmission, useReportOf } from './use-submission.ts';

const SCOPE = { zh: '送审页', en: 'Submission' } as const;

interface Given {
  readonly view: SubmissionView;
  /** The last attempt to ask for it anew failed. */
  readonly stale: boolean;
  readonly early: ReturnType<typeof useEarlyReport>;
}

/** A submission that has come: its progress, or its result with everything to decide it. */
export function SubmissionShown({ view, stale, early }: Given) {
  const { t } = useLanguage();
  const hasVerdict = view.decidedAt !== null && !isPending(view) && view.state !== 'failed';
  const report = useReportOf(view.submission, view.run, hasVerdict, early);
  const { claim, takeOver } = useClaim(view);
  const heard = useLiveSubmission(view.submission);
  const next = useNext(view.submission);
  useShortcuts([{ keys: 'n', label: { zh: '下一个案卷', en: 'Next dossier' }, do: next }], SCOPE);
  const app = report.data?.app ?? view.dossier?.app ?? null;
  usePageTitle(app === null ? t({ zh: '送审', en: 'Submission' }) : visibleText(app.name, 60));
  useNews(view);
  return (
    <div className="submission">
      <Top view={view} report={report.data ?? null} claim={claim} />
      {(stale || !heard) && (
        <p role="alert" className="stale">
          {t({
            zh: '与服务器的连接中断，所示内容可能已过时；会自动重试。',
            en: 'The server cannot be reached; what is shown may be out of date. It is tried again by itself.',
          })}
        </p>
      )}
      {!hasVerdict ? (
        <ProgressPanel view={view} />
      ) : report.data !== undefined ? (
        <ReportProvider submission={view.submission} report={report.data}>
          <Result view={view} claim={claim} onTakeOver={takeOver} />
        </ReportProvider>
      ) : report.isError ? (
        <LoadFailed error={report.error} retry={() => void report.refetch()} />
      ) : (
        <FindingsSkeleton />
      )}
      <UndoToast onNext={next} />
    </div>
  );
}

/** Goes to the next dossier of the queue that the reviewer came from, or to the queue when there is none left. */
function useNext(submission: string): () => void {
  const { account } = useSession();
  const { t } = useLanguage();
  const navigate = useNavigate();
  const { state } = useLocation();
  const busy = useRef(false);
  return () => {
    if (busy.current) return;
    busy.current = true;
    void nextDossier(submission, account.id, queueOf(state))
      .then((next) => {
        if (next === null) announce(t({ zh: '队列中没有其他待审案卷', en: 'No other dossier is open in the queue' }));
        return navigate(next === null ? '/queue' : `/submissions/${encodeURIComponent(next)}`, { state });
      })
      .catch(() => navigate('/queue'))
      .finally(() => {
        busy.current = false;
      });
  };
}

/** Tells of a verdict that came, or a newer one, while the page was open. */
function useNews(view: SubmissionView): void {
  const { t } = useLanguage();
  const pending = isPending(view);
  const before = useRef(pending);
  const verdict = view.dossier?.verdict;
  useEffect(() => {
    if (before.current && !pending)
      announce(
        verdict === undefined
          ? t({ zh: '检测结束', en: 'The run has ended' })
          : t({ zh: `机审结论：${DECISION_NAMES[verdict].zh}`, en: `The verdict: ${DECISION_NAMES[verdict].en}` }),
      );
    before.current = pending;
  }, [pending, verdict, t]);
}
