import { Alert, Button, Input, type InputRef } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import type { SessionView } from '../../../../../shared/domain/review/account.ts';
import { post } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { SESSION_PATH } from '../../api/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { PasswordField } from './password-field.tsx';

interface Given {
  /** @param password which a first sign-in replaces without asking for it again */
  readonly onSignedIn: (session: SessionView, password: string) => void;
}

/** Name and password of a local account. */
export function SignInForm({ onSignedIn }: Given) {
  const { t } = useLanguage();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const passwordField = useRef<InputRef>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      onSignedIn(await post<SessionView>(SESSION_PATH, { name, password }), password);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
      setBusy(false);
      passwordField.current?.focus({ cursor: 'all' });
    }
  };

  return (
    <form onSubmit={(event) => void submit(event)}>
      {problem !== null && <Alert type="error" showIcon role="alert" title={t(problem.detail)} className="login-alert" />}
      <div className="login-field">
        <label htmlFor="username">{t({ zh: '账号', en: 'Account' })}</label>
        <Input
          id="username"
          name="username"
          size="large"
          value={name}
          required
          autoFocus
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <PasswordField
        id="password"
        label={t({ zh: '密码', en: 'Password' })}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        ref={passwordField}
      />
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t({ zh: '登录', en: 'Sign in' })}
      </Button>
      <p className="login-hint">
        {t({ zh: '忘记密码时，请联系管理员重置。', en: 'An administrator resets a forgotten password.' })}
      </p>
    </form>
  );
}
