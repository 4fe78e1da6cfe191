import { Select } from 'antd';
import { DECISION_NAMES } from '../../../../../shared/domain/report/names.ts';
import type { ComparableVersion, ComparisonAnswer } from '../../../../../shared/domain/review/version-comparison.ts';
import { formatDay } from '../../i18n/format.ts';
import { type Language, useLanguage } from '../../i18n/language.tsx';
import { visibleText } from '../../shell/visible-characters.ts';
import { OUTCOME_NAMES } from '../submission/words.ts';

interface Given {
  readonly answer: Pick<ComparisonAnswer, 'previousApproved' | 'others'>;
  /** Null for the version approved last. */
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}

/** Chooses the version on the other side. */
export function OtherVersion({ answer, chosen, onChoose }: Given) {
  const { t, language } = useLanguage();
  const { previousApproved, others } = answer;
  const label = t({ zh: '与哪个版本比较', en: 'Compare with' });
  return (
    <div className="compare-other">
      <label htmlFor="compare-other">{label}</label>
      <Select
        id="compare-other"
        aria-label={label}
        className="compare-other-select"
        value={chosen ?? previousApproved ?? undefined}
        placeholder={t({ zh: '选择一个版本', en: 'Choose a version' })}
        onChange={(id) => onChoose(id === previousApproved ? null : id)}
        options={others.map((each) => ({ value: each.submission, label: labelOf(each, previousApproved, language) }))}
        popupMatchSelectWidth={false}
      />
    </div>
  );
}

function labelOf(
  { submission, versionName, createdAt, verdict, outcome }: ComparableVersion,
  approved: string | null,
  language: Language,
) {
  const decided =
    outcome === null ? (verdict === null ? '' : DECISION_NAMES[verdict][language]) : OUTCOME_NAMES[outcome][language];
  const last = { zh: '（最近一次上架）', en: ' (approved last)' }[language];
  const name = visibleText(versionName ?? submission, 40);
  return `${name} · ${formatDay(createdAt, language)} · ${decided}${submission === approved ? last : ''}`;
}
