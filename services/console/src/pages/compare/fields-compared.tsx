import type { FieldChange } from '../../../../../shared/domain/review/version-comparison.ts';
import type { Bilingual } from '../../../../../shared/domain/text.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';
import { FIELD_NAMES, VALUE_NAMES } from './words.ts';

/** Fields that are not the same, side by side. */
export function FieldsCompared({ title, fields }: { readonly title: Bilingual; readonly fields: readonly FieldChange[] }) {
  const { t } = useLanguage();
  return (
    <div className="compare-fields">
      <h3>{t(title)}</h3>
      {fields.length === 0 ? (
        <p className="compare-quiet">{t({ zh: '没有变化', en: 'No change' })}</p>
      ) : (
        <table>
          <caption className="visually-hidden">{t(title)}</caption>
          <thead>
            <tr>
              <th scope="col">{t({ zh: '字段', en: 'Field' })}</th>
              <th scope="col">{t({ zh: '旧版本', en: 'Earlier' })}</th>
              <th scope="col">{t({ zh: '新版本', en: 'Later' })}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row">{t(FIELD_NAMES[field])}</th>
                <td>
                  <Value text={before} />
                </td>
                <td>
                  <Value text={after} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Value({ text }: { readonly text: string | null }) {
  const { t } = useLanguage();
  if (text === null) return <span className="compare-quiet">{t({ zh: '无', en: 'none' })}</span>;
  const known = Object.hasOwn(VALUE_NAMES, text) ? VALUE_NAMES[text] : undefined;
  return known === undefined ? <Untrusted text={text} most={300} lines /> : t(known);
}
