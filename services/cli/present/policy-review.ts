import type { Bilingual } from '../../../shared/domain/text.ts';
import type { Knowledge } from '../../../shared/knowledge/types.ts';
import type { PolicyReview } from '../../../shared/pledge/policy-review.ts';
import type { Language } from '../console.ts';
import { escapeForTerminal } from '../escape.ts';
import { presentFinding } from './finding.ts';
import { WORDS } from './labels.ts';
import { Page, padded, widthOf } from './page.ts';

const SHOWN = 90;
const STATES: Readonly<Record<PolicyReview['checklist'][number]['state'], Bilingual>> = {
  present: { zh: '已写明', en: 'present' },
  absent: { zh: '未写明', en: 'absent' },
  violating: { zh: '自认违反', en: 'violating' },
  undecidable: { zh: '文本不能判断', en: 'undecidable' },
};
const HEADINGS = {
  policy: { zh: '隐私政策', en: 'Privacy policy' },
  checklist: { zh: '核对清单', en: 'Checklist' },
  outcomes: {
    read: { zh: '已读取', en: 'read' },
    absent: { zh: '没有隐私政策', en: 'there is none' },
    unreadable: { zh: '未能读取', en: 'could not be read' },
  },
  characters: { zh: '字', en: 'characters' },
  wordsOnly: { zh: '只有字样', en: 'words only' },
  asks: { zh: '应当写明', en: 'should say' },
  limits: {
    zh: '清单只陈述文本写了什么，不代表各项都适用于您的应用；是否属实须对照安装包和实际运行。',
    en: 'The checklist says what the text has, not that each item applies to your app; whether it is true takes the package and the running app.',
  },
} as const;

/** A policy for whoever writes it: item by item with the words that decided, then what the rules find and how to mend it. */
export function presentPolicyReview(review: PolicyReview, knowledge: Knowledge, language: Language): string {
  const page = new Page(language);
  const { source, outcome, reason, title, characters, checklist, findings } = review;
  page.heading(
    HEADINGS.policy,
    page.inline(HEADINGS.outcomes[outcome]) + (reason === null ? '' : ` (${escapeForTerminal(reason)})`),
  );
  if (title !== null) page.line(escapeForTerminal(title));
  if (source.url !== undefined) page.line(escapeForTerminal(source.finalUrl ?? source.url));
  if (outcome === 'read') page.line(`${characters} ${page.inline(HEADINGS.characters)}, SHA-256 ${source.sha256}`);
  for (const gap of review.gaps) page.paragraph(gap.message, 2, `${page.inline(WORDS.gaps)}: `);
  if (checklist.length > 0) presentChecklist(page, review);
  page.heading(WORDS.findings, String(findings.length));
  for (const finding of findings) presentFinding(page, finding, knowledge);
  if (findings.length === 0) page.line(page.inline(WORDS.none));
  if (review.notAssessed.length > 0) page.heading(WORDS.notAssessed, String(review.notAssessed.length));
  for (const { rule, missing } of review.notAssessed) page.line(`${rule} ← ${missing.join(', ')}`);
  return page.toString();
}

function presentChecklist(page: Page, { checklist }: PolicyReview): void {
  const count = (state: string) => checklist.filter((item) => item.state === state).length;
  const states = Object.entries(STATES);
  page.heading(HEADINGS.checklist, states.map(([state, name]) => `${page.inline(name)} ${count(state)}`).join(', '));
  const columns = Math.max(...states.map(([, name]) => widthOf(page.inline(name)))) + 2;
  for (const { item, title, asks, state, excerpts } of checklist) {
    page.line(`${padded(page.inline(STATES[state]), columns)}${item}  ${page.inline(title, ' / ')}`);
    const best = excerpts[0];
    if (best !== undefined) {
      const words = best.text.replace(/\s+/g, ' ').slice(0, SHOWN);
      const excerpt = `“${escapeForTerminal(words)}${words.length < best.text.length ? '…' : ''}” [${best.range.join(', ')})`;
      page.line(state === 'absent' ? `${page.inline(HEADINGS.wordsOnly)}: ${excerpt}` : excerpt, columns + 9);
    }
    if (state === 'absent' || state === 'violating') page.paragraph(asks, columns + 9, `${page.inline(HEADINGS.asks)}: `);
  }
  page.paragraph(HEADINGS.limits);
}
