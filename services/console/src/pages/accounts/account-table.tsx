import { Button, Table, type TableColumnsType, Tag } from 'antd';
import type { Account } from '../../../../../shared/domain/review/account.ts';
import { useSession } from '../../api/session.tsx';
import { formatTime } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { ROLE_NAMES } from '../../shell/account-menu.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';
import { statusOf } from './words.ts';

/** What can be done with one account. */
export type Deed = 'change' | 'reset' | 'disable' | 'enable';

interface Given {
  readonly accounts: readonly Account[];
  /** While there is no list yet. */
  readonly loading: boolean;
  readonly onDeed: (deed: Deed, account: Account) => void;
}

/** Everybody, those who may sign in first. */
export function AccountTable({ accounts, loading, onDeed }: Given) {
  const { t, language } = useLanguage();
  const me = useSession().account.id;
  const deed = (name: Deed, account: Account, zh: string, en: string) => (
    <Button size="small" onClick={() => onDeed(name, account)} aria-label={`${t({ zh, en })} ${account.name}`}>
      {t({ zh, en })}
    </Button>
  );
  const columns: TableColumnsType<Account> = [
    { key: 'name', title: t({ zh: '登录名', en: 'Signs in as' }), dataIndex: 'name', rowScope: 'row' },
    {
      key: 'displayName',
      title: t({ zh: '姓名', en: 'Name' }),
      render: (_, { id, displayName }) => (
        <>
          <Untrusted text={displayName} most={40} /> {id === me && <Tag>{t({ zh: '您', en: 'you' })}</Tag>}
        </>
      ),
    },
    { key: 'role', title: t({ zh: '角色', en: 'Role' }), render: (_, { role }) => t(ROLE_NAMES[role]) },
    { key: 'status', title: t({ zh: '状态', en: 'Status' }), render: (_, account) => t(statusOf(account)) },
    {
      key: 'lastSignInAt',
      title: t({ zh: '上次登录', en: 'Last sign-in' }),
      render: (_, { lastSignInAt }) =>
        lastSignInAt === null ? t({ zh: '从未', en: 'Never' }) : formatTime(lastSignInAt, language),
    },
    {
      key: 'deeds',
      title: t({ zh: '操作', en: 'Actions' }),
      render: (_, account) => (
        <span className="accounts-deeds">
          {deed('change', account, '修改', 'Change')}
          {account.id !== me && account.origin === 'local' && deed('reset', account, '重置密码', 'Reset password')}
          {account.id !== me &&
            (account.disabledAt === null
              ? deed('disable', account, '停用', 'Disable')
              : deed('enable', account, '启用', 'Enable'))}
        </span>
      ),
    },
  ];
  return (
    <Table<Account>
      rowKey="id"
      columns={columns}
      dataSource={accounts}
      loading={loading}
      pagination={false}
      size="middle"
      scroll={{ x: 'max-content' }}
      rowClassName={({ disabledAt }) => (disabledAt === null ? '' : 'accounts-disabled')}
    />
  );
}
