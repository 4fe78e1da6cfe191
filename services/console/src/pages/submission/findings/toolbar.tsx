import { Button } from 'antd';
import { SEVERITY_NAMES } from '../../../../../../shared/domain/report/names.ts';
import { SEVERITIES, type Severity } from '../../../../../../shared/domain/severity.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import type { Address, Go } from '../address.ts';
import { useReport } from '../report/report-context.tsx';
import { GROUPINGS } from './order.ts';

const GROUPING_NAMES = {
  clause: { zh: '按条款', en: 'By clause' },
  check: { zh: '按检查', en: 'By check' },
} as const;

interface Given {
  readonly address: Address;
  readonly go: Go;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly shown: number;
  readonly onExpandAll: () => void;
  readonly onCollapseAll: () => void;
}

/** How the findings are grouped, what is filtered, open all, close all. */
export function FindingsToolbar({ address, go, counts, shown, onExpandAll, onCollapseAll }: Given) {
  const { t } = useLanguage();
  const { severities, clause, rule, group } = address;
  const { clauses } = useReport();
  const toggle = (severity: Severity) =>
    go(
      { severities: severities.includes(severity) ? severities.filter((each) => each !== severity) : [...severities, severity] },
      true,
    );
  const named = clause === null ? undefined : clauses.get(clause);
  return (
    <div className="findings-toolbar">
      <fieldset className="segments">
        <legend className="visually-hidden">{t({ zh: '分组', en: 'Grouping' })}</legend>
        {GROUPINGS.map((each) => (
          <Button key={each} size="small" aria-pressed={group === each} onClick={() => go({ group: each }, true)}>
            {t(GROUPING_NAMES[each])}
          </Button>
        ))}
      </fieldset>
      <fieldset className="segments">
        <legend className="visually-hidden">{t({ zh: '严重程度', en: 'Severity' })}</legend>
        {SEVERITIES.toReversed().map((severity) => (
          <Button
            key={severity}
            size="small"
            aria-pressed={severities.includes(severity)}
            disabled={counts[severity] === 0}
            onClick={() => toggle(severity)}
          >
            {t(SEVERITY_NAMES[severity])} {counts[severity]}
          </Button>
        ))}
      </fieldset>
      {clause !== null && (
        <Button size="small" onClick={() => go({ clause: null })}>
          {named === undefined ? clause : t({ zh: `条款：${named.name.zh}`, en: `Clause: ${named.name.en}` })} ×
        </Button>
      )}
      {rule !== null && (
        <Button size="small" onClick={() => go({ rule: null })}>
          {t({ zh: '规则：', en: 'Rule: ' })}
          {rule.slice(0, 80)} ×
        </Button>
      )}
      <span className="findings-count" role="status">
        {t({ zh: `显示 ${shown} 个问题`, en: `${shown} shown` })}
      </span>
      <span className="findings-open">
        <Button size="small" type="text" onClick={onExpandAll}>
          {t({ zh: '全部展开', en: 'Expand all' })}
        </Button>
        <Button size="small" type="text" onClick={onCollapseAll}>
          {t({ zh: '全部收起', en: 'Collapse all' })}
        </Button>
      </span>
    </div>
  );
}
