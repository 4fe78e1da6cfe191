import type { Bilingual } from '../../../../../shared/domain/text.ts';

/** Below so many judged findings a share says more about chance than about the rule. */
const FEW = 10;

/** How often a rule erred: a share only where enough was judged, the counts otherwise. Never a percentage of one. */
export function falseAlarmShare(judged: number, falseAlarms: number): { readonly text: Bilingual; readonly few: boolean } {
  if (judged === 0) return { text: { zh: '未判断', en: 'not judged' }, few: true };
  const counts = `${falseAlarms}/${judged}`;
  if (judged < FEW) return { text: { zh: `${counts}（样本少）`, en: `${counts} (too few)` }, few: true };
  const share = `${Math.round((falseAlarms / judged) * 100)}%`;
  return { text: { zh: `${share}（${counts}）`, en: `${share} (${counts})` }, few: false };
}
