import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import type { SessionView, SignInOptions } from '../../../../../shared/domain/review/account.ts';
import { del, get } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { acceptSession, SESSION_PATH, useSessionQuery } from '../../api/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { LanguageSwitch } from '../../i18n/switch.tsx';
import { LoadFailed } from '../../shell/load-failed.tsx';
import { LoadingPage } from '../../shell/loading-page.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import { Untrusted } from '../../shell/untrusted.tsx';
import './login.css';
import { nextPage, signOnAddress } from './next.ts';
import { PasswordForm } from './password-form.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { signOnProblem } from './words.ts';

const SIGN_IN = { zh: '登录审核工作台', en: 'Sign in to the console' } as const;
const CHOOSE = { zh: '设置自己的密码', en: 'Choose your own password' } as const;

/** Signing in, and choosing a password: `?change` for those who are signed in already, and where the account demands it. */
export default function LoginPage() {
  const { t } = useLanguage();
  const [query] = useSearchParams();
  const session = useSessionQuery();
  const [typed, setTyped] = useState<string | null>(null);
  const wantsChange = query.has('change');
  const choosing = session.data != null && (session.data.account.mustChangePassword || wantsChange);
  const title = t(choosing ? CHOOSE : SIGN_IN);
  usePageTitle(title);
  const next = nextPage(query);
  if (session.data === undefined) {
    return session.isError ? <LoadFailed error={session.error} retry={() => void session.refetch()} /> : <LoadingPage />;
  }
  if (session.data !== null && !choosing) return <Navigate to={next} replace />;
  return (
    <div className="login">
      <header className="login-head">
        <span className="brand">Shelfgate</span>
        <LanguageSwitch />
      </header>
      <main className="login-card">
        <h1>{title}</h1>
        {session.data === null ? (
          <WaysIn
            next={next}
            onSignedIn={(begun, password) => {
              setTyped(password);
              acceptSession(begun);
            }}
          />
        ) : (
          <OwnPassword session={session.data} known={typed} next={next} />
        )}
      </main>
    </div>
  );
}

interface WaysInGiven {
  readonly next: string;
  readonly onSignedIn: (session: SessionView, password: string) => void;
}

/** What the server offers: a local account, single sign-on, or both. */
function WaysIn({ next, onSignedIn }: WaysInGiven) {
  const { t } = useLanguage();
  const [query] = useSearchParams();
  const options = useQuery({
    queryKey: ['sign-in-options'],
    queryFn: ({ signal }) => get<SignInOptions>('/v1/review/sign-in-options', undefined, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (options.data === undefined) {
    return options.isError ? <LoadFailed error={options.error} retry={() => void options.refetch()} /> : null;
  }
  const { local, singleSignOn } = options.data;
  const problem = signOnProblem(query);
  return (
    <>
      {problem !== null && <Alert type="warning" showIcon role="alert" title={t(problem)} className="login-alert" />}
      {local && <SignInForm onSignedIn={onSignedIn} />}
      {local && singleSignOn !== null && <p className="login-or">{t({ zh: '或', en: 'or' })}</p>}
      {singleSignOn !== null && (
        <Button size="large" block type={local ? 'default' : 'primary'} href={signOnAddress(next)}>
          {t({ zh: '使用', en: 'Use' })} <Untrusted text={singleSignOn.name} most={40} />
          {t({ zh: ' 登录', en: ' to sign in' })}
        </Button>
      )}
    </>
  );
}

interface OwnPasswordGiven {
  readonly session: SessionView;
  readonly known: string | null;
  readonly next: string;
}

/** Choosing a password, and the way out of it. */
function OwnPassword({ session, known, next }: OwnPasswordGiven) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const must = session.account.mustChangePassword;
  const leave = async () => {
    if (!must) return void navigate(next, { replace: true });
    try {
      await del(SESSION_PATH);
    } catch (error) {
      if (!(error instanceof ApiProblem && error.status === 401)) {
        message.error(error instanceof ApiProblem ? t(error.detail) : String(error));
        return;
      }
    }
    acceptSession(null);
  };
  return (
    <>
      <p>
        {must
          ? t({
              zh: '您的密码只能使用一次，设置自己的密码之后即可开始工作。',
              en: 'Your password was for one use. Choose one of your own, then the console opens.',
            })
          : t({ zh: '修改后，您在其他浏览器的登录随之结束。', en: 'This ends your sessions in other browsers.' })}
      </p>
      <PasswordForm
        session={session}
        known={known}
        onChanged={(changed) => {
          acceptSession(changed);
          void navigate(next, { replace: true });
        }}
      />
      <p className="login-hint">
        <Button type="link" onClick={() => void leave()}>
          {must ? t({ zh: '退出登录', en: 'Sign out' }) : t({ zh: '取消', en: 'Cancel' })}
        </Button>
      </p>
    </>
  );
}
