import { loadRules, rulesVersion } from '../../../shared/checks/registry.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import type { RulesCommand } from '../command.ts';
import type { Console } from '../console.ts';
import { describeRule, presentRules, rulesAsMarkdown } from '../present/rules.ts';

/** Lists the rules of this build. */
export async function runRules(command: RulesCommand, console: Console): Promise<number> {
  const rules = await loadRules();
  if (command.as === 'json') {
    const described = rules.map((rule) => describeRule(rule, knowledge));
    console.out(JSON.stringify({ rulebook: rulesVersion(rules), knowledge: knowledge.version, rules: described }, null, 2));
  } else if (command.as === 'markdown') {
    console.out(rulesAsMarkdown(rules, command.language));
  } else {
    console.out(presentRules(rules, knowledge, command.language));
  }
  return 0;
}
