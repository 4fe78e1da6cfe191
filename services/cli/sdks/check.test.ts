import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRawSdkFiles } from '../../../shared/knowledge/sdks/read.ts';
import { main } from '../main.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelfgate-check-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function check(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await main(['sdks', 'check', ...args], {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    env: {},
    version: '0',
  });
  return { status, out: out.join('\n'), err: err.join('\n') };
}
async function file(name: string, content: unknown): Promise<string> {
  await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return join(folder, name);
}
const entry = {
  id: 'strangers-push',
  name: { zh: '陌生推送', en: 'Strangers Push' },
  aliases: ['陌生推送SDK'],
  operator: null,
  category: 'push',
  prefixes: ['com.strangers.push'],
  collects: 'unknown',
  confidence: 'low',
};
const fileOf = (...entries: unknown[]) => ({
  source: 'of a test, in a sentence that is long enough',
  confidence: 'low, a test',
  entries,
});

test('a good file joins those that are there', async () => {
  const { status, out } = await check(await file('mine.json', fileOf(entry)), '--lang', 'en');
  const before = [...readRawSdkFiles().values()].reduce<number>(
    (sum, data) => sum + (data as { entries: unknown[] }).entries.length,
    0,
  );
  expect([status, out]).toEqual([0, `good: ${before + 1} SDKs`]);
});

test('every problem is told with file, entry, field and how to mend it, in both languages', async () => {
  const wrong = fileOf({ ...entry, prefixes: ['com'], category: 'spying' }, { ...entry, id: 'B' });
  const { status, out } = await check(await file('wrong.json', wrong));
  expect(status).toBe(1);
  expect(out).toMatch(/wrong\.json → strangers-push → category[\s\S]*改法[\s\S]*To mend/);
  const json = await check(await file('wrong.json', wrong), '--json');
  const { valid, problems } = JSON.parse(json.out) as { valid: boolean; problems: object[] };
  expect(valid).toBe(false);
  expect(problems).toEqual(expect.arrayContaining([expect.objectContaining({ file: 'wrong.json', entry: 'B', field: 'id' })]));
});

test('a file of the same name takes the place of the one that is there', async () => {
  const [name] = [...readRawSdkFiles().keys()];
  const { out } = await check(await file(name!, fileOf(entry)), '--json');
  expect((JSON.parse(out) as { files: number }).files).toBe(readRawSdkFiles().size);
});

test.each([
  ['none.json', null],
  ['broken.json', '{'],
])('%s ends with 3', async (name, content) => {
  const path = content === null ? join(folder, name) : await file(name, content);
  const { status, err } = await check(path);
  expect([status, err]).toEqual([3, expect.stringContaining(name)]);
});
