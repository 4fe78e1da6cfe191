import { Select } from 'antd';
import { SEVERITY_NAMES } from '../../../../../shared/domain/report/names.ts';
import type { RuleView } from '../../../../../shared/domain/review/rulebook-view.ts';
import { RULE_STATES } from '../../../../../shared/domain/rulebook.ts';
import { SEVERITIES } from '../../../../../shared/domain/severity.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Choice } from './choice.tsx';
import { type Setting, settingIn, withSetting } from './setting.ts';
import { STATE_NAMES } from './words.ts';

interface Given {
  readonly rules: readonly RuleView[];
  readonly rule: string | null;
  readonly onRule: (rule: string | null) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Sets one rule by choosing: the text is written for the reviewer. */
export function RuleSetting({ rules, rule, onRule, text, onText }: Given) {
  const { t } = useLanguage();
  const chosen = rules.find(({ id }) => id === rule) ?? null;
  const setting = chosen === null ? null : settingIn(text, chosen.id);
  const label = t({ zh: '规则', en: 'Rule' });
  const put = (change: Partial<Setting>) => {
    if (chosen === null || setting === null) return;
    const next = withSetting(text, chosen.id, { ...setting, ...change });
    if (next !== null) onText(next);
  };
  return (
    <fieldset className="rulebook-setting">
      <legend>{t({ zh: '按规则设置', en: 'Set a rule' })}</legend>
      <Select
        showSearch
        allowClear
        className="rulebook-rule-select"
        aria-label={label}
        placeholder={t({ zh: '选择一条规则', en: 'Choose a rule' })}
        value={chosen?.id}
        onChange={(id: string | undefined) => onRule(id ?? null)}
        optionFilterProp="label"
        options={rules.map(({ id, title }) => ({ value: id, label: `${t(title)} ${id}` }))}
      />
      {chosen !== null && setting === null && (
        <span role="alert">{t({ zh: '文本有误，改正后方可按规则设置', en: 'The text has faults: mend them first' })}</span>
      )}
      {chosen !== null && setting !== null && (
        <>
          <Choice
            label={t({ zh: '状态', en: 'State' })}
            value={setting.state}
            all={null}
            options={RULE_STATES.map((state) => [state, t(STATE_NAMES[state])] as const)}
            onChange={(state) => state !== null && put({ state })}
          />
          <Choice
            label={t({ zh: '至多', en: 'At most' })}
            value={setting.atMost}
            all={t({
              zh: `不限（${SEVERITY_NAMES[chosen.ceiling].zh}）`,
              en: `as the rule (${SEVERITY_NAMES[chosen.ceiling].en})`,
            })}
            options={SEVERITIES.slice(0, SEVERITIES.indexOf(chosen.ceiling)).map(
              (each) => [each, t(SEVERITY_NAMES[each])] as const,
            )}
            onChange={(atMost) => put({ atMost })}
          />
        </>
      )}
    </fieldset>
  );
}
