import type { Rule } from '../../checks/rule.ts';
import { CHECKS, type CheckName } from '../../domain/check.ts';
import type { Clause, ClauseId } from '../../domain/clause.ts';
import type { Knowledge } from '../../knowledge/types.ts';

/** What the pages are made of. */
export interface RulePagesInput {
  readonly rules: readonly Rule[];
  /** Version of the rules (`rulesVersion`). */
  readonly version: string;
  readonly knowledge: Pick<Knowledge, 'clauses' | 'instruments'>;
}

/** Instruments of the clauses in the order in which people know them. */
const ORDER = ['sz2025', 'pledge2021', 'platform2025'];
const place = (id: ClauseId): number => ORDER.indexOf(id.slice(0, id.lastIndexOf('-')));

/** The clauses by instrument, then by number. */
export function clausesInOrder({ knowledge }: RulePagesInput): Clause[] {
  return [...knowledge.clauses].sort((a, b) => place(a.id) - place(b.id) || a.number - b.number);
}

export function rulesOfCheck({ rules }: RulePagesInput, check: CheckName): Rule[] {
  return rules.filter(({ id }) => id.startsWith(`${check}/`));
}

/** The rules that cite a clause, in the order of the checks. */
export function rulesOfClause(input: RulePagesInput, clause: ClauseId): Rule[] {
  return CHECKS.flatMap((check) => rulesOfCheck(input, check)).filter(({ clauses }) => clauses.includes(clause));
}
