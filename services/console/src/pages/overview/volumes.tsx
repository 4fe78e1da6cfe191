import type { Overview } from '../../../../../shared/domain/review/overview.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { FigureFrame } from './figure-frame.tsx';
import { groupedDays } from './grouped-days.ts';
import { queueLink } from './queue-link.ts';

const AGES_FROM = [0, 4, 24, 72, 168] as const;

/** What came in and went out, by day; and what waits, by age. */
export function Volumes({ overview }: { readonly overview: Overview }) {
  const { t } = useLanguage();
  const { days, backlog, store, from, to } = overview;
  const { unit, rows } = groupedDays(days);
  const every = unit === 'day' ? t({ zh: '每日', en: 'a day' }) : t({ zh: '每周', en: 'a week' });
  const per = (zh: string, en: string) => t({ zh: `${every}${zh}`, en: `${en} ${every}` });
  const day = { head: t({ zh: '日期', en: 'Day' }), value: (row: Overview['days'][number]) => row.day };
  const nothing = t({ zh: '期间内没有。', en: 'None in the period.' });
  const words = {
    approve: t({ zh: '通过', en: 'Approved' }),
    reject: t({ zh: '驳回', en: 'Rejected' }),
    review: t({ zh: '转人工', en: 'Held' }),
    rectify: t({ zh: '要求整改', en: 'To be rectified' }),
    released: t({ zh: '放行', en: 'Approved' }),
  };
  return (
    <>
      <FigureFrame
        title={per('机审结论（件）', 'Verdicts of the machine (submissions)')}
        name={`verdicts-${from}-${to}`}
        chart={{
          rows: rows.map((row) => ({ day: row.day.slice(5), ...row.verdicts })),
          label: 'day',
          series: [
            { key: 'approve', name: words.approve, look: 'good' },
            { key: 'review', name: words.review, look: 'waiting' },
            { key: 'reject', name: words.reject, look: 'bad' },
          ],
        }}
        columns={[
          day,
          { head: t({ zh: '送审', en: 'Submitted' }), value: (row) => row.submitted },
          { head: words.approve, value: (row) => row.verdicts.approve },
          { head: words.review, value: (row) => row.verdicts.review },
          { head: words.reject, value: (row) => row.verdicts.reject },
        ]}
        rows={rows}
        keyOf={(row) => row.day}
        nothing={nothing}
      />
      <FigureFrame
        title={per('人工决定（件）', 'Decisions of people (submissions)')}
        name={`decisions-${from}-${to}`}
        chart={{
          rows: rows.map((row) => ({ day: row.day.slice(5), ...row.decisions })),
          label: 'day',
          series: [
            { key: 'approve', name: words.released, look: 'good' },
            { key: 'rectify', name: words.rectify, look: 'waiting' },
            { key: 'reject', name: words.reject, look: 'bad' },
          ],
        }}
        columns={[
          day,
          { head: words.released, value: (row) => row.decisions.approve },
          { head: words.rectify, value: (row) => row.decisions.rectify },
          { head: words.reject, value: (row) => row.decisions.reject },
        ]}
        rows={rows}
        keyOf={(row) => row.day}
        nothing={nothing}
      />
      <FigureFrame
        title={t({ zh: '待审案卷按等待时间（件，此刻）', en: 'Dossiers waiting, by age (dossiers, now)' })}
        name="backlog"
        chart={{
          rows: backlog.map((each, place) => ({
            age: t(ageName(place)),
            intime: each.count - each.overdue,
            overdue: each.overdue,
          })),
          label: 'age',
          series: [
            { key: 'intime', name: t({ zh: '未超期', en: 'In time' }), look: 'plain' },
            { key: 'overdue', name: t({ zh: '已超期', en: 'Overdue' }), look: 'bad' },
          ],
        }}
        columns={[
          {
            head: t({ zh: '等待时间', en: 'Age' }),
            value: (place) => t(ageName(place)),
            link: (place) => queueLink(store, { olderThanHours: AGES_FROM[place] }),
          },
          { head: t({ zh: '案卷', en: 'Dossiers' }), value: (place) => backlog[place]!.count },
          { head: t({ zh: '已超期', en: 'Overdue' }), value: (place) => backlog[place]!.overdue },
        ]}
        rows={backlog.map((_, place) => place)}
        keyOf={String}
        nothing={nothing}
      />
    </>
  );
}

function ageName(place: number) {
  return (
    [
      { zh: '4 小时内', en: 'up to 4 h' },
      { zh: '4–24 小时', en: '4–24 h' },
      { zh: '1–3 天', en: '1–3 d' },
      { zh: '3–7 天', en: '3–7 d' },
      { zh: '7 天以上', en: 'over 7 d' },
    ][place] ?? { zh: '—', en: '—' }
  );
}
