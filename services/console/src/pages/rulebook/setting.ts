import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';
import { RULE_STATES, type RuleState } from '../../../../../shared/domain/rulebook.ts';
import { SEVERITIES, type Severity } from '../../../../../shared/domain/severity.ts';

/** What a rulebook's text says of one rule, as far as it is set by a click. */
export interface Setting {
  readonly state: RuleState;
  readonly atMost: Severity | null;
}

/** A rulebook's text that was read; null where it is none in which a rule could be set. */
function read(text: string) {
  const document = parseDocument(text, { strict: true, uniqueKeys: true });
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  const rules = document.get('rules');
  if (rules !== undefined && rules !== null && !isMap(rules)) return null;
  const other = RULE_STATES.find((state) => state === document.get('otherRules')) ?? 'enforced';
  return { document, rules: isMap(rules) ? (rules as YAMLMap) : null, other };
}

/** How a text has a rule; null where the text cannot be read so far. */
export function settingIn(text: string, rule: string): Setting | null {
  const found = read(text);
  if (found === null) return null;
  const entry: unknown = found.rules?.get(rule, true);
  const stateOf = (value: unknown) => RULE_STATES.find((state) => state === value) ?? found.other;
  if (isScalar(entry)) return { state: stateOf(entry.value), atMost: null };
  if (!isMap(entry)) return { state: found.other, atMost: null };
  return { state: stateOf(entry.get('state')), atMost: SEVERITIES.find((severity) => severity === entry.get('atMost')) ?? null };
}

/**
 * The text with another setting of a rule; comments and everything else stay. What is as without an entry has none.
 * @returns null where the text cannot be read so far
 */
export function withSetting(text: string, rule: string, { state, atMost }: Setting): string | null {
  const found = read(text);
  if (found === null) return null;
  const { document, rules, other } = found;
  const entry = rules?.get(rule, true);
  const rest = isMap(entry) ? (entry.toJSON() as Record<string, unknown>) : {};
  const { state: _state, atMost: _atMost, ...kept } = rest;
  const bare = Object.keys(kept).length === 0;
  if (bare && atMost === null && state === other) {
    if (entry !== undefined) document.deleteIn(['rules', rule]);
    if (rules !== null && rules.items.length === 0) document.delete('rules');
  } else if (bare && atMost === null) document.setIn(['rules', rule], state);
  else document.setIn(['rules', rule], document.createNode({ state, ...(atMost !== null && { atMost }), ...kept }));
  return document.toString({ lineWidth: 0 });
}
