/**
 * The README's tables are made from the code. `UPDATE_README=1 npm run jest -- test/readme` writes them anew; without it the test
 * fails when they have drifted.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadRules } from '../../shared/checks/registry.ts';
import { CHECK_NAMES, CHECKS } from '../../shared/domain/check.ts';
import { VARIABLES } from '../../shared/platform/configuration/variables.ts';

const path = fileURLToPath(new URL('../../README.md', import.meta.url));

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;

function configurationTable(): string {
  const rows = Object.entries(VARIABLES).map(([name, variable]) =>
    row([
      `\`${name}\``,
      variable.standard === null ? '' : `\`${variable.standard}\``,
      `${variable.about.zh}。${variable.about.en}.`,
    ]),
  );
  return [row(['variable', 'without it', 'what it is for']), row(['---', '---', '---']), ...rows].join('\n');
}

async function rulesTable(): Promise<string> {
  const rules = await loadRules();
  const rows = CHECKS.flatMap((check) =>
    rules
      .filter((rule) => rule.id.startsWith(`${check}/`))
      .map((rule) =>
        row([
          CHECK_NAMES[check].zh,
          `\`${rule.id}\``,
          `${rule.title.zh} · ${rule.title.en}`,
          rule.ceiling,
          rule.clauses.join(', '),
        ]),
      ),
  );
  return [row(['check', 'rule', 'what', 'at most', 'clauses']), row(['---', '---', '---', '---', '---']), ...rows].join('\n');
}

const section = (name: string, readme: string) =>
  new RegExp(`<!-- ${name}:begin -->\\n([\\s\\S]*?)<!-- ${name}:end -->`).exec(readme)?.[1]?.trim();
const withSection = (name: string, readme: string, table: string) =>
  readme.replace(
    new RegExp(`(<!-- ${name}:begin -->\\n)[\\s\\S]*?(<!-- ${name}:end -->)`),
    (_all, begin, end) => `${begin}\n${table}\n\n${end}`,
  );

test.each([
  ['configuration', async () => configurationTable()],
  ['rules', rulesTable],
] as const)('the README has the %s table that the code gives', async (name, table) => {
  const expected = await table();
  if (process.env.UPDATE_README === '1') writeFileSync(path, withSection(name, readFileSync(path, 'utf8'), expected));
  expect(section(name, readFileSync(path, 'utf8'))).toBe(expected);
});
