import type { UseMutationResult } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useMemo, useState } from 'react';
import { SEVERITY_NAMES } from '../../../../../shared/domain/report/names.ts';
import type { SubmissionView } from '../../../../../shared/domain/review/dossier.ts';
import type { Letter } from '../../../../../shared/domain/review/letter.ts';
import { bySeverity } from '../../../../../shared/domain/severity.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { announce } from '../../shell/announce.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';
import { ProblemText } from '../submission/decide/problem-text.tsx';
import { useReportOf } from '../submission/use-submission.ts';
import type { LetterStep } from './use-letters.ts';

interface Given {
  readonly letter: Letter;
  readonly version: number;
  readonly view: SubmissionView;
  readonly step: UseMutationResult<Letter, Error, LetterStep>;
  readonly onDone: (letter: Letter) => void;
  readonly onClose: () => void;
}

/** Which findings the letter is to tell when it is generated anew; false alarms of the decision are none of them. */
export function ChooseFindings({ letter, version, view, step, onDone, onClose }: Given) {
  const { t } = useLanguage();
  const report = useReportOf(view.submission, view.run, true);
  const [chosen, setChosen] = useState(() => new Set(letter.content.items.map(({ fingerprint }) => fingerprint)));
  const findings = useMemo(() => {
    const judged = view.decisions.find(({ state }) => state === 'effective')?.judgements ?? [];
    const alarms = new Set(judged.filter(({ outcome }) => outcome === 'false-alarm').map(({ fingerprint }) => fingerprint));
    return (report.data?.verdict.findings ?? [])
      .filter(({ fingerprint }) => !alarms.has(fingerprint))
      .sort((a, b) => bySeverity(a.severity, b.severity));
  }, [report.data, view.decisions]);
  const told = findings.filter(({ fingerprint }) => chosen.has(fingerprint)).map(({ fingerprint }) => fingerprint);
  const toggle = (fingerprint: string) => {
    const next = new Set(chosen);
    if (!next.delete(fingerprint)) next.add(fingerprint);
    setChosen(next);
  };
  const generate = () =>
    step.mutate(
      { do: 'regenerate', letter: letter.id, version, findings: told.slice(0, 100) },
      {
        onSuccess: (anew) => {
          onDone(anew);
          announce(t({ zh: '已重新生成', en: 'Generated anew' }));
          onClose();
        },
        onError: onClose,
      },
    );
  return (
    <Modal
      open
      width={720}
      title={t({ zh: '重新生成', en: 'Generate anew' })}
      okText={t({ zh: `以 ${told.length} 个问题重新生成`, en: `Generate with ${told.length} findings` })}
      cancelText={t({ zh: '取消', en: 'Cancel' })}
      okButtonProps={{ disabled: told.length === 0 || told.length > 100 }}
      confirmLoading={step.isPending}
      onOk={generate}
      onCancel={onClose}
    >
      <p>
        {t({
          zh: '以现在的机审结论和审核决定重写全文，手工修改将被放弃。请选择写入的问题（至多 100 个）：',
          en: 'All of it is written again from verdict and decision; what was edited by hand is given up. Choose the findings to tell (at most 100):',
        })}
      </p>
      {report.isError && (
        <div role="alert">
          <ProblemText error={report.error} />
        </div>
      )}
      {report.isPending && <p role="status">{t({ zh: '正在读取问题…', en: 'Loading the findings…' })}</p>}
      <ul className="letter-choice">
        {findings.map((finding) => (
          <li key={finding.fingerprint}>
            <label>
              <input type="checkbox" checked={chosen.has(finding.fingerprint)} onChange={() => toggle(finding.fingerprint)} />{' '}
              <b>{t(SEVERITY_NAMES[finding.severity])}</b> {t(finding.title)} <Untrusted text={finding.subject} most={40} />
            </label>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
