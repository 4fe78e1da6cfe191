import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Overview, Quantiles } from '../../../../../shared/domain/review/overview.ts';
import { formatDuration } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { queueLink } from './queue-link.ts';

/** The figures that a manager looks at first; each leads to what it counts, where the queue has it. */
export function KeyFigures({ overview }: { readonly overview: Overview }) {
  const { t } = useLanguage();
  const { totals, backlog, store, timeToVerdict, timeToDecision } = overview;
  const waiting = backlog.reduce((sum, { count }) => sum + count, 0);
  const overdue = backlog.reduce((sum, each) => sum + each.overdue, 0);
  const decided = totals.decisions.approve + totals.decisions.reject + totals.decisions.rectify;
  const link = (narrowing: Parameters<typeof queueLink>[1]) => queueLink(store, narrowing);
  return (
    <dl className="overview-keys">
      <Key name={t({ zh: '待审案卷（此刻）', en: 'Dossiers waiting (now)' })} to={link({})} value={waiting}>
        <Link to={link({ urgency: 'overdue' })}>{t({ zh: `其中超期 ${overdue}`, en: `${overdue} overdue` })}</Link>
      </Key>
      <Key name={t({ zh: '送审数', en: 'Submissions' })} value={totals.submitted} />
      <Key
        name={t({ zh: '机审驳回', en: 'Rejected by the machine' })}
        to={link({ state: 'any', verdict: 'reject' })}
        value={totals.verdicts.reject}
      >
        <Link to={link({ state: 'any', verdict: 'review' })}>
          {t({ zh: `转人工 ${totals.verdicts.review}`, en: `${totals.verdicts.review} held` })}
        </Link>
        {t({ zh: `，通过 ${totals.verdicts.approve}`, en: `, ${totals.verdicts.approve} approved` })}
      </Key>
      <Key name={t({ zh: '人工决定', en: 'Decided by people' })} to={link({ state: ['decided', 'rectifying'] })} value={decided}>
        {t({ zh: `改判放行 ${totals.overturned}`, en: `${totals.overturned} overturned` })}
      </Key>
      <Key name={t({ zh: '申诉', en: 'Appeals' })} to={link({ state: 'any', urgency: 'appeal' })} value={totals.appeals} />
      <Time name={t({ zh: '送审到机审结论（中位数）', en: 'Upload to verdict (median)' })} quantiles={timeToVerdict} />
      <Time name={t({ zh: '机审结论到人工决定（中位数）', en: 'Verdict to decision (median)' })} quantiles={timeToDecision} />
    </dl>
  );
}

interface KeyGiven {
  readonly name: string;
  readonly value: number | string;
  readonly to?: string;
  readonly children?: ReactNode;
}

function Key({ name, value, to, children }: KeyGiven) {
  return (
    <div className="overview-key">
      <dt>{name}</dt>
      <dd className="overview-value">{to === undefined ? value : <Link to={to}>{value}</Link>}</dd>
      {children !== undefined && <dd>{children}</dd>}
    </div>
  );
}

function Time({ name, quantiles }: { readonly name: string; readonly quantiles: Quantiles | null }) {
  const { t, language } = useLanguage();
  if (quantiles === null) return <Key name={name} value="—" />;
  const text = (seconds: number) => formatDuration(Math.round(seconds) * 1_000, language);
  return (
    <Key name={name} value={text(quantiles.median)}>
      {t({
        zh: `九成在 ${text(quantiles.p90)} 内；共 ${quantiles.count} 件`,
        en: `nine in ten within ${text(quantiles.p90)}; of ${quantiles.count}`,
      })}
    </Key>
  );
}
