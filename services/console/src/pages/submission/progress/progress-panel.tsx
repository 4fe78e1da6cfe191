import { useEffect, useState } from 'react';
import type { SubmissionView } from '../../../../../../shared/domain/review/dossier.ts';
import { formatTime } from '../../../i18n/format.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { SUBMISSION_STATE_NAMES } from '../words.ts';
import { RerunButton } from './rerun.tsx';
import { StageList } from './stage-list.tsx';

/** After so long without any change a person is told that this is not usual. */
const PATIENCE_MS = 120_000;

/** A submission without a result yet: how far it is, or why it ended without one. */
export function ProgressPanel({ view }: { readonly view: SubmissionView }) {
  const { t, language } = useLanguage();
  const slow = useSlow(`${view.state} ${view.progress.map(({ status }) => status).join()}`);
  const pending = isPending(view);
  return (
    <section className="panel" aria-labelledby="progress-title" aria-busy={pending}>
      <h2 id="progress-title">{t(SUBMISSION_STATE_NAMES[view.state])}</h2>
      <p role="status">
        {pending
          ? t({ zh: '结果出来后本页自动显示，无须刷新。', en: 'The result will appear here by itself.' })
          : view.state === 'failed'
            ? t({ zh: '系统没有得出结论；这不是通过。', en: 'The machine reached no verdict; this is not an approval.' })
            : t({ zh: '这次送审不再检测。', en: 'This submission is not looked at any more.' })}
      </p>
      {view.failure !== null && (
        <p role="alert" className="evidence-warning">
          {t(view.failure.text)} <code>{view.failure.code}</code>
        </p>
      )}
      <StageList stages={view.progress} />
      {pending && slow && (
        <p role="alert" className="evidence-warning">
          {t({
            zh: '两分钟没有进展：可能在排队或服务繁忙。可先处理其他案卷，或请运维查看队列。',
            en: 'No progress for two minutes: it may wait in a queue. Take another dossier, or ask operations to look at the queues.',
          })}
        </p>
      )}
      <p className="evidence-note">
        {t({ zh: '送审时间 ', en: 'Submitted ' })}
        {formatTime(view.createdAt, language)} · {t({ zh: `第 ${view.run} 轮`, en: `run ${view.run}` })}
      </p>
      <RerunButton view={view} />
    </section>
  );
}

/** Still on its way to a verdict. */
export function isPending({ state }: Pick<SubmissionView, 'state'>): boolean {
  return state === 'received' || state === 'stored' || state === 'inspecting' || state === 'checking';
}

/** Whether nothing has changed for a while. @param mark changes with every step forward */
function useSlow(mark: string): boolean {
  const [slow, setSlow] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(mark), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [mark]);
  return slow === mark;
}
