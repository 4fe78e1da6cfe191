import type { Parameter } from '../../../shared/checks/parameters.ts';
import type { Example, Rule } from '../../../shared/checks/rule.ts';
import { SEVERITY_NAMES } from '../../../shared/domain/report/names.ts';
import type { Bilingual } from '../../../shared/domain/text.ts';
import type { Knowledge } from '../../../shared/knowledge/types.ts';
import { boundsOf, defaultOf } from '../../../shared/pledge/rule-pages/tongue.ts';
import { CEILING_MEANS, NEED_NAMES, WORDS } from '../../../shared/pledge/rule-pages/words.ts';
import { inLanguages, type Language } from '../console.ts';
import { escapeForTerminal } from '../escape.ts';
import { describeBasis } from './basis.ts';
import { Page } from './page.ts';

/** Where the parts of a rule are written: a terminal or a Markdown document. */
interface Sheet {
  heading(text: Bilingual): void;
  paragraph(text: Bilingual): void;
  item(text: string): void;
  code(text: string): void;
}

/** One rule with all that it declares, for a person at a terminal. */
export function presentRule(rule: Rule, knowledge: Knowledge, language: Language): string {
  const page = new Page(language);
  page.line(`${rule.id}  [${page.inline(SEVERITY_NAMES[rule.ceiling])}]  ${page.inline(rule.title, ' / ')}`, 0);
  write(rule, knowledge, page, {
    heading: (text) => page.heading(text),
    paragraph: (text) => page.paragraph(text),
    item: (text) => page.line(`- ${text}`),
    code: (text) => {
      for (const line of text.split('\n')) page.line(`│ ${escapeForTerminal(line)}`, 4);
    },
  });
  return page.toString();
}

/** The same as a Markdown document. */
export function ruleAsMarkdown(rule: Rule, knowledge: Knowledge, language: Language): string {
  const page = new Page(language);
  const lines = [`# ${page.inline(rule.title, ' / ')}`, '', `\`${rule.id}\` · ${page.inline(SEVERITY_NAMES[rule.ceiling])}`];
  write(rule, knowledge, page, {
    heading: (text) => lines.push('', `## ${page.inline(text, ' / ')}`),
    paragraph: (text) => {
      for (const words of inLanguages(text, language)) lines.push('', words);
    },
    item: (text) => lines.push('', `- ${text}`),
    code: (text) => lines.push('', '```', text, '```'),
  });
  return lines.join('\n');
}

function write(rule: Rule, knowledge: Knowledge, page: Page, sheet: Sheet): void {
  const section = (heading: keyof typeof WORDS, text: Bilingual) => {
    sheet.heading(WORDS[heading]);
    sheet.paragraph(text);
  };
  section('ceiling', CEILING_MEANS[rule.ceiling]);
  section('explanation', rule.explanation);
  for (const kind of ['bad', 'good'] as const) {
    sheet.heading(WORDS[kind]);
    for (const { text, code } of rule.examples[kind] as readonly Example[]) {
      sheet.paragraph(text);
      if (code !== undefined) sheet.code(code);
    }
  }
  section('remedy', rule.remedy);
  sheet.heading(WORDS.messages);
  for (const message of Object.values(rule.messages)) sheet.paragraph(message);
  sheet.heading(WORDS.concerned);
  for (const id of rule.clauses) {
    const name = knowledge.clauses.find((clause) => clause.id === id)?.name;
    sheet.item(name === undefined ? id : `${id} ${page.inline(name, ' / ')}`);
  }
  sheet.heading(WORDS.basis);
  for (const basis of rule.basis) sheet.item(describeBasis(page, basis, knowledge));
  sheet.heading(WORDS.needs);
  for (const need of rule.needs) sheet.item(page.inline(NEED_NAMES[need], ' / '));
  const parameters = Object.entries(rule.parameters ?? {});
  if (parameters.length > 0) sheet.heading(WORDS.parameters);
  for (const [name, parameter] of parameters) sheet.item(describeParameter(name, parameter, page));
}

function describeParameter(name: string, parameter: Parameter, page: Page): string {
  const bounds = page.inline({ zh: boundsOf(parameter, 'zh'), en: boundsOf(parameter, 'en') }, ' / ');
  return `${name} = ${defaultOf(parameter) || page.inline(WORDS.nothing, ' / ')} (${bounds}): ${page.inline(parameter.description, ' / ')}`;
}
