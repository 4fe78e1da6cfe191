import type { Rulebook, RuleSetting } from '../../domain/rulebook.ts';
import { SEVERITIES, type Severity, weaker } from '../../domain/severity.ts';

/** What a rulebook says about a rule. */
export function settingOf(book: Rulebook, rule: string): RuleSetting {
  return Object.hasOwn(book.rules, rule) ? book.rules[rule]! : { state: book.otherRules };
}

/**
 * Severity of one case: the rule's own, raised to `atLeast` as far as the case may carry it, then lowered to `atMost`. A rulebook never
 * makes a rejection of what the rule itself did not prove.
 * @param carries the strongest severity that the case may ever have
 */
export function severityUnder(setting: RuleSetting, own: Severity, carries: Severity): Severity {
  const raised = setting.atLeast === undefined ? own : stronger(own, weaker(setting.atLeast, carries));
  return setting.atMost === undefined ? raised : weaker(raised, setting.atMost);
}

function stronger(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) >= SEVERITIES.indexOf(b) ? a : b;
}
