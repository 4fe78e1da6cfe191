import { useMemo } from 'react';
import { useLocation } from 'react-router';
import { CHECK_NAMES } from '../../../../../../shared/domain/check.ts';
import type { ClauseId } from '../../../../../../shared/domain/clause.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useShortcuts } from '../../../shell/shortcuts.tsx';
import type { Address, Go } from '../address.ts';
import { useReport } from '../report/report-context.tsx';
import { FindingRow } from './finding-row.tsx';
import { FindingRows } from './finding-rows.tsx';
import './findings.css';
import { countSeverities, type FindingGroup, filterFindings, groupFindings } from './order.ts';
import { QuietFindings } from './quiet-findings.tsx';
import { FindingsToolbar } from './toolbar.tsx';
import { useSelection } from './use-selection.ts';

const SCOPE = { zh: '问题', en: 'Findings' } as const;

/** Opened findings beyond which those out of sight are put away. */
const MANY = 30;

/** How findings are marked as false alarms; null where nobody decides now. */
export interface Marking {
  readonly marked: ReadonlySet<string>;
  readonly mark: (fingerprint: string) => void;
}

interface Given {
  readonly address: Address;
  readonly go: Go;
  readonly marking: Marking | null;
}

/** All findings with effect, grouped, worst first; then those without effect. */
export function FindingsTab({ address, go, marking }: Given) {
  const { t } = useLanguage();
  const { hash } = useLocation();
  const { report, clauseOrder } = useReport();
  const all = report.verdict.findings;
  const { group, severities, clause, rule } = address;
  const groups = useMemo(
    () => groupFindings(filterFindings(all, { severities, clause, rule }), group, clauseOrder, clause),
    [all, severities, clause, rule, group, clauseOrder],
  );
  const counts = useMemo(() => countSeverities(filterFindings(all, { severities: [], clause, rule })), [all, clause, rule]);
  const order = useMemo(() => groups.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint)), [groups]);
  const { current, expanded, toggle, move, expandAll, collapseAll } = useSelection(order, hash);
  const above = useMemo(() => rowsAbove(groups), [groups]);
  useShortcuts(
    [
      { keys: 'j', label: { zh: '下一个问题', en: 'Next finding' }, do: () => move(1), repeats: true },
      { keys: 'k', label: { zh: '上一个问题', en: 'Previous finding' }, do: () => move(-1), repeats: true },
      {
        keys: 'enter',
        label: { zh: '展开或收起当前问题', en: 'Open or close the finding at hand' },
        do: () => current !== null && toggle(current),
      },
      ...(marking === null
        ? []
        : [
            {
              keys: 'f',
              label: { zh: '标记或取消误报', en: 'Mark as a false alarm, or not' },
              do: () => current !== null && marking.mark(current),
            },
          ]),
    ],
    SCOPE,
  );
  return (
    <>
      <FindingsToolbar
        address={address}
        go={go}
        counts={counts}
        shown={order.length}
        onExpandAll={expandAll}
        onCollapseAll={collapseAll}
      />
      {order.length === 0 && (
        <p className="findings-none">
          {all.length === 0
            ? t({ zh: '机审没有发现问题。', en: 'The machine found nothing.' })
            : t({ zh: '没有符合筛选条件的问题。', en: 'No finding matches the filter.' })}
        </p>
      )}
      {groups.map((each, place) => (
        <section key={each.key} className="finding-group" aria-labelledby={`group-${each.key}`}>
          <GroupHeading group={each} byCheck={group === 'check'} />
          <FindingRows
            findings={each.findings}
            above={above[place]!}
            current={current}
            row={(finding) => (
              <FindingRow
                key={finding.fingerprint}
                finding={finding}
                expanded={expanded.has(finding.fingerprint)}
                current={current === finding.fingerprint}
                many={expanded.size > MANY}
                falseAlarm={marking === null ? null : marking.marked.has(finding.fingerprint)}
                onToggle={toggle}
                onMark={marking?.mark ?? nothing}
              />
            )}
          />
        </section>
      ))}
      <QuietFindings />
    </>
  );
}

const nothing = () => {};

/** For each group how many findings stand before it. */
function rowsAbove(groups: readonly FindingGroup[]): number[] {
  let count = 0;
  return groups.map(({ findings }) => {
    const above = count;
    count += findings.length;
    return above;
  });
}

function GroupHeading({ group, byCheck }: { readonly group: FindingGroup; readonly byCheck: boolean }) {
  const { t } = useLanguage();
  const { clauses } = useReport();
  const clause = byCheck ? undefined : clauses.get(group.key as ClauseId);
  const check = byCheck ? CHECK_NAMES[group.key as keyof typeof CHECK_NAMES] : undefined;
  return (
    <h2 id={`group-${group.key}`}>
      {check !== undefined && t(check)}
      {clause !== undefined &&
        t({ zh: `条款 ${clause.number} ${clause.name.zh}`, en: `Clause ${clause.number}: ${clause.name.en}` })}
      {check === undefined &&
        clause === undefined &&
        (group.key === '' ? t({ zh: '不属于任何条款', en: 'Of no clause' }) : group.key)}
      <span className="group-note">
        {clause !== undefined && ` ${t(clause.instrument)} · `}
        {t({ zh: ` ${group.findings.length} 个`, en: ` ${group.findings.length}` })}
      </span>
    </h2>
  );
}
