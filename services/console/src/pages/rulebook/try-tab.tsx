import { Button } from 'antd';
import { useEffect } from 'react';
import type { RulesView } from '../../../../../shared/domain/review/rulebook-view.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { announce } from '../../shell/announce.tsx';
import { download } from '../overview/download.ts';
import type { GoRulebook } from './address.ts';
import { DraftDiff } from './draft-diff.tsx';
import { Editor } from './editor.tsx';
import { RuleSetting } from './rule-setting.tsx';
import { TrialResult } from './trial-result.tsx';
import { useDraft } from './use-draft.ts';
import { TRIAL_SECONDS, useCheck, useTrial } from './use-trial.ts';

interface Given {
  readonly view: RulesView & { readonly rulebook: NonNullable<RulesView['rulebook']> };
  readonly rule: string | null;
  readonly go: GoRulebook;
}

/** A changed rulebook, tried on the facts that are kept of the store's apps. Nothing here changes what is in force. */
export function TryTab({ view, rule, go }: Given) {
  const { t } = useLanguage();
  const { store, rulebook, rules } = view;
  const { text, setText, changed, reset } = useDraft(store.id, rulebook.text);
  const check = useCheck(text);
  const { trial, seconds, cancel } = useTrial(store.id);
  const valid = check.current && check.data?.valid === true;
  const { data: result } = trial;
  useEffect(() => {
    if (result !== undefined) announce(t({ zh: '试行完成', en: 'The trial is done' }));
  }, [result, t]);
  return (
    <>
      <p>
        {t({
          zh: '在此修改并试行：用各应用最近一次送审保存的事实重新审核，看会有哪些变化。不改变现行规则库；试行记入审计日志。',
          en: 'Change it here and try it: the facts kept of each app’s newest submission are judged again. What is in force does not change; the audit log notes the trial.',
        })}
      </p>
      <RuleSetting rules={rules} rule={rule} onRule={(chosen) => go({ rule: chosen }, true)} text={text} onText={setText} />
      <div className="rulebook-columns">
        <div className="rulebook-column">
          <Editor text={text} onText={setText} check={check} />
        </div>
        <div className="rulebook-column">
          {changed ? (
            <DraftDiff file={rulebook.text} text={text} />
          ) : (
            <p>{t({ zh: '与现行文件相同。', en: 'The same as the file.' })}</p>
          )}
        </div>
      </div>
      <div className="rulebook-actions">
        <Button type="primary" disabled={!valid} loading={trial.isPending} onClick={() => trial.mutate(text)}>
          {t({ zh: '试行', en: 'Try it' })}
        </Button>
        {trial.isPending && (
          <>
            <Button onClick={cancel}>{t({ zh: '取消', en: 'Cancel' })}</Button>
            <span role="status">
              {t({ zh: `已用 ${seconds} 秒，最多 ${TRIAL_SECONDS} 秒`, en: `${seconds} s of ${TRIAL_SECONDS} s at most` })}
            </span>
          </>
        )}
        <Button disabled={!valid} onClick={() => download(`${store.id}.yaml`, text, 'application/yaml')}>
          {t({ zh: '下载新文件', en: 'Download the new file' })}
        </Button>
        <Button disabled={!changed} onClick={reset}>
          {t({ zh: '恢复为现行文件', en: 'Back to the file' })}
        </Button>
      </div>
      <p className="rulebook-quiet">
        {t({
          zh: '审核台不改动文件。启用时由运维将新文件纳入版本管理，放到 RULEBOOKS 所指的目录（以商店名称或编号命名，如下载的文件名），约一秒后生效；有误的文件不会被采用。',
          en: 'The console never changes the file. To put it in force, operations commit the new file and place it in the folder that RULEBOOKS names, under the store’s name or id (as it was downloaded). It holds about a second later; a file with faults is refused.',
        })}
      </p>
      {trial.error !== null && (
        <p role="alert" className="rulebook-refused">
          {trial.error instanceof ApiProblem
            ? t(trial.error.detail)
            : t({ zh: '试行未能完成', en: 'The trial did not complete' })}
        </p>
      )}
      {result !== undefined && <TrialResult result={result} />}
    </>
  );
}
