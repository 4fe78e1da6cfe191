import type { z } from 'zod';
import type { ParameterValue } from '../../domain/rulebook.ts';
import { weaker } from '../../domain/severity.ts';
import { type Parameter, parameterFault } from '../parameters.ts';
import type { Rule } from '../rule.ts';
import { type Path, shownPart } from './faults.ts';
import type { Issue } from './issues.ts';
import type { ruleEntry } from './schema.ts';
import { suggest } from './suggest.ts';

export type ParsedRuleEntry = z.infer<typeof ruleEntry>;

const hint = (meant: string | null) => ({
  zh: meant === null ? '' : `；是否为 ${meant}？`,
  en: meant === null ? '' : `; did you mean ${meant}?`,
});

/** An id that no rule of this build has: a setting or waiver without effect would deceive whoever wrote it. */
export function unknownRule(id: string, path: Path, known: ReadonlyMap<string, Rule>): Issue {
  const meant = hint(suggest(id, [...known.keys()]));
  return {
    path,
    where: path[0] === 'rules' ? 'key' : 'value',
    text: { zh: `本版本没有规则 ${shownPart(id)}${meant.zh}`, en: `this build has no rule ${shownPart(id)}${meant.en}` },
  };
}

/** What a rule cannot be told: more than its ceiling, contradictory bounds, parameters that it does not have or values it cannot take. */
export function ruleFaults(rule: Rule, { atMost, atLeast, parameters }: ParsedRuleEntry, path: Path): Issue[] {
  const issues: Issue[] = [];
  const fault = (key: string, zh: string, en: string) => issues.push({ path: [...path, key], where: 'value', text: { zh, en } });
  if (atLeast !== undefined && weaker(atLeast, rule.ceiling) !== atLeast) {
    fault(
      'atLeast',
      `${atLeast} 高于规则上限 ${rule.ceiling}：规则本身不能证明更多`,
      `${atLeast} is above the rule’s ceiling ${rule.ceiling}: the rule proves no more`,
    );
  }
  if (atMost !== undefined && atLeast !== undefined && weaker(atMost, atLeast) !== atLeast) {
    fault('atMost', `${atMost} 低于 atLeast（${atLeast}）`, `${atMost} is below atLeast (${atLeast})`);
  }
  return [...issues, ...parameterFaults(rule, parameters ?? {}, [...path, 'parameters'])];
}

function parameterFaults(rule: Rule, set: Readonly<Record<string, ParameterValue>>, path: Path): Issue[] {
  const declared: Readonly<Record<string, Parameter>> = rule.parameters ?? {};
  const names = Object.keys(declared);
  return Object.entries(set).flatMap(([name, value]): Issue[] => {
    const place = [...path, name];
    if (Object.hasOwn(declared, name)) {
      const text = parameterFault(declared[name]!, value);
      return text === null ? [] : [{ path: place, where: 'value', text }];
    }
    const meant = hint(suggest(name, names));
    const zh = names.length === 0 ? '该规则没有参数' : `该规则没有此参数${meant.zh}；可用：${names.join('、')}`;
    const en =
      names.length === 0
        ? 'this rule has no parameters'
        : `this rule has no such parameter${meant.en}; it has: ${names.join(', ')}`;
    return [{ path: place, where: 'key', text: { zh, en } }];
  });
}
