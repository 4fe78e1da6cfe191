import { SEVERITIES } from '../../../../../shared/domain/severity.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { ListedRow } from './dossier-list.ts';
import { SEVERITY_NAMES, STATE_NAMES, URGENCY_NAMES, VERDICT_NAMES } from './words.ts';

const WORST_FIRST = [...SEVERITIES].reverse();

/** The machine's verdict, and where the dossier stands if it does not simply wait. */
export function Standing({ row }: { readonly row: ListedRow }) {
  const { t } = useLanguage();
  return (
    <>
      <span className={`queue-tag queue-tag-${row.verdict}`}>{t(VERDICT_NAMES[row.verdict])}</span>
      {row.state !== 'open' && <span className="queue-tag queue-tag-state">{t(STATE_NAMES[row.state])}</span>}
      {row.left && <span className="queue-tag queue-tag-state">{t({ zh: '已离开本列表', en: 'Left this list' })}</span>}
    </>
  );
}

/** What makes it urgent. */
export function Urgencies({ row }: { readonly row: ListedRow }) {
  const { t } = useLanguage();
  return row.urgencies.map((urgency) => (
    <span key={urgency} className={`queue-tag queue-tag-${urgency}`}>
      {t(URGENCY_NAMES[urgency])}
      {urgency === 'repeat-offender' && <Offences count={row.offences} />}
    </span>
  ));
}

function Offences({ count }: { readonly count: number }) {
  const { t } = useLanguage();
  const hint = t({
    zh: `近 12 个月有 ${count} 次被人工驳回或要求整改`,
    en: `${count} times rejected or sent back by a person in 12 months`,
  });
  return (
    <span title={hint}>
      <span aria-hidden="true"> ×{count}</span>
      <span className="visually-hidden"> {hint}</span>
    </span>
  );
}

/** How many findings of each severity, worst first. */
export function SeverityCounts({ findings }: { readonly findings: ListedRow['findings'] }) {
  const { t } = useLanguage();
  return WORST_FIRST.filter((severity) => findings[severity] > 0).map((severity) => {
    const { sign, name } = SEVERITY_NAMES[severity];
    const hint = `${findings[severity]} ${t({ zh: `个${name.zh}`, en: name.en })}`;
    return (
      <span key={severity} className={`queue-count queue-count-${severity}`} title={hint}>
        <span aria-hidden="true">
          {t(sign)} {findings[severity]}
        </span>
        <span className="visually-hidden">{hint}</span>
      </span>
    );
  });
}
