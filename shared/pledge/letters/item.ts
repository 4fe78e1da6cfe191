import type { Finding } from '../../domain/finding.ts';
import { citationOf, UNVERIFIED } from '../../domain/report/citation.ts';
import { FORCE_NAMES } from '../../domain/report/names.ts';
import type { LetterItem } from '../../domain/review/letter.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Report } from '../report.ts';
import { basisOf } from '../reports/basis-of.ts';
import { evidenceLine, type Pen } from '../reports/evidence-line.ts';
import { shortened, visible } from '../visible.ts';

/** What a page has room for; people may write more, and what does not fit is cut when it is printed. */
const TITLE = 120;
const SUBJECT = 60;
const PARAGRAPH = 1_500;
const LINE = 240;
const VALUE = 160;
const PLACES = 12;

/** One line, with nothing in it that a reader cannot see. */
export const oneLine = (text: string, most: number): string => shortened(visible(text).replaceAll(/\s+/g, ' ').trim(), most);
/** As it was written, with nothing in it that a reader cannot see. */
export const paragraph = (text: string, most = PARAGRAPH): string => shortened(visible(text).trim(), most);

const both = (text: Bilingual, make: (text: string) => string): Bilingual => ({ zh: make(text.zh), en: make(text.en) });

const penOf = (language: 'zh' | 'en'): Pen => ({
  say: (text) => text[language],
  code: (text) => oneLine(text, VALUE),
  quote: (text) => (language === 'zh' ? `“${oneLine(text, VALUE)}”` : `"${oneLine(text, VALUE)}"`),
});

/**
 * The part of a letter that tells one finding.
 * @param withSubject says in the title what it is about
 */
export function letterItem(finding: Finding, report: Report, withSubject: boolean): LetterItem {
  const subject = withSubject ? oneLine(finding.subject, SUBJECT) : '';
  return {
    fingerprint: finding.fingerprint,
    title: {
      zh: oneLine(finding.title.zh, TITLE) + (subject === '' ? '' : `（${subject}）`),
      en: oneLine(finding.title.en, TITLE) + (subject === '' ? '' : ` (${subject})`),
    },
    found: both(finding.text, (text) => paragraph(text)),
    evidence: places(finding, report),
    basis: basisLines(finding, report),
    remedy: both(finding.remedy, (text) => paragraph(text)),
  };
}

function places({ evidence, evidenceOmitted }: Finding, report: Report): Bilingual[] {
  const lines = evidence.slice(0, PLACES).map(
    (piece): Bilingual => ({
      zh: oneLine(evidenceLine(piece, report, penOf('zh')), LINE),
      en: oneLine(evidenceLine(piece, report, penOf('en')), LINE),
    }),
  );
  const more = Math.max(0, evidence.length - PLACES) + (evidenceOmitted ?? 0);
  if (more === 0) return lines;
  return [...lines, { zh: `另有 ${more} 处，见审核报告`, en: `${more} more places are in the report` }];
}

/** Instruments with their force, so that nobody takes a guideline for law; then the clauses of the pledges. */
function basisLines(finding: Finding, report: Report): Bilingual[] {
  const instruments = basisOf(finding, report).map(({ name, article, force, verified }): Bilingual => {
    const cited = citationOf({ name, article });
    // As it was when the verdict was made.
    const forceName = FORCE_NAMES[force];
    return {
      zh: `${cited.zh}（${forceName.zh}${verified ? '' : `；${UNVERIFIED.zh}`}）`,
      en: `${cited.en} (${forceName.en}${verified ? '' : `; ${UNVERIFIED.en}`})`,
    };
  });
  const clauses = finding.clauses.map((id): Bilingual => {
    const clause = report.clauses.find((each) => each.id === id);
    if (clause === undefined) return { zh: id, en: id };
    const { instrument, number, name } = clause;
    return {
      zh: `${instrument.zh}第${number}条（${name.zh}）（承诺条款）`,
      en: `${instrument.en}, clause ${number} (${name.en}) (pledged)`,
    };
  });
  return [...instruments, ...clauses].map((line) => both(line, (text) => oneLine(text, LINE)));
}
