import type { Account, StaffRole } from '../../../../../shared/domain/review/account.ts';
import type { Bilingual } from '../../../../../shared/domain/text.ts';

/** What each role is for, beside the choice of it. */
export const ROLE_DUTIES: Readonly<Record<StaffRole, Bilingual>> = {
  reviewer: { zh: '审核送审、发整改通知、答复申诉', en: 'decides, writes letters, answers appeals' },
  'senior-reviewer': {
    zh: '另可复核、指派、批量处理、授予豁免、编辑常用理由',
    en: 'also confirms, assigns, decides in bulk, grants waivers, edits canned reasons',
  },
  operations: { zh: '查看，重新检查，试用规则库', en: 'looks, runs checks again, tries rulebooks' },
  auditor: { zh: '只读，可查审计日志', en: 'reads everything, the audit log included' },
  administrator: {
    zh: '管理账号，指派，查审计日志；不作审核决定',
    en: 'manages accounts, assigns, reads the audit log; decides nothing',
  },
};

/** Whether somebody may sign in, in a word. */
export function statusOf({ disabledAt, origin, mustChangePassword }: Account): Bilingual {
  if (disabledAt !== null) return { zh: '已停用', en: 'Disabled' };
  if (origin === 'oidc') return { zh: '单点登录', en: 'Single sign-on' };
  return mustChangePassword ? { zh: '待设置密码', en: 'Password to be chosen' } : { zh: '有效', en: 'Active' };
}
