import { POLICY_ITEM_STATES } from '../../../../../../shared/domain/report/table-words.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { TableScroll } from '../../../shell/table-scroll.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';
import { useReport } from '../report/report-context.tsx';
import { mismatchesFirst } from './mismatch.ts';

const WEIGHT = { violating: 3, absent: 2, 'word-only': 1, substance: 0 } as const;

/** The checklist of what a policy must say, and whether it does: what is missing first. */
export function PolicyItems({ onlyMissing }: { readonly onlyMissing: boolean }) {
  const { t } = useLanguage();
  const { report } = useReport();
  const rows = mismatchesFirst(report.policyItems, ({ state }) => WEIGHT[state]).filter(
    ({ state }) => !onlyMissing || state !== 'substance',
  );
  return (
    <section className="panel">
      <h2>
        {t({ zh: `政策要点（${report.policyItems.length}）`, en: `What the policy must say (${report.policyItems.length})` })}
      </h2>
      {rows.length === 0 ? (
        <p>{t({ zh: '没有。', en: 'None.' })}</p>
      ) : (
        <TableScroll label={t({ zh: '政策要素', en: 'Items of the policy' })}>
          <table className="facts-table">
            <thead>
              <tr>
                <th scope="col">{t({ zh: '要点', en: 'Item' })}</th>
                <th scope="col">{t({ zh: '政策中', en: 'In the policy' })}</th>
                <th scope="col">{t({ zh: '原文', en: 'Its words' })}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, title, state, excerpt }) => (
                <tr key={id}>
                  <th scope="row">
                    {t(title)} <span className="evidence-note">{id}</span>
                  </th>
                  <td className={state === 'substance' ? '' : 'mismatch'}>{t(POLICY_ITEM_STATES[state])}</td>
                  <td>{excerpt === null ? '—' : <Untrusted text={excerpt} most={160} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}
