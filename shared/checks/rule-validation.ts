import { PermanentError } from '../domain/errors.ts';
import { SEVERITIES } from '../domain/severity.ts';
import type { Bilingual } from '../domain/text.ts';
import type { Knowledge } from '../knowledge/types.ts';
import { type Parameter, parameterFault } from './parameters.ts';
import type { Example, Rule } from './rule.ts';
import { placeholders } from './template.ts';

/**
 * Refuses a rule that could not be defended before a developer or an authority: wrong id, no clause, unknown clause or instrument,
 * a text without one of the languages, an explanation that explains nothing, no example of what is wrong or right, or a rejection that
 * no binding instrument carries.
 * @param path the file's path below `shared/checks` without extension: the id that the rule must have
 * @throws PermanentError `rule-invalid`, naming the rule and every fault
 */
export function validateRule(rule: Rule, path: string, knowledge: Pick<Knowledge, 'clauses' | 'instruments'>): void {
  const faults = [
    ...(rule.id === path ? [] : [`id "${rule.id}" is not its path`]),
    ...(SEVERITIES.includes(rule.ceiling) ? [] : [`unknown ceiling "${rule.ceiling}"`]),
    ...clauseFaults(rule, knowledge),
    ...basisFaults(rule, knowledge),
    ...textFaults('title', rule.title),
    ...explanationFaults(rule.explanation),
    ...exampleFaults(rule.examples, 'bad'),
    ...exampleFaults(rule.examples, 'good'),
    ...textFaults('remedy', rule.remedy),
    ...(Object.keys(rule.messages ?? {}).length > 0 ? [] : ['no message']),
    ...Object.entries(rule.messages ?? {}).flatMap(([key, message]) => textFaults(`message "${key}"`, message)),
    ...Object.entries(rule.parameters ?? {}).flatMap(([name, parameter]) => parameterFaults(name, parameter)),
    ...(typeof rule.evaluate === 'function' ? [] : ['no evaluate']),
  ];
  if (faults.length > 0) {
    const list = faults.join('; ');
    throw new PermanentError('rule-invalid', { zh: `规则 ${path} 不合格：${list}`, en: `The rule ${path} is invalid: ${list}` });
  }
}

function clauseFaults(rule: Rule, { clauses }: Pick<Knowledge, 'clauses'>): string[] {
  const cited: readonly string[] = rule.clauses ?? [];
  if (cited.length === 0) return ['no clause'];
  const known = new Set<string>(clauses.map((clause) => clause.id));
  return [
    ...cited.filter((id) => !known.has(id)).map((id) => `unknown clause "${id}"`),
    ...(new Set(cited).size === cited.length ? [] : ['a clause is cited twice']),
  ];
}

function basisFaults(rule: Rule, { instruments }: Pick<Knowledge, 'instruments'>): string[] {
  const cited = rule.basis ?? [];
  if (cited.length === 0) return ['no legal basis'];
  const unknown = cited.filter((basis) => !instruments.has(basis.instrument));
  const binding = cited.some(
    ({ instrument, verified }) => verified && ['law', 'enforcement'].includes(instruments.get(instrument)?.force ?? ''),
  );
  return [
    ...unknown.map((basis) => `unknown instrument "${basis.instrument}"`),
    ...(rule.ceiling === 'reject' && !binding
      ? ['a rejection that rests on no law or enforcement practice whose text was verified']
      : []),
  ];
}

/** Characters below which an explanation cannot say what is looked at, why, and what does not count. */
const SHORTEST: Readonly<Record<keyof Bilingual, number>> = { zh: 60, en: 120 };

function explanationFaults(explanation: Bilingual | undefined): string[] {
  const faults = textFaults('explanation', explanation);
  if (explanation === undefined || faults.length > 0) return faults;
  const short = (['zh', 'en'] as const).filter((language) => explanation[language].length < SHORTEST[language]);
  return short.map((language) => `explanation is too short in ${language}`);
}

function exampleFaults(examples: Rule['examples'] | undefined, kind: 'bad' | 'good'): string[] {
  const given: readonly Example[] = examples?.[kind] ?? [];
  if (given.length === 0) return [`no ${kind} example`];
  return given.flatMap(({ text, code, kind: of }, at) => {
    const name = `${kind} example ${at + 1}`;
    const hollow = code === undefined ? of === 'policy' : code.trim() === '';
    return [...textFaults(name, text), ...(hollow ? [`${name} has no code to show`] : [])];
  });
}

/** What a store may set must be explained, and its default must be a value that a store could set. */
function parameterFaults(name: string, parameter: Parameter): string[] {
  const fault = parameterFault(parameter, parameter.default);
  return [
    ...(/^[a-z][A-Za-z0-9]*$/.test(name) ? [] : [`parameter "${name}" is no name in camel case`]),
    ...textFaults(`parameter "${name}"`, parameter.description),
    ...(fault === null ? [] : [`the default of parameter "${name}" ${fault.en}`]),
  ];
}

function textFaults(name: string, text: Bilingual | undefined): string[] {
  const missing = (['zh', 'en'] as const).filter((language) => !text?.[language]?.trim());
  if (text === undefined || missing.length > 0) return missing.map((language) => `${name} has no ${language} text`);
  const [zh, en] = [placeholders(text.zh), placeholders(text.en)];
  return zh.join() === en.join() ? [] : [`${name} uses other placeholders in zh (${zh}) than in en (${en})`];
}
