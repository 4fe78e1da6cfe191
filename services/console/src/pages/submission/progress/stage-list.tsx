import { CHECK_NAMES } from '../../../../../../shared/domain/check.ts';
import type { StageProgress } from '../../../../../../shared/domain/review/dossier.ts';
import type { Bilingual } from '../../../../../../shared/domain/text.ts';
import { formatTime } from '../../../i18n/format.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';
import './progress.css';

const STATUS: Readonly<Record<StageProgress['status'], Bilingual>> = {
  waiting: { zh: '等待中', en: 'waiting' },
  running: { zh: '进行中', en: 'running' },
  completed: { zh: '完成', en: 'done' },
  failed: { zh: '失败', en: 'failed' },
  skipped: { zh: '未进行', en: 'skipped' },
};

const MARKS: Readonly<Record<StageProgress['status'], string>> = {
  waiting: '○',
  running: '◐',
  completed: '●',
  failed: '✕',
  skipped: '–',
};

const STAGES: Readonly<Record<string, Bilingual>> = {
  retrieval: { zh: '取回安装包', en: 'Fetch the package' },
  received: { zh: '接收安装包', en: 'Receive the package' },
  stored: { zh: '保存安装包', en: 'Store the package' },
  policy: { zh: '读取隐私政策', en: 'Read the privacy policy' },
  inspection: { zh: '解析安装包', en: 'Read the package' },
  verdict: { zh: '得出机审结论', en: 'Reach a verdict' },
  decided: { zh: '得出机审结论', en: 'Reach a verdict' },
  notification: { zh: '通知商店', en: 'Tell the store' },
  notified: { zh: '通知商店', en: 'Tell the store' },
  ...CHECK_NAMES,
};

/** Every stage of the run: what is done, what runs, what failed and why. */
export function StageList({ stages }: { readonly stages: readonly StageProgress[] }) {
  const { t, language } = useLanguage();
  return (
    <ol className="stages">
      {stages.map(({ stage, status, at, reason }) => (
        <li key={stage} data-stage={stage} data-status={status}>
          <span aria-hidden="true" className="stage-mark">
            {MARKS[status]}
          </span>
          <span className="stage-name">{Object.hasOwn(STAGES, stage) ? t(STAGES[stage]!) : stage}</span>
          <span className="stage-status">{t(STATUS[status])}</span>
          <span className="evidence-note">{at === null ? '' : formatTime(at, language)}</span>
          {reason !== null && (
            <p className="stage-reason">
              <Untrusted text={t(reason)} most={600} />
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
