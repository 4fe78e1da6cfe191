import type { Rule } from '../../../shared/checks/rule.ts';
import { CHECK_NAMES, CHECKS } from '../../../shared/domain/check.ts';
import { SEVERITY_NAMES } from '../../../shared/domain/report/names.ts';
import type { Knowledge } from '../../../shared/knowledge/types.ts';
import type { Language } from '../console.ts';
import { describeBasis } from './basis.ts';
import { WORDS } from './labels.ts';
import { Page } from './page.ts';

/** A rule as `shelfgate rules --json` prints it: its declaration, without the code. */
export function describeRule(rule: Rule, knowledge: Knowledge) {
  const { id, clauses, ceiling, needs, title, explanation, examples, messages, remedy, parameters = {} } = rule;
  const basis = rule.basis.map((cited) => {
    const instrument = knowledge.instruments.get(cited.instrument);
    return { ...cited, name: instrument?.name ?? null, force: instrument?.force ?? null };
  });
  return { id, clauses, basis, ceiling, needs, title, explanation, examples, messages, remedy, parameters };
}

/** All rules for a person at a terminal, by check. */
export function presentRules(rules: readonly Rule[], knowledge: Knowledge, language: Language): string {
  const page = new Page(language);
  for (const check of CHECKS) {
    const own = rules.filter((rule) => rule.id.startsWith(`${check}/`));
    page.heading(CHECK_NAMES[check], String(own.length));
    for (const rule of own) {
      page.line(`${rule.id}  [${page.inline(SEVERITY_NAMES[rule.ceiling])}]  ${page.inline(rule.title, ' / ')}`);
      page.line(`${page.inline(WORDS.clauses)}: ${rule.clauses.join(', ')}`, 6);
      for (const basis of rule.basis) page.line(`${page.inline(WORDS.basis)}: ${describeBasis(page, basis, knowledge)}`, 6);
      const set = Object.keys(rule.parameters ?? {});
      if (set.length > 0) page.line(`${page.inline(WORDS.parameters)}: ${set.join(', ')}`, 6);
    }
  }
  return page.toString();
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The rules as a Markdown table. */
export function rulesAsMarkdown(rules: readonly Rule[], language: Language): string {
  const page = new Page(language);
  const head = ['规则 Rule', '内容 What', '最强结论 Ceiling', '条款 Clauses', '参数 Parameters'];
  const rows = rules.map((rule) => [
    `\`${rule.id}\``,
    cell(page.inline(rule.title, ' / ')),
    page.inline(SEVERITY_NAMES[rule.ceiling]),
    rule.clauses.join(', '),
    Object.keys(rule.parameters ?? {}).join(', '),
  ]);
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
