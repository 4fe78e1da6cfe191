import type { WaiverStanding } from '../../../../../shared/domain/review/rulebook-view.ts';
import type { RuleState } from '../../../../../shared/domain/rulebook.ts';
import type { Bilingual } from '../../../../../shared/domain/text.ts';

export const STATE_NAMES: Readonly<Record<RuleState, Bilingual>> = {
  off: { zh: '关闭', en: 'Off' },
  observe: { zh: '仅观察', en: 'Only observed' },
  enforced: { zh: '生效', en: 'Enforced' },
};

export const STANDING_NAMES: Readonly<Record<WaiverStanding | 'revoked', Bilingual>> = {
  holds: { zh: '有效', en: 'Holds' },
  'expires-soon': { zh: '即将到期', en: 'Expires soon' },
  expired: { zh: '已到期', en: 'Expired' },
  'not-yet': { zh: '尚未生效', en: 'Not yet' },
  revoked: { zh: '已取消', en: 'Revoked' },
};

export const ORIGIN_NAMES: Readonly<Record<'own' | 'default' | 'built-in', Bilingual>> = {
  own: { zh: '本商店自己的文件', en: 'the store’s own file' },
  default: { zh: '各商店通用的文件', en: 'the file for all stores without their own' },
  'built-in': { zh: '程序内置（没有文件）', en: 'the program’s own: there is no file' },
};
