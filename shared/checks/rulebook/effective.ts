import type { ParameterValue, Rulebook, RuleState } from '../../domain/rulebook.ts';
import type { Severity } from '../../domain/severity.ts';
import { weaker } from '../../domain/severity.ts';
import { parameterValues } from '../parameters.ts';
import type { Rule } from '../rule.ts';
import { settingOf } from './apply.ts';

/** How one rule runs under a rulebook. */
export interface EffectiveRule {
  readonly rule: string;
  readonly state: RuleState;
  /** The rule's own ceiling, and the strongest severity under the rulebook. */
  readonly ceiling: Severity;
  readonly strongest: Severity;
  readonly atMost: Severity | null;
  readonly atLeast: Severity | null;
  readonly parameters: Readonly<Record<string, { readonly value: ParameterValue; readonly default: ParameterValue }>>;
  /** Whether anything is other than without a rulebook. */
  readonly changed: boolean;
}

/** All rules of the build as a rulebook has them, in their order. */
export function effectiveRules(book: Rulebook, rules: readonly Rule[]): EffectiveRule[] {
  return rules.map((rule) => {
    const { state, atMost = null, atLeast = null, parameters: set } = settingOf(book, rule.id);
    const values: Readonly<Record<string, ParameterValue>> = parameterValues(rule.parameters, set);
    const parameters = Object.fromEntries(
      Object.entries(rule.parameters ?? {}).map(([name, declared]) => [
        name,
        { value: values[name]!, default: declared.default as ParameterValue },
      ]),
    );
    const moved = Object.values(parameters).some((one) => JSON.stringify(one.value) !== JSON.stringify(one.default));
    return {
      rule: rule.id,
      state,
      ceiling: rule.ceiling,
      strongest: atMost === null ? rule.ceiling : weaker(rule.ceiling, atMost),
      atMost,
      atLeast,
      parameters,
      changed: state !== 'enforced' || atMost !== null || atLeast !== null || moved,
    };
  });
}
