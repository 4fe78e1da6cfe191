import type { Right } from '../../../../shared/domain/review/account.ts';
import type { Bilingual } from '../../../../shared/domain/text.ts';

/** One entry of the navigation; `keys` opens it from anywhere. */
export interface Destination {
  readonly path: string;
  readonly label: Bilingual;
  readonly right: Right;
  readonly keys: string;
}

/** The pages that stand in the navigation, in its order. */
export const DESTINATIONS: readonly Destination[] = [
  { path: '/queue', label: { zh: '审核队列', en: 'Queue' }, right: 'read', keys: 'g q' },
  { path: '/overview', label: { zh: '概览', en: 'Overview' }, right: 'read', keys: 'g o' },
  { path: '/rulebook', label: { zh: '规则库', en: 'Rulebook' }, right: 'read', keys: 'g r' },
  { path: '/reasons', label: { zh: '常用理由', en: 'Canned reasons' }, right: 'read', keys: 'g c' },
  { path: '/audit', label: { zh: '审计日志', en: 'Audit log' }, right: 'read-audit', keys: 'g l' },
  { path: '/accounts', label: { zh: '账号', en: 'Accounts' }, right: 'manage-accounts', keys: 'g a' },
];
