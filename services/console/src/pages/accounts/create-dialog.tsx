import { Input, Modal } from 'antd';
import { type FormEvent, useState } from 'react';
import type { StaffRole } from '../../../../../shared/domain/review/account.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useCreateAccount, type WithPassword } from './accounts-api.ts';
import { ProblemAlert } from './problem-alert.tsx';
import { RoleChoice } from './role-choice.tsx';

interface Given {
  readonly onMade: (made: WithPassword) => void;
  readonly onClose: () => void;
}

const FORM = 'new-account';

/** Makes a local account. */
export function CreateDialog({ onMade, onClose }: Given) {
  const { t } = useLanguage();
  const [name, setName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [role, setRole] = useState<StaffRole>('reviewer');
  const create = useCreateAccount();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!create.isPending) create.mutate({ name, displayName, role }, { onSuccess: onMade });
  };
  return (
    <Modal
      open
      title={t({ zh: '新建账号', en: 'New account' })}
      okText={t({ zh: '新建', en: 'Make it' })}
      okButtonProps={{ htmlType: 'submit', form: FORM }}
      confirmLoading={create.isPending}
      onCancel={onClose}
      width={600}
    >
      <form id={FORM} onSubmit={submit} className="accounts-form">
        <ProblemAlert error={create.error} />
        <label htmlFor="account-name">{t({ zh: '登录名', en: 'Signs in as' })}</label>
        <Input
          id="account-name"
          value={name}
          required
          maxLength={64}
          pattern="[A-Za-z0-9][A-Za-z0-9._@+\-]*"
          title={t({
            zh: '字母、数字和 . _ @ + -，以字母或数字开头，不分大小写',
            en: 'Letters, digits and . _ @ + -, beginning with a letter or digit; capitals do not matter',
          })}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby="account-name-hint"
          onChange={(event) => setName(event.target.value)}
        />
        <p id="account-name-hint" className="accounts-hint">
          {t({ zh: '例如 wang.wei；之后不能修改', en: 'For example wang.wei; it cannot be changed later' })}
        </p>
        <label htmlFor="account-display-name">{t({ zh: '姓名', en: 'Name' })}</label>
        <Input
          id="account-display-name"
          value={displayName}
          required
          maxLength={100}
          autoComplete="off"
          aria-describedby="account-display-name-hint"
          onChange={(event) => setDisplayName(event.target.value)}
        />
        <p id="account-display-name-hint" className="accounts-hint">
          {t({
            zh: '同事在队列、决定和审计日志中看到的名字',
            en: 'What colleagues see in the queue, on decisions and in the audit log',
          })}
        </p>
        <RoleChoice role={role} onChange={setRole} />
      </form>
    </Modal>
  );
}
