import { CHECK_NAMES } from '../../../../../shared/domain/check.ts';
import type { Overview } from '../../../../../shared/domain/review/overview.ts';
import { formatDuration } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';
import { visibleText } from '../../shell/visible-characters.ts';
import { FigureFrame } from './figure-frame.tsx';
import { falseAlarmShare } from './precision.ts';
import { queueLink } from './queue-link.ts';

/** Bars of a chart; the tables have all. */
const TOP = 10;

/** Which rules and clauses dossiers are opened for, how often rules err, and who has how much before them. */
export function Rankings({ overview }: { readonly overview: Overview }) {
  const { t, language } = useLanguage();
  const { rules, clauses, reviewers, store, from, to } = overview;
  const period = `${from}-${to}`;
  const nothing = t({ zh: '期间内没有。', en: 'None in the period.' });
  const hits = t({ zh: '案卷', en: 'Dossiers' });
  const top = rules.filter((each) => each.hits > 0).slice(0, TOP);
  return (
    <>
      <FigureFrame
        title={t({ zh: '命中最多的规则（案卷数）', en: 'Rules that open most dossiers (dossiers)' })}
        name={`rules-${period}`}
        note={t({
          zh: '误报率＝期间内有效决定所判断的问题中，被判为误报的比例；不足 10 个时只列数目。',
          en: 'False alarms: of the findings that decisions of the period have judged. Below ten only the counts are told.',
        })}
        {...(top.length > 0 && {
          chart: {
            rows: top.map((each) => ({ rule: visibleText(t(each.title), 18), hits: each.hits })),
            label: 'rule',
            series: [{ key: 'hits', name: hits, look: 'plain' as const }],
            lying: true,
          },
        })}
        columns={[
          {
            head: t({ zh: '规则', en: 'Rule' }),
            value: (row) => t(row.title),
            link: (row) => queueLink(store, { state: 'any', rule: row.rule }),
          },
          { head: t({ zh: '编号', en: 'Id' }), value: (row) => row.rule },
          {
            head: t({ zh: '检查', en: 'Check' }),
            value: (row) => (Object.hasOwn(CHECK_NAMES, row.check) ? t(CHECK_NAMES[row.check]) : row.check),
          },
          { head: hits, value: (row) => row.hits },
          { head: t({ zh: '已判断的问题', en: 'Findings judged' }), value: (row) => row.judged },
          { head: t({ zh: '误报', en: 'False alarms' }), value: (row) => row.falseAlarms },
          { head: t({ zh: '误报率', en: 'Share' }), value: (row) => t(falseAlarmShare(row.judged, row.falseAlarms).text) },
        ]}
        rows={rules}
        keyOf={(row) => row.rule}
        nothing={nothing}
      />
      <FigureFrame
        title={t({ zh: '涉及最多的条款（案卷数）', en: 'Clauses that most dossiers come under (dossiers)' })}
        name={`clauses-${period}`}
        {...(clauses.length > 0 && {
          chart: {
            rows: clauses.slice(0, TOP).map((each) => ({ clause: visibleText(t(each.name), 18), hits: each.hits })),
            label: 'clause',
            series: [{ key: 'hits', name: hits, look: 'plain' as const }],
            lying: true,
          },
        })}
        columns={[
          {
            head: t({ zh: '条款', en: 'Clause' }),
            value: (row) => t(row.name),
            link: (row) => queueLink(store, { state: 'any', clause: row.clause }),
          },
          { head: t({ zh: '编号', en: 'Id' }), value: (row) => row.clause },
          { head: hits, value: (row) => row.hits },
        ]}
        rows={clauses}
        keyOf={(row) => row.clause}
        nothing={nothing}
      />
      <FigureFrame
        title={t({ zh: '审核员工作量（件）', en: 'Reviewers’ load (submissions)' })}
        name={`reviewers-${period}`}
        columns={[
          {
            head: t({ zh: '审核员', en: 'Reviewer' }),
            value: (row) => row.account.displayName,
            show: (row) => <Untrusted text={row.account.displayName} most={60} />,
          },
          {
            head: t({ zh: '手中待审（此刻）', en: 'Assigned now' }),
            value: (row) => row.assigned,
            link: (row) => queueLink(store, { assignee: row.account.id }),
          },
          { head: t({ zh: '期间内决定', en: 'Decided' }), value: (row) => row.decided },
          {
            head: t({ zh: '结论到决定中位数（秒）', en: 'Median from verdict to decision (s)' }),
            value: (row) => (row.medianSeconds === null ? null : Math.round(row.medianSeconds)),
            show: (row) => (row.medianSeconds === null ? '—' : formatDuration(Math.round(row.medianSeconds) * 1_000, language)),
          },
        ]}
        rows={reviewers}
        keyOf={(row) => row.account.id}
        nothing={t({ zh: '还没有审核员。', en: 'There are no reviewers yet.' })}
      />
    </>
  );
}
