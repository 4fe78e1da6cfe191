import type { TextChange } from '../../domain/review/version-comparison.ts';
import { align } from './align.ts';
import { comparePolicies as comparing } from './policy.ts';
import { sentencesOf } from './sentences.ts';

const comparePolicies = (before: string, after: string) => comparing({ before, after });
const told = (changes: readonly TextChange[]) => changes.map(({ kind, text }) => `${kind}: ${text}`);
const numbered = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `第${at + from}条我们收集信息。`).join('');

test('sentences put together are the text again', () => {
  for (const text of [
    '',
    '一。二；三！\n\n四',
    'Version 1.2 of it. We collect. ',
    'x'.repeat(1_000),
    '😀'.repeat(300),
    '\u0000。\ud800。',
  ]) {
    expect(sentencesOf(text).join('')).toBe(text);
  }
  expect(sentencesOf('我们收集位置；不收集通讯录。详见 v1.2 说明。')).toEqual([
    '我们收集位置；',
    '不收集通讯录。',
    '详见 v1.2 说明。',
  ]);
  expect(sentencesOf('We collect. We share v1.2.')).toEqual(['We collect. ', 'We share v1.2.']);
});

test('a changed sentence is told in its place, with its context', () => {
  const before = `${numbered(10)}我们收集位置。${numbered(10, 10)}`;
  const after = `${numbered(10)}我们收集位置和通讯录。${numbered(10, 10)}`;
  const { changes, truncated } = comparePolicies(before, after);
  expect(truncated).toBe(false);
  expect(changes.map(({ kind }) => kind)).toEqual(['skipped', 'same', 'removed', 'added', 'same', 'skipped']);
  expect(told(changes).slice(1, 5)).toEqual([
    `same: ${numbered(3, 7)}`,
    'removed: 我们收集位置。',
    'added: 我们收集位置和通讯录。',
    `same: ${numbered(3, 10)}`,
  ]);
  expect(changes.reduce((sum, { kind, characters }) => (kind === 'removed' ? sum : sum + characters), 0)).toBe(after.length);
});

test('the same text has no changes, none at all has no sentence', () => {
  expect(comparePolicies('', '')).toEqual({ changes: [], truncated: false });
  expect(comparePolicies(numbered(50), numbered(50)).changes).toEqual([
    { kind: 'skipped', text: '', characters: numbered(50).length },
  ]);
  expect(told(comparePolicies('', '甲。').changes)).toEqual(['added: 甲。']);
});

test('what is left out is counted: removed and kept are the old text, added and kept the new one', () => {
  const before = Array.from({ length: 3_000 }, (_, at) => `${at % 5 === 0 ? '旧' : ''}第${at}条。`).join('');
  const after = Array.from({ length: 3_000 }, (_, at) => `${at % 5 === 0 ? '新' : ''}第${at}条。`).join('');
  const { changes, truncated } = comparePolicies(before, after);
  expect(truncated).toBe(false);
  const length = (not: string) => changes.reduce((sum, { kind, characters }) => (kind === not ? sum : sum + characters), 0);
  expect(length('added')).toBe(before.length);
  expect(length('removed')).toBe(after.length);
  expect(changes.filter(({ kind }) => kind === 'added')).toHaveLength(600);
});

test('beyond the edits that are looked for, sentences that occur once hold the texts together', () => {
  const left = Array.from({ length: 4_000 }, (_, at) => (at % 2 === 0 ? at : 1_000_000 + at));
  const right = Array.from({ length: 4_000 }, (_, at) => (at % 2 === 0 ? at : 2_000_000 + at));
  const runs = align(left, right);
  const items = (not: string) => runs.flatMap(({ kind, items: some }) => (kind === not ? [] : some));
  expect(items('added')).toEqual(left);
  expect(items('removed')).toEqual(right);
  expect(items('added').length + items('removed').length - 4_000 - 2_000).toBe(2_000);
});

test.each<[string, string, string]>([
  ['nothing in common', numbered(80_000), numbered(80_000, 500_000)],
  ['the same sentence over and over', '甲。'.repeat(500_000), '乙。甲。'.repeat(250_000)],
  ['one line', 'a'.repeat(1_000_000), 'b'.repeat(1_000_000)],
  ['few words in disorder', words(1), words(2)],
  ['every third sentence changed', thirds('a'), thirds('b')],
])('two texts of a megabyte, %s: a bounded answer in bounded time', (_case, before, after) => {
  const began = process.cpuUsage();
  const { changes, truncated } = comparePolicies(before, after);
  const { user } = process.cpuUsage(began);
  // A hanging comparison takes minutes; what it does take is printed by the bench of the integration tests.
  expect(user).toBeLessThan(5_000_000);
  expect(JSON.stringify(changes).length).toBeLessThan(1_500_000);
  expect(truncated || changes.every(({ kind }) => kind !== 'skipped')).toBe(true);
});

function thirds(changed: string): string {
  return Array.from({ length: 60_000 }, (_, at) => `${at % 3 === 0 ? changed : ''}第${at}条信息。`).join('');
}

/** A megabyte of sixteen sentences in an order that looks like none. */
function words(seed: number): string {
  let state = seed;
  return Array.from({ length: 250_000 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return `第${(state >> 16) % 16}。`;
  }).join('');
}
