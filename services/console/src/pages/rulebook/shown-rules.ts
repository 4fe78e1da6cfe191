import type { RuleView } from '../../../../../shared/domain/review/rulebook-view.ts';
import type { Bilingual } from '../../../../../shared/domain/text.ts';
import type { RulebookAddress } from './address.ts';

/** The rules that the address asks for, in its order. All words must occur in title or id. */
export function shownRules(
  rules: readonly RuleView[],
  { check, state, order, text }: Pick<RulebookAddress, 'check' | 'state' | 'order' | 'text'>,
  t: (words: Bilingual) => string,
): readonly RuleView[] {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = rules.filter(
    (rule) =>
      (check === null || rule.check === check) &&
      (state === null || rule.state === state) &&
      words.every((word) => `${rule.id} ${t(rule.title)}`.toLowerCase().includes(word)),
  );
  if (order === 'hits') return found.sort((a, b) => b.hits - a.hits);
  if (order === 'false-alarms') return found.sort((a, b) => b.falseAlarms - a.falseAlarms || b.hits - a.hits);
  return found;
}
