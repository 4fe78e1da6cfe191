import { DECISION_KINDS, type DecisionKind } from '../../../../../../shared/domain/review/decision.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Keys } from '../../../shell/shortcuts-dialog.tsx';
import { KIND_MEANINGS, KIND_NAMES } from '../words.ts';

/** The key of each kind of decision. */
export const KIND_KEYS: Readonly<Record<DecisionKind, string>> = {
  uphold: 'u',
  overturn: 'v',
  rectify: 'r',
  'approve-with-warning': 'w',
};

/** What can be decided, each with its meaning and its key. */
export function KindButtons({
  kind,
  onChoose,
}: {
  readonly kind: DecisionKind | null;
  readonly onChoose: (kind: DecisionKind) => void;
}) {
  const { t } = useLanguage();
  return (
    <fieldset className="decide-kinds">
      <legend className="visually-hidden">{t({ zh: '决定', en: 'Decision' })}</legend>
      {DECISION_KINDS.map((each) => (
        <button key={each} type="button" data-kind={each} aria-pressed={kind === each} onClick={() => onChoose(each)}>
          <span className="decide-kind-name">
            {t(KIND_NAMES[each])} <Keys keys={KIND_KEYS[each]} />
          </span>
          <span className="decide-kind-meaning">{t(KIND_MEANINGS[each])}</span>
        </button>
      ))}
    </fieldset>
  );
}
