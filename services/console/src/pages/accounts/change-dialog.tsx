import { Input, Modal } from 'antd';
import { type FormEvent, useState } from 'react';
import type { Account } from '../../../../../shared/domain/review/account.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { type Change, useChangeAccount } from './accounts-api.ts';
import { ProblemAlert } from './problem-alert.tsx';
import { RoleChoice } from './role-choice.tsx';

interface Given {
  readonly account: Account;
  /** Nobody changes their own role, and a provider's account has the provider's. */
  readonly roleIsFixed: boolean;
  readonly onClose: () => void;
}

const FORM = 'change-account';

/** Changes name and role of an account. */
export function ChangeDialog({ account, roleIsFixed, onClose }: Given) {
  const { t } = useLanguage();
  const [displayName, setDisplayName] = useState(account.displayName);
  const [role, setRole] = useState(account.role);
  const change = useChangeAccount();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (change.isPending) return;
    const asked: Change = { displayName, ...(roleIsFixed ? {} : { role }) };
    change.mutate({ id: account.id, ...asked }, { onSuccess: onClose });
  };
  return (
    <Modal
      open
      title={t({ zh: `修改账号 ${account.name}`, en: `Change ${account.name}` })}
      okText={t({ zh: '保存', en: 'Save' })}
      okButtonProps={{ htmlType: 'submit', form: FORM }}
      confirmLoading={change.isPending}
      onCancel={onClose}
      width={600}
    >
      <form id={FORM} onSubmit={submit} className="accounts-form">
        <ProblemAlert error={change.error} />
        <label htmlFor="changed-display-name">{t({ zh: '姓名', en: 'Name' })}</label>
        <Input
          id="changed-display-name"
          value={displayName}
          required
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setDisplayName(event.target.value)}
        />
        {roleIsFixed ? (
          <p className="accounts-hint">
            {account.origin === 'oidc'
              ? t({ zh: '角色由单点登录服务决定。', en: 'The single sign-on service decides the role.' })
              : t({ zh: '自己的角色由另一位管理员修改。', en: 'Another administrator changes your own role.' })}
          </p>
        ) : (
          <>
            <RoleChoice role={role} onChange={setRole} />
            <p className="accounts-hint">{t({ zh: '新角色立即生效。', en: 'A new role counts at once.' })}</p>
          </>
        )}
      </form>
    </Modal>
  );
}
