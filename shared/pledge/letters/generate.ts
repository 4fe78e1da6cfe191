import type { Finding } from '../../domain/finding.ts';
import type { DecisionKind } from '../../domain/review/decision.ts';
import type { LetterContent } from '../../domain/review/letter.ts';
import { LETTER_LIMITS } from '../../domain/review/letter-limits.ts';
import { bySeverity } from '../../domain/severity.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Report } from '../report.ts';
import { letterItem, oneLine, paragraph } from './item.ts';
import { FORCE_NOTE, LETTER_CLOSINGS, LETTER_TITLES } from './words.ts';

/** What a letter is made of. */
export interface LetterSource {
  readonly report: Report;
  /** The decision that it comes with; null while there is none. */
  readonly decision: {
    readonly kind: DecisionKind;
    readonly reason: string;
    readonly deadline: string | null;
    /** Fingerprints. */
    readonly falseAlarms: readonly string[];
  } | null;
  /** Fingerprints of the findings to tell; left out, those that the decision is about. */
  readonly chosen?: readonly string[];
  /** Who signs: the store. */
  readonly signatory: string;
  /** Hours within which the platform answers appeals. */
  readonly appealHours: number;
}

/** Findings that may stand in a letter: those with effect, without the decision's false alarms; worst first. */
export function tellableFindings({ report, decision }: Pick<LetterSource, 'report' | 'decision'>): Finding[] {
  const falseAlarms = new Set(decision?.falseAlarms);
  return report.verdict.findings
    .filter(({ fingerprint }) => !falseAlarms.has(fingerprint))
    .sort((a, b) => bySeverity(a.severity, b.severity));
}

/** The findings that are told: the chosen ones; else what an approval warns of, or what kept the app off the shelf. */
function toldFindings(source: LetterSource): Finding[] {
  const tellable = tellableFindings(source);
  const { chosen, decision } = source;
  if (chosen !== undefined) return tellable.filter(({ fingerprint }) => chosen.includes(fingerprint));
  if (decision?.kind === 'approve-with-warning' || decision?.kind === 'overturn') return tellable;
  const weighty = tellable.filter(({ severity }) => severity !== 'warn');
  return weighty.length === 0 ? tellable : weighty;
}

/** 整改通知 as a draft: pure and deterministic, in both languages; people edit it before it is sent. */
export function generateLetter(source: LetterSource): LetterContent {
  const { report, decision, signatory } = source;
  const occasion = decision?.kind ?? 'undecided';
  const told = toldFindings(source);
  const items = told.slice(0, LETTER_LIMITS.items).map((finding) => letterItem(finding, report, sharesTitle(finding, told)));
  const closing = LETTER_CLOSINGS[occasion];
  const left = leftOut(told.length - items.length);
  return {
    title: LETTER_TITLES[occasion],
    addressee: oneLine(report.app.developer.name || report.app.developer.id, 200),
    opening: opening(source, told.length),
    items,
    closing: { zh: left.zh + closing.zh, en: left.en + closing.en },
    deadline: decision?.deadline ?? null,
    appeal: appealText(source),
    signatory: oneLine(signatory, 200),
  };
}

/** Findings of one rule have one title: what they are about tells them apart. */
const sharesTitle = (finding: Finding, told: readonly Finding[]): boolean =>
  told.some((other) => other !== finding && other.title.zh === finding.title.zh);

function opening({ report: { app, submission }, decision }: LetterSource, count: number): Bilingual {
  const name = oneLine(app.name, 80);
  const parts = [app.packageName, app.versionName].filter((part) => part !== null).map((part) => oneLine(part, 100));
  const id = submission.id ?? '—';
  const zhDetails = [...parts, `送审编号 ${id}`].join('，');
  const enDetails = [...parts, `submission ${id}`].join(', ');
  const problems = count === 1 ? 'problem' : 'problems';
  const by =
    decision === null ? { zh: '审核', en: 'reviewed' } : { zh: '机器审核和人工审核', en: 'reviewed by machine and by a person' };
  const reason = decision === null ? '' : paragraph(decision.reason, 600);
  const words: Bilingual = {
    zh: `贵方送审的应用“${name}”（${zhDetails}）经${by.zh}，发现下列 ${count} 个问题。问题描述、证据位置、依据及整改要求逐项列在问题清单中，每项一页。${FORCE_NOTE.zh}`,
    en: `Your app "${name}" (${enDetails}) has been ${by.en}; the ${count} ${problems} listed below were found. Each is described on a page of its own: what was found and where, on what it rests, and what to change. ${FORCE_NOTE.en}`,
  };
  if (reason === '') return words;
  return { zh: `${words.zh}\n审核意见：${reason}`, en: `${words.en}\nThe reviewer’s words: ${reason}` };
}

const leftOut = (more: number): Bilingual =>
  more <= 0
    ? { zh: '', en: '' }
    : {
        zh: `另有 ${more} 个问题未逐项列出，见审核报告，请一并整改。`,
        en: `${more} more problems are not listed one by one; they stand in the report and are to be put right too. `,
      };

function appealText({ report: { appeal }, appealHours }: LetterSource): Bilingual {
  const address = appeal.url === null || appeal.text.zh.includes(appeal.url) ? '' : oneLine(appeal.url, 500);
  const said = { zh: paragraph(appeal.text.zh), en: paragraph(appeal.text.en) };
  return {
    zh: `${said.zh}${address === '' ? '' : `（${address}）`}平台收到申诉后 ${appealHours} 小时内由审核人员复核并答复；申诉期间，原决定继续有效。`,
    en: `${said.en}${address === '' ? '' : ` (${address})`} The platform has a person look at an appeal and answers within ${appealHours} hours of receiving it; until then the decision stands.`,
  };
}
