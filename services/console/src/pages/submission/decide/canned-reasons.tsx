import type { CannedReason } from '../../../../../../shared/domain/review/reason.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { visibleText } from '../../../shell/visible-characters.ts';

/** So many have a digit of their own. */
export const WITH_DIGIT = 9;

interface Given {
  readonly reasons: readonly CannedReason[];
  readonly onInsert: (reason: CannedReason) => void;
}

/** Canned reasons to insert: the likely ones with a digit each, all others in a list. */
export function CannedReasons({ reasons, onInsert }: Given) {
  const { t } = useLanguage();
  if (reasons.length === 0) return null;
  const others = reasons.slice(WITH_DIGIT);
  return (
    <div className="canned">
      <div id="canned-title" className="decide-label">
        {t({ zh: '常用理由', en: 'Canned reasons' })}
      </div>
      <ol className="canned-list" aria-labelledby="canned-title">
        {reasons.slice(0, WITH_DIGIT).map((reason, place) => (
          <li key={reason.id}>
            <button type="button" title={visibleText(t(reason.text), 400)} onClick={() => onInsert(reason)}>
              <kbd>{place + 1}</kbd> <bdi>{visibleText(t(reason.title), 80)}</bdi>
            </button>
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <select
          aria-label={t({ zh: '其他常用理由', en: 'Other canned reasons' })}
          value=""
          onChange={({ target }) => {
            const chosen = others.find(({ id }) => id === target.value);
            if (chosen !== undefined) onInsert(chosen);
          }}
        >
          <option value="">
            {t({ zh: `其他常用理由（${others.length}）…`, en: `Other canned reasons (${others.length}) …` })}
          </option>
          {others.map((reason) => (
            <option key={reason.id} value={reason.id}>
              {visibleText(t(reason.title), 80)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
