import type { RulebookTrial } from '../../../../../shared/domain/review/rulebook-view.ts';
import type { Bilingual } from '../../../../../shared/domain/text.ts';
import { useLanguage } from '../../i18n/language.tsx';

const KINDS: Readonly<Record<string, Bilingual>> = {
  appeared: { zh: '新出现', en: 'new' },
  gone: { zh: '不再出现', en: 'gone' },
  raised: { zh: '加重', en: 'raised' },
  lowered: { zh: '减轻', en: 'lowered' },
  newlyWaived: { zh: '新豁免', en: 'newly waived' },
  noLongerWaived: { zh: '不再豁免', en: 'no longer waived' },
  nowObserved: { zh: '转为仅观察', en: 'now only observed' },
  noLongerObserved: { zh: '由观察转为生效', en: 'no longer only observed' },
};

/** What each rule contributes to the change. */
export function TrialRules({ rules }: { readonly rules: RulebookTrial['byRule'] }) {
  const { t } = useLanguage();
  if (rules.length === 0) return <p>{t({ zh: '没有任何变化。', en: 'Nothing would change.' })}</p>;
  return (
    <table className="rulebook-table">
      <caption>{t({ zh: '按规则', en: 'By rule' })}</caption>
      <thead>
        <tr>
          <th scope="col">{t({ zh: '规则', en: 'Rule' })}</th>
          <th scope="col">{t({ zh: '因此改变结论的应用', en: 'Apps that it moves' })}</th>
          <th scope="col">{t({ zh: '问题', en: 'Findings' })}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map(({ rule, apps, findings }) => (
          <tr key={rule}>
            <th scope="row">
              <code>{rule}</code>
            </th>
            <td>{apps.approve + apps.review + apps.reject}</td>
            <td>
              {Object.entries(findings)
                .filter(([kind, count]) => count > 0 && Object.hasOwn(KINDS, kind))
                .map(([kind, count]) => `${t(KINDS[kind]!)} ${count}`)
                .join(t({ zh: '，', en: ', ' })) || '—'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
