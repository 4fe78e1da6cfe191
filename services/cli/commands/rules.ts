import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { loadRules, rulesVersion } from '../../../shared/checks/registry.ts';
import type { Rule } from '../../../shared/checks/rule.ts';
import { InputError } from '../../../shared/domain/errors.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import { rulePages } from '../../../shared/pledge/rule-pages/build.ts';
import type { RulesCommand } from '../command.ts';
import type { Console } from '../console.ts';
import { presentRule, ruleAsMarkdown } from '../present/rule.ts';
import { describeRule, presentRules, rulesAsMarkdown } from '../present/rules.ts';

/** Lists the rules of this build, explains one of them, or writes the pages of all. */
export async function runRules(command: RulesCommand, console: Console): Promise<number> {
  const rules = await loadRules();
  if (command.folder !== null) return writePages(command.folder, rules, console);
  const { rule: id, as, language } = command;
  if (id !== null) console.out(one(ruleOf(rules, id), command));
  else if (as === 'json') {
    const described = rules.map((rule) => describeRule(rule, knowledge));
    console.out(JSON.stringify({ rulebook: rulesVersion(rules), knowledge: knowledge.version, rules: described }, null, 2));
  } else if (as === 'markdown') console.out(rulesAsMarkdown(rules, language));
  else console.out(presentRules(rules, knowledge, language));
  return 0;
}

function one(rule: Rule, { as, language }: RulesCommand): string {
  if (as === 'json') return JSON.stringify(describeRule(rule, knowledge), null, 2);
  return as === 'markdown' ? ruleAsMarkdown(rule, knowledge, language) : presentRule(rule, knowledge, language);
}

function ruleOf(rules: readonly Rule[], id: string): Rule {
  const found = rules.find((rule) => rule.id === id);
  if (found !== undefined) return found;
  throw new InputError('no-such-rule', { zh: `没有这条规则：${id}`, en: `there is no such rule: ${id}` }, id);
}

async function writePages(folder: string, rules: readonly Rule[], console: Console): Promise<number> {
  const pages = rulePages({ rules, version: rulesVersion(rules), knowledge });
  try {
    for (const [path, page] of pages) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, page);
    }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new InputError(
      'unwritable-folder',
      { zh: `不能写入文件夹：${said}`, en: `the folder cannot be written: ${said}` },
      folder,
    );
  }
  console.out(join(folder, 'index.html'));
  return 0;
}
