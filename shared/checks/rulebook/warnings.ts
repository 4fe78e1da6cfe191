import type { Clause } from '../../domain/clause.ts';
import type { Rulebook, Waiver } from '../../domain/rulebook.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Rule } from '../rule.ts';
import { settingOf } from './apply.ts';
import { daysBetween } from './days.ts';
import type { Path } from './faults.ts';

/** Something that is allowed and that whoever keeps the rulebook should know. */
export interface RulebookWarning {
  readonly code:
    | 'waiver-expired'
    | 'waiver-expires-soon'
    | 'waiver-not-yet'
    | 'waiver-long'
    | 'waiver-whole-developer'
    | 'waiver-without-effect'
    | 'clause-without-rule';
  readonly path: Path;
  readonly text: Bilingual;
}

/** Days before its end in which a waiver is told to end soon. */
const SOON_DAYS = 30;
/** A waiver that nobody looks at for longer than a year is a rule switched off for one. */
const LONG_DAYS = 366;

/** What is worth a word in a rulebook on a day, in the order of the file. */
export function rulebookWarnings(
  book: Rulebook,
  rules: readonly Rule[],
  clauses: readonly Clause[],
  day: string,
): RulebookWarning[] {
  return [...clausesWithoutRule(book, rules, clauses), ...book.waivers.flatMap((waiver, at) => ofWaiver(book, waiver, at, day))];
}

/** How a waiver stands on a day. */
export function waiverStanding({ granted, expires }: Waiver, day: string): 'holds' | 'expires-soon' | 'expired' | 'not-yet' {
  if (day > expires) return 'expired';
  if (day < granted) return 'not-yet';
  return daysBetween(day, expires) < SOON_DAYS ? 'expires-soon' : 'holds';
}

function ofWaiver(book: Rulebook, waiver: Waiver, at: number, day: string): RulebookWarning[] {
  const { id, rule, granted, expires } = waiver;
  const warnings: RulebookWarning[] = [];
  const warn = (code: RulebookWarning['code'], key: string | null, zh: string, en: string) =>
    warnings.push({ code, path: ['waivers', at, ...(key === null ? [] : [key])], text: { zh, en } });
  const standing = waiverStanding(waiver, day);
  if (standing === 'expired')
    warn('waiver-expired', 'expires', `豁免 ${id} 已于 ${expires} 到期`, `waiver ${id} expired on ${expires}`);
  if (standing === 'not-yet')
    warn('waiver-not-yet', 'granted', `豁免 ${id} 自 ${granted} 起才生效`, `waiver ${id} holds from ${granted} only`);
  if (standing === 'expires-soon') {
    const left = daysBetween(day, expires);
    warn(
      'waiver-expires-soon',
      'expires',
      `豁免 ${id} 将于 ${expires} 到期（${left} 天后）`,
      `waiver ${id} expires on ${expires}, in ${left} days`,
    );
  }
  const length = daysBetween(granted, expires) + 1;
  if (length > LONG_DAYS) warn('waiver-long', 'expires', `豁免 ${id} 长达 ${length} 天`, `waiver ${id} holds for ${length} days`);
  if (waiver.app === undefined) {
    warn(
      'waiver-whole-developer',
      'developer',
      `豁免 ${id} 及于开发者 ${waiver.developer} 的全部应用`,
      `waiver ${id} covers every app of the developer ${waiver.developer}`,
    );
  }
  const { state } = settingOf(book, rule);
  if (state !== 'enforced') {
    warn(
      'waiver-without-effect',
      'rule',
      `规则 ${rule} 的状态为 ${state}，豁免 ${id} 不起作用`,
      `the rule ${rule} is ${state}: waiver ${id} has no effect`,
    );
  }
  return warnings;
}

/** Clauses that static checks are there to decide, of which no rule is left with effect. */
function clausesWithoutRule(book: Rulebook, rules: readonly Rule[], clauses: readonly Clause[]): RulebookWarning[] {
  return clauses.flatMap((clause): RulebookWarning[] => {
    if (clause.kind !== 'machine') return [];
    const citing = rules.filter((rule) => rule.clauses.includes(clause.id)).map(({ id }) => id);
    if (citing.length === 0 || citing.some((id) => settingOf(book, id).state === 'enforced')) return [];
    const listed = citing.find((id) => Object.hasOwn(book.rules, id));
    return [
      {
        code: 'clause-without-rule',
        path: listed === undefined ? ['otherRules'] : ['rules', listed],
        text: {
          zh: `条款 ${clause.id}（${clause.name.zh}）没有生效的规则：${citing.join('、')} 均已关闭或仅观察`,
          en: `clause ${clause.id} (${clause.name.en}) has no rule with effect: ${citing.join(', ')} are off or only observed`,
        },
      },
    ];
  });
}
