import type { PolicyFacts } from '../domain/facts/policy.ts';

/** An entry of a table of contents: 5.您有权控制您的个人信息, 第三章 信息的存储, 六、未成年人保护……20. */
const ENTRY = /^\s*第?([一二三四五六七八九十]{1,3}|\d{1,2})\s?[、.:章节部)]\s*([^。;!?]{2,40}?)[\s.…·]*\d{0,3}$/u;
/** Fewer numbered lines one after the other are a list of something else. */
const CONTENTS = 5;
/** So many chapters that are nowhere were not handed in; one or two may have another heading than the contents say. */
const MISSING = 3;
/** A heading is not longer. */
const HEADING = 36;
/** Short lines that are looked at; who has more has tables. */
const HEADINGS = 400;
/** Lines that are looked at for a table of contents: it stands in front. */
const IN_FRONT = 200;

/** By policy: many rules ask. */
const known = new WeakMap<PolicyFacts, readonly string[]>();

/**
 * Chapters that the policy's own table of contents names and that are nowhere in the text behind it: the text was cut, or only part of it
 * was handed in, so that its silence proves nothing. Empty where there are no contents, or all of them is there.
 */
export function chaptersNotThere(policy: PolicyFacts): readonly string[] {
  const before = known.get(policy);
  if (before !== undefined) return before;
  const found = find(policy.text);
  known.set(policy, found);
  return found;
}

function find(text: string): readonly string[] {
  const lines = text.split('\n', IN_FRONT);
  const contents = contentsOf(lines);
  if (contents === null) return [];
  const start = lines.slice(0, contents.end).reduce((sum, line) => sum + line.length + 1, 0);
  const behind = text.slice(start);
  const plain = bare(behind);
  const unseen = contents.titles.filter((title) => !plain.includes(bare(title)));
  if (unseen.length < MISSING) return [];
  const headings = behind
    .split('\n')
    .filter((line) => line.length <= HEADING && !/[。;,]/u.test(line))
    .slice(0, HEADINGS)
    .map(pairs);
  const missing = unseen.filter((title) => !headings.some((heading) => isAlike(pairs(title), heading)));
  // What has none of its chapters behind it is a list of something else, or headings that we cannot tell.
  return missing.length >= MISSING && contents.titles.length - missing.length >= 2 ? missing : [];
}

/** The first run of numbered lines that count up from one. */
function contentsOf(lines: readonly string[]): { readonly titles: readonly string[]; readonly end: number } | null {
  let titles: string[] = [];
  for (const [at, line] of lines.entries()) {
    const [, number, title] = ENTRY.exec(line) ?? [];
    const expected = titles.length + 1;
    if (title !== undefined && numberOf(number!) === expected) titles.push(title);
    else if (titles.length >= CONTENTS) return { titles, end: at };
    else if (line.trim() !== '') titles = title !== undefined && numberOf(number!) === 1 ? [title] : [];
  }
  return null;
}

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['零', text];
  const digit = (each: string | undefined, none: number) => (each ? '零一二三四五六七八九'.indexOf(each) : none);
  return digit(tens, 1) * 10 + digit(ones, 0);
}

function bare(text: string): string {
  return text.replace(/[\s、,.:()“”"《》]+/gu, '');
}

function pairs(text: string): ReadonlySet<string> {
  const plain = bare(text.replace(/^\s*第?(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s?[、.:章节部)]/u, ''));
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)));
}

/** 您的权利 stands for 您如何行使您的权利: most of the shorter one is in the other. */
function isAlike(title: ReadonlySet<string>, heading: ReadonlySet<string>): boolean {
  const fewer = Math.min(title.size, heading.size);
  if (fewer < 2) return false;
  let shared = 0;
  for (const pair of title) if (heading.has(pair)) shared += 1;
  return shared / fewer >= 0.6;
}
