import { rulesVersion } from '../../../shared/checks/registry.ts';
import { type Rule, type RuleDefinition, rule } from '../../../shared/checks/rule.ts';
import { BUILT_IN } from '../../../shared/checks/rulebook/built-in.ts';
import { runCheck } from '../../../shared/checks/run.ts';
import { CHECKS, type CheckName } from '../../../shared/domain/check.ts';
import { NO_RECORDS } from '../../../shared/domain/facts/records.ts';
import type { Severity } from '../../../shared/domain/severity.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import type { VerdictInput } from '../../../shared/pledge/index.ts';
import { NEUTRAL_LISTING, NEUTRAL_PACKAGE, NEUTRAL_POLICY } from './facts.ts';

export const WORDS = { zh: '字', en: 'words' };

/** A rule `<check>/only` that cites sz2025-7, needs the package and finds nothing, unless told otherwise. */
export function onlyRule(check: CheckName, part: Partial<RuleDefinition> = {}): Rule {
  return rule({
    id: `${check}/only`,
    clauses: ['sz2025-7'],
    basis: [{ instrument: 'pipl', article: '6', verified: true }],
    ceiling: 'reject',
    needs: ['package'],
    title: WORDS,
    explanation: WORDS,
    examples: { bad: [{ text: WORDS }], good: [{ text: WORDS }] },
    messages: { found: WORDS },
    remedy: WORDS,
    evaluate: () => [],
    ...part,
  });
}

/** Part of a rule that finds one thing. */
export function speaking(severity: Severity, subject = 's'): Partial<RuleDefinition> {
  return {
    evaluate: () => [{ message: 'found', subject, severity, evidence: [{ type: 'listing', field: 'app.name' }] }],
  };
}

/** One silent rule a check. */
export const SILENT: readonly Rule[] = CHECKS.map((check) => onlyRule(check));

/** Silent rules, but for the one of the permission check. */
export function withOne(part: Partial<RuleDefinition>): Rule[] {
  return [onlyRule('permission', part), ...SILENT.filter(({ id }) => !id.startsWith('permission'))];
}

/** A whole review of neutral facts by some rules: all checks ran; `change` replaces facts before they run, and input after. */
export function reviewBy(rules: readonly Rule[], change: Partial<VerdictInput> = {}): VerdictInput {
  const facts = { package: NEUTRAL_PACKAGE, policy: NEUTRAL_POLICY, listing: NEUTRAL_LISTING, ...change };
  return {
    ...facts,
    reports: CHECKS.map((check) => runCheck(check, rules, facts, knowledge)),
    missing: [],
    packageSha256: NEUTRAL_PACKAGE.sha256,
    rules,
    records: NO_RECORDS,
    rulesVersion: rulesVersion(rules),
    rulebook: BUILT_IN,
    knowledge,
    inspector: 'inspector/1',
    policyReader: 'reader/1',
    ...change,
  };
}
