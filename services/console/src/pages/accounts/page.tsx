import { App, Button } from 'antd';
import { useState } from 'react';
import type { Account } from '../../../../../shared/domain/review/account.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useSession } from '../../api/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { announce } from '../../shell/announce.tsx';
import { LoadFailed } from '../../shell/load-failed.tsx';
import { WithRight } from '../../shell/no-right.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import { AccountTable, type Deed } from './account-table.tsx';
import './accounts.css';
import { useAccounts, useChangeAccount, useResetPassword, type WithPassword } from './accounts-api.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { CreateDialog } from './create-dialog.tsx';
import { PasswordDialog } from './password-dialog.tsx';

const TITLE = { zh: '账号', en: 'Accounts' } as const;

/** People of the platform: who they are, what they may, whether they may sign in. */
export default function AccountsPage() {
  const { t } = useLanguage();
  usePageTitle(t(TITLE));
  return (
    <WithRight right="manage-accounts">
      <Accounts />
    </WithRight>
  );
}

function Accounts() {
  const { t } = useLanguage();
  const me = useSession().account.id;
  const accounts = useAccounts();
  const [creating, setCreating] = useState(false);
  const [changing, setChanging] = useState<Account | null>(null);
  const [shown, setShown] = useState<WithPassword | null>(null);
  const deeds = useDeeds(setShown);
  const onDeed = (deed: Deed, account: Account) => (deed === 'change' ? setChanging(account) : deeds[deed](account));
  return (
    <>
      <div className="accounts-head">
        <h1>{t(TITLE)}</h1>
        <Button type="primary" onClick={() => setCreating(true)}>
          {t({ zh: '新建账号', en: 'New account' })}
        </Button>
      </div>
      {accounts.isError && accounts.data === undefined ? (
        <LoadFailed error={accounts.error} retry={() => void accounts.refetch()} />
      ) : (
        <AccountTable accounts={accounts.data ?? []} loading={accounts.data === undefined} onDeed={onDeed} />
      )}
      {creating && (
        <CreateDialog
          onClose={() => setCreating(false)}
          onMade={(made) => {
            setCreating(false);
            setShown(made);
          }}
        />
      )}
      {changing !== null && (
        <ChangeDialog
          account={changing}
          roleIsFixed={changing.id === me || changing.origin === 'oidc'}
          onClose={() => setChanging(null)}
        />
      )}
      {shown !== null && <PasswordDialog shown={shown} onClose={() => setShown(null)} />}
    </>
  );
}

/** What is done at once, after a question where it takes something away. */
function useDeeds(show: (shown: WithPassword) => void): Readonly<Record<Exclude<Deed, 'change'>, (account: Account) => void>> {
  const { t } = useLanguage();
  const { modal, message } = App.useApp();
  const change = useChangeAccount();
  const reset = useResetPassword();
  const failed = (error: unknown) => void message.error(error instanceof ApiProblem ? t(error.detail) : String(error));
  const said = (zh: string, en: string) => announce(t({ zh, en }));
  return {
    enable: ({ id, name }) =>
      change.mutate({ id, disabled: false }, { onSuccess: () => said(`已启用 ${name}`, `${name} is enabled`), onError: failed }),
    disable: ({ id, name }) =>
      void modal.confirm({
        title: t({ zh: `停用账号 ${name}？`, en: `Disable ${name}?` }),
        content: t({
          zh: '其全部登录立即结束，之后不能登录；已作的决定和记录保留，可随时重新启用。',
          en: 'All sessions end at once and nobody signs in with it; decisions and records stay. It can be enabled again.',
        }),
        okText: t({ zh: '停用', en: 'Disable' }),
        onOk: () => change.mutateAsync({ id, disabled: true }).then(() => said(`已停用 ${name}`, `${name} is disabled`), failed),
      }),
    reset: ({ id, name }) =>
      void modal.confirm({
        title: t({ zh: `重置 ${name} 的密码？`, en: `Reset the password of ${name}?` }),
        content: t({
          zh: '其全部登录立即结束，现在的密码失效，随后显示一个一次性密码。',
          en: 'All sessions end at once, the present password is void, and a password for one use is shown.',
        }),
        okText: t({ zh: '重置', en: 'Reset' }),
        onOk: () => reset.mutateAsync(id).then(show, failed),
      }),
  };
}
