import { Alert, Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { SessionView } from '../../../../../shared/domain/review/account.ts';
import { PASSWORD_LENGTH, passwordFault } from '../../../../../shared/domain/review/password-rule.ts';
import { post } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { SESSION_PATH } from '../../api/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { PasswordField } from './password-field.tsx';

interface Given {
  readonly session: SessionView;
  /** The present password, where it was typed a moment ago. */
  readonly known: string | null;
  readonly onChanged: (session: SessionView) => void;
}

/** Chooses a password of one's own. */
export function PasswordForm({ session, known, onChanged }: Given) {
  const { t } = useLanguage();
  const [current, setCurrent] = useState(known ?? '');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const { name } = session.account;
  const fault = passwordFault(next, name);
  const differs = again !== next;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (busy || fault !== null || differs) return;
    setBusy(true);
    try {
      onChanged(await post<SessionView>(`${SESSION_PATH}/password`, { current, next }));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
      setBusy(false);
    }
  };

  const wrongCurrent = problem?.errors.find(({ pointer }) => pointer === '/current')?.text;
  const wrongNext = problem?.errors.find(({ pointer }) => pointer === '/next')?.text ?? (asked ? fault : null);
  const elsewhere = problem !== null && problem.errors.length === 0;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {elsewhere && <Alert type="error" showIcon role="alert" title={t(problem.detail)} className="login-alert" />}
      {/* For password managers, which otherwise do not know whose password it is. */}
      <input type="text" name="username" autoComplete="username" value={name} readOnly hidden />
      {(known === null || wrongCurrent !== undefined) && (
        <PasswordField
          id="current"
          label={t({ zh: '现在的密码', en: 'Present password' })}
          value={current}
          onChange={setCurrent}
          autoComplete="current-password"
          focused
          wrong={wrongCurrent !== undefined}
          {...(wrongCurrent === undefined ? {} : { hint: t(wrongCurrent) })}
        />
      )}
      <PasswordField
        id="next"
        label={t({ zh: '新密码', en: 'New password' })}
        value={next}
        onChange={(value) => {
          setNext(value);
          setProblem(null);
        }}
        autoComplete="new-password"
        focused={known !== null}
        wrong={wrongNext !== null}
        hint={
          wrongNext !== null
            ? t(wrongNext)
            : t({
                zh: `至少 ${PASSWORD_LENGTH.least} 个字符，例如几个不相干的词；不要求数字或符号`,
                en: `At least ${PASSWORD_LENGTH.least} characters, for example a few unrelated words; digits and signs are not needed`,
              })
        }
      />
      <PasswordField
        id="again"
        label={t({ zh: '再输入一次新密码', en: 'New password again' })}
        value={again}
        onChange={setAgain}
        autoComplete="new-password"
        wrong={asked && differs}
        {...(asked && differs ? { hint: t({ zh: '两次输入不一致', en: 'The two differ' }) } : {})}
      />
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t({ zh: '保存新密码', en: 'Save the new password' })}
      </Button>
    </form>
  );
}
