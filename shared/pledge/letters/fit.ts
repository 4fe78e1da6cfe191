import type { LetterItem } from '../../domain/review/letter.ts';
import { type ReportLanguage, textsIn } from '../reports/language.ts';
import { visible } from '../visible.ts';
import { cutToLines, linesOf } from './measure.ts';

/** Lines of A4 that the texts of one finding may take with its title, the other headings not counted, and how wide they are; see `style.ts`. */
const PAGE_LINES = 42;
/** Of a title, which is larger, in lines of text. */
const TITLE_LINE = 1.65;
const WIDTH = 48;
/** Of evidence and basis, which are indented. */
const LIST_WIDTH = 46;
const TITLE_WIDTH = 38;
const TITLE_LINES = 2;
/** The most that a single piece of evidence or citation may take. */
const ENTRY_LINES = 3;

/** A text of one language as it is printed. */
export interface Printed {
  readonly lang: 'zh' | 'en';
  readonly text: string;
}

/** A finding as it fits on a page. */
export interface PrintedItem {
  readonly fingerprint: string;
  readonly title: readonly Printed[];
  readonly found: readonly Printed[];
  /** One entry each, in one or both languages. */
  readonly evidence: readonly (readonly Printed[])[];
  readonly basis: readonly (readonly Printed[])[];
  readonly remedy: readonly Printed[];
  /** Whether anything was left out. */
  readonly cut: boolean;
}

/** Every part gets what it wants, or its fair share and what the others leave. */
function shares(wanted: readonly number[], total: number): number[] {
  const given = wanted.map(() => 0);
  let left = total;
  let open = wanted.map((_, at) => at);
  while (left > 0 && open.length > 0) {
    const share = Math.max(1, Math.floor(left / open.length));
    for (const at of open) {
      const more = Math.min(share, wanted[at]! - given[at]!, left);
      given[at]! += more;
      left -= more;
    }
    open = open.filter((at) => given[at]! < wanted[at]!);
  }
  return given;
}

/** Beyond so many characters nothing can fit, however narrow they are; what is longer is not looked through. */
const TITLE_MOST = 200;
const ENTRY_MOST = 320;
const TEXT_MOST = 3_600;
function bounded(text: string, most: number): string {
  const shown = visible(text.slice(0, most));
  return text.length > most || shown.length > most ? `${shown.slice(0, most)}…` : shown;
}

/** A language in which nothing is written is left out. */
const printed = (text: LetterItem['title'], language: ReportLanguage, most: number): Printed[] =>
  textsIn({ zh: bounded(text.zh, most), en: bounded(text.en, most) }, language).filter(({ text: words }) => words.trim() !== '');

const cutAll = (texts: readonly Printed[], lines: number, width: number): Printed[] =>
  texts.map(({ lang, text }) => ({ lang, text: cutToLines(text, lines, width) }));

const height = (texts: readonly Printed[], width: number): number =>
  texts.reduce((sum, { text }) => sum + linesOf(text, width), 0);

/** A part's texts, cut to their lines: each language the same share. */
function fitTexts(texts: readonly Printed[], lines: number): Printed[] {
  const given = shares(
    texts.map(({ text }) => linesOf(text, WIDTH)),
    lines,
  );
  return texts.map(({ lang, text }, at) => ({ lang, text: cutToLines(text, Math.max(1, given[at]!), WIDTH) }));
}

/** Entries cut to the lines that each may take; those beyond the page are not looked at. */
function shortEntries(lines: LetterItem['basis'], language: ReportLanguage): Entries {
  const whole = lines.map((line) => printed(line, language, ENTRY_MOST)).filter((entry) => entry.length > 0);
  const looked = whole.slice(0, PAGE_LINES);
  const cut = looked.map((entry) => cutAll(entry, ENTRY_LINES, LIST_WIDTH));
  return { cut, heights: cut.map((entry) => height(entry, LIST_WIDTH)), whole };
}

interface Entries {
  readonly cut: readonly Printed[][];
  readonly heights: readonly number[];
  readonly whole: readonly Printed[][];
}

const total = ({ heights }: Entries): number => heights.reduce((sum, lines) => sum + lines, 0);

/** As many entries as the lines have room for. */
function fitEntries({ cut, heights }: Entries, lines: number): Printed[][] {
  let left = lines;
  const end = heights.findIndex((taken) => {
    left -= taken;
    return left < 0;
  });
  return end < 0 ? [...cut] : cut.slice(0, end);
}

/** One finding of a letter with its texts cut so that they fit on a printed page, in one language or in both. */
export function fitItem(item: LetterItem, language: ReportLanguage): PrintedItem {
  const named = printed(item.title, language, TITLE_MOST);
  const title = cutAll(named, TITLE_LINES, TITLE_WIDTH);
  const found = printed(item.found, language, TEXT_MOST);
  const remedy = printed(item.remedy, language, TEXT_MOST);
  const evidence = shortEntries(item.evidence, language);
  const basis = shortEntries(item.basis, language);
  const [forFound, forEvidence, forBasis, forRemedy] = shares(
    [height(found, WIDTH), total(evidence), total(basis), height(remedy, WIDTH)],
    PAGE_LINES - Math.ceil(TITLE_LINE * height(title, TITLE_WIDTH)),
  );
  const fitted = {
    fingerprint: item.fingerprint,
    title,
    found: fitTexts(found, forFound!),
    evidence: fitEntries(evidence, forEvidence!),
    basis: fitEntries(basis, forBasis!),
    remedy: fitTexts(remedy, forRemedy!),
  };
  const whole =
    same(title, named) &&
    same(fitted.found, found) &&
    same(fitted.remedy, remedy) &&
    sameList(fitted.evidence, evidence.whole) &&
    sameList(fitted.basis, basis.whole);
  return { ...fitted, cut: !whole };
}

const same = (now: readonly Printed[], then: readonly Printed[]) => now.every(({ text }, at) => text === then[at]?.text);
const sameList = (now: readonly (readonly Printed[])[], then: readonly (readonly Printed[])[]) =>
  now.length === then.length && now.every((entry, at) => same(entry, then[at]!));
