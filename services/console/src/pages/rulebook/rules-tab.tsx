import { Link } from 'react-router';
import { CHECK_NAMES, CHECKS } from '../../../../../shared/domain/check.ts';
import { SEVERITY_NAMES } from '../../../../../shared/domain/report/names.ts';
import type { RulesView, RuleView } from '../../../../../shared/domain/review/rulebook-view.ts';
import { RULE_STATES } from '../../../../../shared/domain/rulebook.ts';
import { useMay } from '../../api/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { falseAlarmShare } from '../overview/precision.ts';
import { queueLink } from '../overview/queue-link.ts';
import { type GoRulebook, ORDERS, type RulebookAddress } from './address.ts';
import { Choice } from './choice.tsx';
import { shownRules } from './shown-rules.ts';
import { STATE_NAMES } from './words.ts';

interface Given {
  readonly view: RulesView;
  readonly address: RulebookAddress;
  readonly go: GoRulebook;
}

const ORDER_NAMES = {
  catalogue: { zh: '按目录', en: 'As listed' },
  hits: { zh: '命中最多在前', en: 'Most hits first' },
  'false-alarms': { zh: '误报最多在前', en: 'Most false alarms first' },
} as const;

/** Every rule as the store's rulebook has it, and how it has done in the last ninety days. */
export function RulesTab({ view, address, go }: Given) {
  const { t } = useLanguage();
  const rules = shownRules(view.rules, address, t);
  const all = t({ zh: '全部', en: 'All' });
  return (
    <>
      <search className="rulebook-filters">
        <label>
          {t({ zh: '搜索', en: 'Search' })}{' '}
          <input type="search" value={address.text} onChange={(event) => go({ text: event.target.value }, true)} />
        </label>
        <Choice
          label={t({ zh: '检查', en: 'Check' })}
          value={address.check}
          all={all}
          onChange={(check) => go({ check })}
          options={CHECKS.map((check) => [check, t(CHECK_NAMES[check])] as const)}
        />
        <Choice
          label={t({ zh: '状态', en: 'State' })}
          value={address.state}
          all={all}
          onChange={(state) => go({ state })}
          options={RULE_STATES.map((state) => [state, t(STATE_NAMES[state])] as const)}
        />
        <Choice
          label={t({ zh: '排序', en: 'Order' })}
          value={address.order}
          all={null}
          onChange={(order) => go({ order: order ?? 'catalogue' })}
          options={ORDERS.map((order) => [order, t(ORDER_NAMES[order])] as const)}
        />
        <span role="status">{t({ zh: `${rules.length} 条规则`, en: `${rules.length} rules` })}</span>
      </search>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section className="rulebook-scroll" tabIndex={0} aria-label={t({ zh: '规则', en: 'Rules' })}>
        <table className="rulebook-table">
          <caption className="visually-hidden">
            {t({
              zh: `规则；命中与误报为 ${view.from} 至 ${view.asOf}`,
              en: `Rules; hits and false alarms from ${view.from} to ${view.asOf}`,
            })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t({ zh: '规则', en: 'Rule' })}</th>
              <th scope="col">{t({ zh: '检查', en: 'Check' })}</th>
              <th scope="col">{t({ zh: '状态', en: 'State' })}</th>
              <th scope="col">{t({ zh: '最强结论', en: 'Strongest' })}</th>
              <th scope="col">{t({ zh: '参数', en: 'Parameters' })}</th>
              <th scope="col">{t({ zh: '命中案卷（90 天）', en: 'Dossiers (90 days)' })}</th>
              <th scope="col">{t({ zh: '误报率（90 天）', en: 'False alarms (90 days)' })}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <Row key={rule.id} rule={rule} store={view.store.id} go={go} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Row({ rule, store, go }: { readonly rule: RuleView; readonly store: string; readonly go: GoRulebook }) {
  const { t } = useLanguage();
  const mayTry = useMay('try-rulebook');
  const { id, title, check, state, strongest, ceiling, atLeast, parameters, hits, judged, falseAlarms, page } = rule;
  return (
    <tr>
      <th scope="row">
        <a href={page} target="_blank" rel="noreferrer">
          {t(title)}
        </a>
        <br />
        <code>{id}</code>{' '}
        {mayTry && (
          <button type="button" className="rulebook-change" onClick={() => go({ tab: 'try', rule: id })}>
            {t({ zh: '试改', en: 'Try a change' })}
            <span className="visually-hidden"> {id}</span>
          </button>
        )}
      </th>
      <td>{t(CHECK_NAMES[check])}</td>
      <td>
        <span className={`rulebook-state rulebook-state-${state}`}>{t(STATE_NAMES[state])}</span>
      </td>
      <td>
        {t(SEVERITY_NAMES[strongest])}
        {strongest !== ceiling && (
          <span className="rulebook-quiet">
            {t({ zh: `（规则自身：${SEVERITY_NAMES[ceiling].zh}）`, en: ` (by itself: ${SEVERITY_NAMES[ceiling].en})` })}
          </span>
        )}
        {atLeast !== null && (
          <span className="rulebook-quiet">
            {t({ zh: `；至少${SEVERITY_NAMES[atLeast].zh}`, en: `; at least ${SEVERITY_NAMES[atLeast].en}` })}
          </span>
        )}
      </td>
      <td>
        {parameters.length === 0 ? (
          '—'
        ) : (
          <ul className="rulebook-parameters">
            {parameters.map(({ name, value, default: standard, description }) => {
              const moved = JSON.stringify(value) !== JSON.stringify(standard);
              return (
                <li key={name} title={t(description)}>
                  <code>{name}</code> = {shown(value)}
                  {moved && <strong>{t({ zh: `（默认 ${shown(standard)}）`, en: ` (default ${shown(standard)})` })}</strong>}
                </li>
              );
            })}
          </ul>
        )}
      </td>
      <td>{hits === 0 ? 0 : <Link to={queueLink(store, { state: 'any', rule: id })}>{hits}</Link>}</td>
      <td>{t(falseAlarmShare(judged, falseAlarms).text)}</td>
    </tr>
  );
}

const shown = (value: RuleView['parameters'][number]['value']): string => {
  const text = typeof value === 'object' ? value.join(', ') : String(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
};
