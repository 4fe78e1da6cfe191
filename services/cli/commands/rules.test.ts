import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRules } from '../../../shared/checks/registry.ts';
import { InputError } from '../../../shared/domain/errors.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import type { RulesCommand } from '../command.ts';
import { presentRule } from '../present/rule.ts';
import { runRules } from './rules.ts';

const rules = await loadRules();
const LIST: RulesCommand = { name: 'rules', as: 'text', rule: null, folder: null, language: 'both' };
const RULE = 'privacy-policy/consent-by-use';

async function say(command: Partial<RulesCommand>): Promise<string> {
  const lines: string[] = [];
  const console = { out: (text: string) => void lines.push(text), err: () => {}, env: {}, version: '0.0.0' };
  expect(await runRules({ ...LIST, ...command }, console)).toBe(0);
  return lines.join('\n');
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelfgate-rules-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the list names every rule; its JSON has all that a rule declares', async () => {
  const text = await say({});
  for (const { id } of rules) expect(text).toContain(id);
  const { rules: described } = JSON.parse(await say({ as: 'json' })) as { rules: Record<string, unknown>[] };
  expect(described.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
  const one = described.find(({ id }) => id === RULE);
  expect(one).toMatchObject({ explanation: { zh: expect.any(String) }, examples: { bad: expect.any(Array) }, parameters: {} });
  expect((await say({ as: 'markdown' })).split('\n')).toHaveLength(rules.length + 2);
});

test('one rule is explained as text, JSON and Markdown, in the languages asked for', async () => {
  const { explanation, examples, remedy } = rules.find(({ id }) => id === RULE)!;
  for (const as of ['text', 'markdown'] as const) {
    const both = await say({ rule: RULE, as });
    for (const text of [explanation, remedy, examples.bad[0].text]) {
      expect(both).toContain(text.zh);
      expect(both).toContain(text.en);
    }
    expect(both).toContain(examples.bad[0].code);
    const english = await say({ rule: RULE, as, language: 'en' });
    expect(english).not.toContain(explanation.zh);
    expect(english).toContain(explanation.en);
  }
  expect(JSON.parse(await say({ rule: RULE, as: 'json' }))).toMatchObject({ id: RULE, explanation });
});

test('every rule can be explained', () => {
  for (const rule of rules) expect(presentRule(rule, knowledge, 'both')).not.toMatch(/undefined|\[object/);
});

test('pages are written into a folder that need not be there', async () => {
  const target = join(folder, 'new', 'pages');
  expect(await say({ as: 'html', folder: target })).toBe(join(target, 'index.html'));
  expect(await readFile(join(target, `${RULE}.html`), 'utf8')).toContain('<!doctype html>');
  expect(await readdir(join(target, 'clauses'))).toHaveLength(29);
});

test('an unknown rule and a folder that is a file are faults of the input', async () => {
  await expect(say({ rule: 'privacy-policy/no-such' })).rejects.toMatchObject({ code: 'no-such-rule' });
  const file = join(folder, 'file');
  await writeFile(file, '');
  await expect(say({ as: 'html', folder: file })).rejects.toBeInstanceOf(InputError);
});
