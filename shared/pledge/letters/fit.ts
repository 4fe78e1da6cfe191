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

/** Beyond this nothing can fit; megabytes are not looked through. */
const bounded = (text: string): string => visible(text.slice(0, 20_000)) + (text.length > 20_000 ? '…' : '');

/** A language in which nothing is written is left out. */
const printed = (text: LetterItem['title'], language: ReportLanguage): Printed[] =>
  textsIn({ zh: bounded(text.zh), en: bounded(text.en) }, language).filter(({ text: words }) => words.trim() !== '');

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

function fitEntries(entries: readonly (readonly Printed[])[], lines: number): Printed[][] {
  const kept: Printed[][] = [];
  let left = lines;
  for (const entry of entries) {
    const cut = cutAll(entry, ENTRY_LINES, LIST_WIDTH);
    left -= height(cut, LIST_WIDTH);
    if (left < 0) break;
    kept.push(cut);
  }
  return kept;
}

/** One finding of a letter with its texts cut so that they fit on a printed page, in one language or in both. */
export function fitItem(item: LetterItem, language: ReportLanguage): PrintedItem {
  const of = (text: LetterItem['title']) => printed(text, language);
  const title = cutAll(of(item.title), TITLE_LINES, TITLE_WIDTH);
  const found = of(item.found);
  const remedy = of(item.remedy);
  const entriesOf = (lines: LetterItem['basis']) => lines.map(of).filter((entry) => entry.length > 0);
  const evidence = entriesOf(item.evidence);
  const basis = entriesOf(item.basis);
  const entries = (list: readonly (readonly Printed[])[]): number =>
    list.reduce((sum, entry) => sum + height(cutAll(entry, ENTRY_LINES, LIST_WIDTH), LIST_WIDTH), 0);
  const [forFound, forEvidence, forBasis, forRemedy] = shares(
    [height(found, WIDTH), entries(evidence), entries(basis), height(remedy, WIDTH)],
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
  const same = (now: readonly Printed[], then: readonly Printed[]) => now.every(({ text }, at) => text === then[at]?.text);
  const sameList = (now: readonly (readonly Printed[])[], then: readonly (readonly Printed[])[]) =>
    now.length === then.length && now.every((entry, at) => same(entry, then[at]!));
  const whole =
    same(title, of(item.title)) &&
    same(fitted.found, found) &&
    same(fitted.remedy, remedy) &&
    sameList(fitted.evidence, evidence) &&
    sameList(fitted.basis, basis);
  return { ...fitted, cut: !whole };
}
