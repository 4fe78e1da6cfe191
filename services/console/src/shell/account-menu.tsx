import { App, Button, Dropdown } from 'antd';
import { useLocation, useNavigate } from 'react-router';
import type { StaffRole } from '../../../../shared/domain/review/account.ts';
import type { Bilingual } from '../../../../shared/domain/text.ts';
import { del } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { acceptSession, SESSION_PATH, useSession } from '../api/session.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { Untrusted } from './untrusted.tsx';

/** The roles as people read them. */
export const ROLE_NAMES: Readonly<Record<StaffRole, Bilingual>> = {
  reviewer: { zh: '审核员', en: 'Reviewer' },
  'senior-reviewer': { zh: '高级审核员', en: 'Senior reviewer' },
  operations: { zh: '运维', en: 'Operations' },
  auditor: { zh: '审计员', en: 'Auditor' },
  administrator: { zh: '管理员', en: 'Administrator' },
};

/** Who is signed in, and the way out. */
export function AccountMenu() {
  const { t } = useLanguage();
  const { account } = useSession();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const signOut = async () => {
    try {
      await del(SESSION_PATH);
    } catch (error) {
      // A session that has ended already is what was wanted.
      if (!(error instanceof ApiProblem && error.status === 401)) {
        message.error(error instanceof ApiProblem ? t(error.detail) : String(error));
        return;
      }
    }
    acceptSession(null);
  };
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [
          { key: 'role', label: `${account.name} · ${t(ROLE_NAMES[account.role])}`, disabled: true },
          { type: 'divider' },
          ...(account.origin === 'local'
            ? [
                {
                  key: 'password',
                  label: t({ zh: '修改密码', en: 'Change password' }),
                  onClick: () => void navigate(`/login?change&next=${encodeURIComponent(pathname + search)}`),
                },
              ]
            : []),
          { key: 'out', label: t({ zh: '退出登录', en: 'Sign out' }), onClick: () => void signOut() },
        ],
      }}
    >
      <Button type="text" aria-haspopup="menu">
        <Untrusted text={account.displayName} most={24} />
      </Button>
    </Dropdown>
  );
}
