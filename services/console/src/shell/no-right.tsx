import type { ReactNode } from 'react';
import type { Right } from '../../../../shared/domain/review/account.ts';
import { useMay } from '../api/session.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { Notice } from './notice.tsx';
import { usePageTitle } from './page-title.ts';

const TITLE = { zh: '您的角色没有此项权限', en: 'Your role does not include this' } as const;

/** Says that the account's role does not include this. */
export function NoRight() {
  const { t } = useLanguage();
  usePageTitle(t(TITLE));
  return (
    <Notice title={t(TITLE)}>
      {t({ zh: '如工作需要，请联系管理员调整角色。', en: 'If your work needs it, ask an administrator for another role.' })}
    </Notice>
  );
}

/** Shows what is below it only to those who have the right, and the others why not. */
export function WithRight({ right, children }: { readonly right: Right; readonly children: ReactNode }) {
  return useMay(right) ? children : <NoRight />;
}
