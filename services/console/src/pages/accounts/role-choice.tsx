import { Radio } from 'antd';
import { STAFF_ROLES, type StaffRole } from '../../../../../shared/domain/review/account.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { ROLE_NAMES } from '../../shell/account-menu.tsx';
import { ROLE_DUTIES } from './words.ts';

interface Given {
  readonly role: StaffRole;
  readonly onChange: (role: StaffRole) => void;
}

/** One of the roles, each with what it is for. */
export function RoleChoice({ role, onChange }: Given) {
  const { t } = useLanguage();
  return (
    <fieldset className="accounts-roles">
      <legend>{t({ zh: '角色', en: 'Role' })}</legend>
      <Radio.Group value={role} onChange={(event) => onChange(event.target.value as StaffRole)}>
        {STAFF_ROLES.map((each) => (
          <Radio key={each} value={each}>
            <strong>{t(ROLE_NAMES[each])}</strong> <span className="accounts-duty">{t(ROLE_DUTIES[each])}</span>
          </Radio>
        ))}
      </Radio.Group>
    </fieldset>
  );
}
