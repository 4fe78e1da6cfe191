import type { EffectiveRule } from '../../../shared/checks/rulebook/effective.ts';
import type { RulebookFault } from '../../../shared/checks/rulebook/faults.ts';
import type { waiverStanding } from '../../../shared/checks/rulebook/warnings.ts';
import { SEVERITY_NAMES } from '../../../shared/domain/report/names.ts';
import type { Rulebook, RuleState, Waiver } from '../../../shared/domain/rulebook.ts';
import type { Bilingual } from '../../../shared/domain/text.ts';
import type { Language } from '../console.ts';
import { escapeForTerminal, excerptForTerminal } from '../escape.ts';
import { Page, padded, widthOf } from '../present/page.ts';

export const STATE_NAMES: Readonly<Record<RuleState, Bilingual>> = {
  off: { zh: '关闭', en: 'off' },
  observe: { zh: '观察', en: 'observed' },
  enforced: { zh: '生效', en: 'enforced' },
};

const STANDINGS: Readonly<Record<ReturnType<typeof waiverStanding>, Bilingual>> = {
  holds: { zh: '有效', en: 'in force' },
  'expires-soon': { zh: '即将到期', en: 'expires soon' },
  expired: { zh: '已到期', en: 'expired' },
  'not-yet': { zh: '尚未生效', en: 'not yet in force' },
};

/** What `rulebook check` says: every fault and remark with its place, as compilers do. */
export function presentFaults(
  file: string,
  faults: readonly RulebookFault[],
  warnings: readonly RulebookFault[],
  language: Language,
  book?: Rulebook,
): string {
  const page = new Page(language);
  const list = (entries: readonly RulebookFault[], kind: Bilingual) => {
    for (const { line, column, path, text } of entries) {
      const where = path === '' ? '' : ` ${escapeForTerminal(path)}`;
      page.line(`${escapeForTerminal(file)}:${line}:${column}: ${page.inline(kind)}:${where}`, 0);
      page.paragraph(text, 4);
    }
  };
  list(faults, { zh: '错误', en: 'error' });
  list(warnings, { zh: '提示', en: 'warning' });
  if (book === undefined) {
    page.line(page.inline({ zh: `规则库不可用：${faults.length} 处错误`, en: `refused: ${faults.length} faults` }), 0);
  } else {
    const known = `${escapeForTerminal(book.name)} ${escapeForTerminal(book.version)}  SHA-256 ${book.sha256}`;
    page.line(
      `${page.inline({ zh: `规则库可用，提示 ${warnings.length} 条`, en: `good, ${warnings.length} warnings` })}: ${known}`,
      0,
    );
  }
  return page.toString();
}

/** All rules as a table, and what differs from the built-in rulebook. */
export function presentRulebook(book: Rulebook, rules: readonly EffectiveRule[], language: Language): string {
  const page = new Page(language);
  page.line(`${escapeForTerminal(book.name)} ${escapeForTerminal(book.version)}  SHA-256 ${book.sha256}`, 0);
  const changed = rules.filter((rule) => rule.changed);
  page.heading({ zh: '与内置规则库的不同', en: 'Differences from the built-in rulebook' }, String(changed.length));
  for (const rule of changed) page.line(`${rule.rule}  ${differences(page, rule)}`);
  page.heading({ zh: '全部规则', en: 'All rules' }, String(rules.length));
  const width = Math.max(...rules.map(({ rule }) => rule.length)) + 2;
  const states = Math.max(...Object.values(STATE_NAMES).map((name) => widthOf(page.inline(name)))) + 2;
  for (const rule of rules) {
    const strongest = rule.state === 'enforced' ? `≤ ${page.inline(SEVERITY_NAMES[rule.strongest])}` : '';
    page.line(
      `${rule.changed ? '*' : ' '} ${padded(rule.rule, width)}${padded(page.inline(STATE_NAMES[rule.state]), states)}${strongest}`.trimEnd(),
    );
  }
  page.line('');
  page.line(page.inline({ zh: `豁免 ${book.waivers.length} 项`, en: `waivers: ${book.waivers.length}` }), 0);
  return page.toString();
}

function differences(page: Page, { state, atMost, atLeast, parameters }: EffectiveRule): string {
  const moved = Object.entries(parameters).filter(([, one]) => JSON.stringify(one.value) !== JSON.stringify(one.default));
  return [
    ...(state === 'enforced' ? [] : [page.inline(STATE_NAMES[state])]),
    ...(atMost === null ? [] : [`atMost ${atMost}`]),
    ...(atLeast === null ? [] : [`atLeast ${atLeast}`]),
    ...moved.map(([name, one]) => `${name} ${valueText(one.default)} → ${valueText(one.value)}`),
  ].join(', ');
}

function valueText(value: unknown): string {
  return excerptForTerminal(JSON.stringify(value), 60);
}

/** Waivers, those that end first on top. */
export function presentWaivers(
  waivers: readonly (Waiver & { readonly standing: keyof typeof STANDINGS })[],
  day: string,
  language: Language,
): string {
  const page = new Page(language);
  page.heading({ zh: `豁免（${day}）`, en: `Waivers on ${day}` }, String(waivers.length));
  const byEnd = [...waivers].sort((a, b) => (a.expires < b.expires ? -1 : a.expires > b.expires ? 1 : 0));
  for (const { id, rule, app, developer, certificate, subject, reason, by, granted, expires, standing } of byEnd) {
    page.line(`${escapeForTerminal(id)}  [${page.inline(STANDINGS[standing])}]  ${granted} … ${expires}`);
    const whom = [
      ...(app === undefined ? [] : [app]),
      ...(developer === undefined ? [] : [page.inline({ zh: `开发者 ${developer}`, en: `developer ${developer}` })]),
      ...(certificate === undefined ? [] : [`SHA-256 ${certificate}`]),
    ];
    page.line(escapeForTerminal([rule, ...(subject === undefined ? [] : [subject]), ...whom].join('  ')), 6);
    page.line(escapeForTerminal(`${by}: ${reason}`), 6);
  }
  return page.toString();
}
