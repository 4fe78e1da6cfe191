import type { Clause } from '../../domain/clause.ts';
import type { RulebookCheck } from '../../domain/review/rulebook-view.ts';
import type { Rulebook } from '../../domain/rulebook.ts';
import type { Rule } from '../rule.ts';
import { RulebookError } from './faults.ts';
import { readRulebook } from './read.ts';
import { rulebookWarnings } from './warnings.ts';

/** What is to say of a rulebook's text, and the rulebook where it is one. */
export interface CheckedText {
  readonly check: RulebookCheck;
  readonly rulebook: Rulebook | null;
}

/** Every fault and remark with its place, as `rulebook check` has them. @param day on which waivers are looked at */
export function checkText(text: string, rules: readonly Rule[], clauses: readonly Clause[], day: string): CheckedText {
  try {
    const { rulebook, at } = readRulebook(text, rules);
    const warnings = rulebookWarnings(rulebook, rules, clauses, day).map((warning) => at(warning.path, warning.text));
    const { name, version, sha256 } = rulebook;
    return { check: { valid: true, name, version, sha256, faults: [], warnings }, rulebook };
  } catch (error) {
    if (!(error instanceof RulebookError)) throw error;
    return {
      check: { valid: false, name: null, version: null, sha256: null, faults: error.faults, warnings: [] },
      rulebook: null,
    };
  }
}
