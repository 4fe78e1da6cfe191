import type { AuditAction } from '../../../../../shared/domain/review/audit.ts';
import type { Bilingual } from '../../../../../shared/domain/text.ts';

/** What was done, in words. */
export const ACTION_NAMES: Readonly<Record<AuditAction, Bilingual>> = {
  'account.created': { zh: '新建账号', en: 'Account created' },
  'account.changed': { zh: '修改账号', en: 'Account changed' },
  'account.disabled': { zh: '停用账号', en: 'Account disabled' },
  'account.enabled': { zh: '启用账号', en: 'Account enabled' },
  'account.password-changed': { zh: '修改密码', en: 'Password changed' },
  'account.password-reset': { zh: '重置密码', en: 'Password reset' },
  'session.signed-in': { zh: '登录', en: 'Signed in' },
  'session.refused': { zh: '登录被拒', en: 'Sign-in refused' },
  'session.signed-out': { zh: '退出', en: 'Signed out' },
  'dossier.claimed': { zh: '领取案卷', en: 'Dossier claimed' },
  'dossier.released': { zh: '放弃领取', en: 'Dossier released' },
  'dossier.assigned': { zh: '指派案卷', en: 'Dossier assigned' },
  'decision.made': { zh: '作出决定', en: 'Decision made' },
  'decision.proposed': { zh: '提出决定', en: 'Decision proposed' },
  'decision.confirmed': { zh: '确认决定', en: 'Decision confirmed' },
  'decision.declined': { zh: '否决决定', en: 'Decision declined' },
  'decision.undone': { zh: '撤销决定', en: 'Decision undone' },
  'waiver.granted': { zh: '授予豁免', en: 'Waiver granted' },
  'waiver.revoked': { zh: '取消豁免', en: 'Waiver revoked' },
  'reason.changed': { zh: '修改常用理由', en: 'Canned reason changed' },
  'letter.saved': { zh: '保存整改通知', en: 'Letter saved' },
  'letter.sent': { zh: '发出整改通知', en: 'Letter sent' },
  'appeal.opened': { zh: '提出申诉', en: 'Appeal opened' },
  'appeal.answered': { zh: '答复申诉', en: 'Appeal answered' },
  'appeal.closed': { zh: '申诉结束', en: 'Appeal closed' },
  'submission.rerun': { zh: '重新检查', en: 'Checked again' },
  'rulebook.tried': { zh: '试用规则库', en: 'Rulebook tried' },
  'view.changed': { zh: '修改视图', en: 'View changed' },
};

/** What it was done to; a kind that is not here is shown as it is. */
export const SUBJECT_NAMES: Readonly<Record<string, Bilingual>> = {
  account: { zh: '账号', en: 'account' },
  appeal: { zh: '申诉', en: 'appeal' },
  decision: { zh: '审核决定', en: 'decision' },
  dossier: { zh: '案卷', en: 'dossier' },
  letter: { zh: '整改通知', en: 'letter' },
  reason: { zh: '常用理由', en: 'canned reason' },
  rulebook: { zh: '规则库', en: 'rulebook' },
  session: { zh: '会话', en: 'session' },
  submission: { zh: '送审', en: 'submission' },
  view: { zh: '视图', en: 'view' },
  waiver: { zh: '豁免', en: 'waiver' },
};
