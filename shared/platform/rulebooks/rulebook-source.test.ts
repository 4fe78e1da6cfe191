import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Rule } from '../../checks/rule.ts';
import { BUILT_IN } from '../../checks/rulebook/built-in.ts';
import { openRulebookSource } from './rulebook-source.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rulebooks-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const STORE = { id: 'sto_1', name: '示例商店' };
const book = (version: string, more = '') => `schema: rulebook/1\nname: 测试\nversion: "${version}"\n${more}`;
const put = (name: string, text: string | Buffer) => writeFile(join(folder, name), text);
/** As long as a look is not repeated. */
const later = () => pause(1_050);

function open(path: string | null = folder) {
  const refused: string[] = [];
  const lines: { level: string; details: object; message: string }[] = [];
  const at = (level: string) => (details: object, message: string) => void lines.push({ level, details, message });
  const source = openRulebookSource({
    path,
    rules: [] as Rule[],
    clock: () => new Date('2026-03-01T00:00:00Z'),
    log: { info: at('info'), error: at('error') },
    onRefused: (file) => void refused.push(file),
  });
  const version = async (store = STORE) => (await source.of(store)).good?.rulebook.version ?? null;
  return { source, refused, lines, version };
}

test('without a path the built-in rulebook holds', async () => {
  const { source } = open(null);
  expect(await source.of(STORE)).toMatchObject({ origin: 'built-in', good: { rulebook: BUILT_IN }, refused: null });
  expect(await source.states()).toMatchObject([{ file: 'built-in', refused: null }]);
});

test('a store has its own file, by id or by name, and else the one for all', async () => {
  await put('default.yaml', book('default'));
  await put('示例商店.yaml', book('by name'));
  await put('sto_2.yml', book('by id'));
  for (const name of ['README.md', 'rulebook.schema.json', '.default.yaml']) await put(name, 'not a rulebook');
  const { source, version } = open();
  expect(await source.of(STORE)).toMatchObject({ origin: 'own', good: { rulebook: { version: 'by name' } } });
  expect(await version({ id: 'sto_2', name: 'x' })).toBe('by id');
  expect(await source.of({ id: 'sto_3', name: 'x' })).toMatchObject({ origin: 'default', good: { text: book('default') } });
  expect((await source.states()).map(({ file }) => file)).toEqual(['default.yaml', 'sto_2.yml', '示例商店.yaml']);
});

test('a name is a name and never a path', async () => {
  await mkdir(join(folder, 'inner'));
  await put('secret.yaml', book('secret'));
  await writeFile(join(folder, 'inner', 'default.yaml'), book('default'));
  const { version } = open(join(folder, 'inner'));
  for (const name of ['../secret', '..\\secret', `${folder}/secret`])
    expect(await version({ id: 'sto_1', name })).toBe('default');
});

test('a file that a system wrote in decomposed letters is the same name', async () => {
  await put('default.yaml', book('default'));
  await put(`${'Café'.normalize('NFD')}.yaml`, book('own'));
  expect(await open().version({ id: 'sto_1', name: 'Café'.normalize('NFC') })).toBe('own');
});

test('a change is noticed, also of the same length and by another file in its place', async () => {
  await put('default.yaml', book('1'));
  const { version } = open();
  expect(await version()).toBe('1');
  await put('default.yaml', book('2'));
  await later();
  expect(await version()).toBe('2');
  await put('new.tmp', book('3'));
  await rename(join(folder, 'new.tmp'), join(folder, 'default.yaml'));
  await later();
  expect(await version()).toBe('3');
});

test('a broken file leaves the last good one; the line is said once, and no path', async () => {
  await put('default.yaml', book('1'));
  const { source, version, refused, lines } = open();
  await version();
  await put('default.yaml', book('2', 'otherRules: maybe\n'));
  await later();
  const { good, refused: refusal } = await source.of(STORE);
  expect(good?.rulebook.version).toBe('1');
  expect(refusal).toMatchObject({ code: 'rulebook-invalid', line: 4 });
  await later();
  expect(await version()).toBe('1');
  expect(refused).toEqual(['default.yaml']);
  expect(lines.filter(({ level }) => level === 'error')).toMatchObject([{ details: { file: 'default.yaml', line: 4 } }]);
  expect(JSON.stringify([refusal, lines])).not.toContain(folder);
  await put('default.yaml', book('3'));
  await later();
  expect(await source.of(STORE)).toMatchObject({ good: { rulebook: { version: '3' } }, refused: null });
  // Back to what was good before: nothing is news about it but that it holds again.
  await put('default.yaml', 'x');
  await later();
  expect((await source.of(STORE)).refused).not.toBeNull();
  await put('default.yaml', book('3'));
  await later();
  expect(await source.of(STORE)).toMatchObject({ good: { rulebook: { version: '3' } }, refused: null });
  expect(refused).toHaveLength(2);
});

test.each([
  ['too large', Buffer.alloc(2 << 20, '#'), 'rulebook-invalid'],
  ['no text', Buffer.from([0xff, 0xfe, 0x00]), 'rulebook-invalid'],
  ['empty', Buffer.alloc(0), 'rulebook-invalid'],
])('a file that is %s is refused', async (_what, bytes, code) => {
  await put('default.yaml', bytes);
  expect(await open().source.of(STORE)).toMatchObject({ good: null, refused: { code } });
});

test('a folder in place of a file is refused', async () => {
  await mkdir(join(folder, 'default.yaml'));
  expect(await open().source.of(STORE)).toMatchObject({ good: null, refused: { code: 'rulebook-unreadable' } });
});

test('the bytes are kept as they are, a byte order mark included', async () => {
  await put('default.yaml', `\ufeff${book('1')}`);
  const { good } = await open().source.of(STORE);
  expect(good?.text).toBe(`\ufeff${book('1')}`);
});

test('no file, no folder, and a file that goes', async () => {
  expect(await open(join(folder, 'none')).source.of(STORE)).toMatchObject({
    good: null,
    refused: { code: 'rulebook-missing' },
  });
  const { source, version, refused } = open();
  expect(await source.of(STORE)).toMatchObject({ good: null, refused: { code: 'rulebook-missing' } });
  expect(await source.states()).toMatchObject([{ file: 'default', good: null, refused: { code: 'rulebook-missing' } }]);
  expect(refused).toEqual(['default']);
  await put('default.yaml', book('1'));
  expect(await version()).toBe('1');
  const one = open(join(folder, 'default.yaml'));
  expect(await one.version()).toBe('1');
  await rm(join(folder, 'default.yaml'));
  await later();
  expect(await source.of(STORE)).toMatchObject({ good: null, refused: { code: 'rulebook-missing' } });
  expect(await one.source.of(STORE)).toMatchObject({ good: null, refused: { code: 'rulebook-missing' } });
});

test('a file that is still being written is waited for', async () => {
  // The first part is a rulebook as well, in which a rule is not yet off.
  const whole = book('2', 'otherRules: observe\n');
  const halves = [whole.slice(0, whole.indexOf('otherRules')), whole];
  const { source } = open();
  await put('default.yaml', halves[0]!);
  const reading = source.of(STORE);
  for (let part = 1; part < 5; part += 1) {
    await pause(60);
    await put('default.yaml', `${halves[0]}# ${part}\n`);
  }
  await put('default.yaml', halves[1]!);
  expect((await reading).good?.rulebook.otherRules).toBe('observe');
});
