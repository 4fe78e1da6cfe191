import { DECISION_NAMES, SEVERITY_NAMES } from '../../../shared/domain/report/names.ts';
import type { Bilingual } from '../../../shared/domain/text.ts';
import type { Effect } from '../../../shared/pledge/compare.ts';
import { CHANGE_KINDS, type ChangedApp, type ChangeKind } from '../../../shared/pledge/comparison.ts';
import type { Language } from '../console.ts';
import { escapeForTerminal } from '../escape.ts';
import { Page } from '../present/page.ts';
import type { Trial } from './try.ts';

/** Apps and findings of each that are shown; the JSON has more. */
const APPS = 50;
const FINDINGS = 5;

const KINDS: Readonly<Record<ChangeKind, Bilingual>> = {
  appeared: { zh: '新出现', en: 'new' },
  gone: { zh: '不再出现', en: 'gone' },
  raised: { zh: '加重', en: 'raised' },
  lowered: { zh: '减轻', en: 'lowered' },
  newlyWaived: { zh: '新豁免', en: 'newly waived' },
  noLongerWaived: { zh: '不再豁免', en: 'no longer waived' },
  nowObserved: { zh: '转为仅观察', en: 'now only observed' },
  noLongerObserved: { zh: '由观察转为生效', en: 'no longer only observed' },
};

const EFFECTS: Readonly<Record<Effect, Bilingual>> = {
  ...SEVERITY_NAMES,
  waived: { zh: '豁免', en: 'waived' },
  observed: { zh: '观察', en: 'observed' },
  none: { zh: '无', en: 'none' },
};

const EACH_ITS_OWN: Bilingual = { zh: '各案自己的规则库', en: 'the rulebook of each case' };

/** What a trial found out, for whoever decides whether the rulebook comes into force. */
export function presentTrial({ on, rulebook, against, comparison, skipped }: Trial, language: Language): string {
  const page = new Page(language);
  const named = (book: NonNullable<Trial['against']>) =>
    `${escapeForTerminal(book.name)} ${escapeForTerminal(book.version)} (${book.sha256.slice(0, 12)})`;
  page.heading({ zh: `规则库试运行（按 ${on}）`, en: `Trial of a rulebook, as of ${on}` });
  page.line(`${page.inline({ zh: '新', en: 'new' })}: ${named(rulebook)}`);
  page.line(`${page.inline({ zh: '对照', en: 'against' })}: ${against === null ? page.inline(EACH_ITS_OWN) : named(against)}`);
  const { apps, changed, decided, before, after } = comparison;
  page.heading({ zh: '应用', en: 'Apps' }, String(apps));
  page.paragraph({ zh: `有变化 ${changed}`, en: `changed: ${changed}` });
  page.paragraph({
    zh: `新驳回 ${decided.newlyRejected}，新转人工复核 ${decided.newlyHeld}，新通过 ${decided.newlyApproved}`,
    en: `newly rejected: ${decided.newlyRejected}, newly held: ${decided.newlyHeld}, newly approved: ${decided.newlyApproved}`,
  });
  for (const decision of ['approve', 'review', 'reject'] as const) {
    page.line(`${page.inline(DECISION_NAMES[decision])}: ${before[decision]} → ${after[decision]}`, 4);
  }
  presentRules(page, comparison);
  presentApps(page, comparison.listed);
  if (skipped.count > 0) {
    page.heading({ zh: '未能重审', en: 'Could not be judged again' }, String(skipped.count));
    for (const { app, reason } of skipped.first) page.line(`${escapeForTerminal(app)}: ${escapeForTerminal(reason)}`);
  }
  return page.toString();
}

function presentRules(page: Page, { byRule }: Trial['comparison']): void {
  if (byRule.length === 0) return;
  page.heading({ zh: '按规则', en: 'By rule' }, String(byRule.length));
  for (const { rule, apps, findings } of byRule) {
    page.line(escapeForTerminal(rule));
    const decided = (['reject', 'review', 'approve'] as const).filter((decision) => apps[decision] > 0);
    for (const decision of decided) {
      page.line(
        `${page.inline({ zh: '应用转为', en: 'apps now' })} ${page.inline(DECISION_NAMES[decision])}: ${apps[decision]}`,
        6,
      );
    }
    const kinds = CHANGE_KINDS.filter((kind) => findings[kind] > 0);
    if (kinds.length > 0) page.line(kinds.map((kind) => `${page.inline(KINDS[kind])} ${findings[kind]}`).join(', '), 6);
  }
}

function presentApps(page: Page, listed: readonly ChangedApp[]): void {
  if (listed.length === 0) return;
  page.heading({ zh: '有变化的应用', en: 'Changed apps' }, listed.length > APPS ? `${APPS} / ${listed.length}` : '');
  for (const { app, from, to, findings } of listed.slice(0, APPS)) {
    const decided =
      from === to ? page.inline(DECISION_NAMES[to]) : `${page.inline(DECISION_NAMES[from])} → ${page.inline(DECISION_NAMES[to])}`;
    page.line(`${escapeForTerminal(app)}  ${decided}`);
    for (const finding of findings.slice(0, FINDINGS)) {
      const effect = `${page.inline(EFFECTS[finding.from])} → ${page.inline(EFFECTS[finding.to])}`;
      page.line(`${finding.rule}  ${escapeForTerminal(finding.subject)}  ${effect}`, 6);
    }
    if (findings.length > FINDINGS) page.line(`… +${findings.length - FINDINGS}`, 6);
  }
}
