/** Letters as they are generated: of the findings of every rule, of hostile texts, for every decision. */
import fc from 'fast-check';
import { letterContentSchema } from '../../../services/api/schemas/letters.ts';
import { loadRules } from '../../../shared/checks/registry.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { LegalForce } from '../../../shared/domain/legal.ts';
import { DECISION_KINDS, type DecisionKind } from '../../../shared/domain/review/decision.ts';
import { LETTER_LIMITS } from '../../../shared/domain/review/letter-limits.ts';
import { generateLetter, type LetterSource } from '../../../shared/pledge/letters/index.ts';
import { type CaseFacts, readFixture } from '../../rules/support/cases.ts';
import { judgeCase } from '../../rules/support/judge.ts';
import { everyEvidence, findingOf, HOSTILE, sampleReport } from '../support/sample-report.ts';

const rules = await loadRules();

const decisionOf = (kind: DecisionKind, falseAlarms: readonly string[] = []): LetterSource['decision'] => ({
  kind,
  reason: '与承诺不符',
  deadline: kind === 'rectify' ? '2026-12-31' : null,
  falseAlarms,
});
const letterOf = (findings: readonly Finding[], change: Partial<LetterSource> = {}) =>
  generateLetter({
    report: sampleReport({ findings }),
    decision: decisionOf('rectify'),
    signatory: '示例应用商店',
    appealHours: 72,
    ...change,
  });
const fingerprints = (findings: readonly { readonly fingerprint: string }[]) => findings.map(({ fingerprint }) => fingerprint);

describe('the findings of every rule can be told', () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))('%s', async (id, rule) => {
    const { bad } = await readFixture(id);
    const reports = await Promise.all(bad.map((facts) => judgeCase(rule, facts as CaseFacts)));
    // Cases are apps of their own, and may find the same.
    const found = [
      ...new Map(reports.flatMap(({ findings }) => findings).map((finding) => [finding.fingerprint, finding])).values(),
    ];
    expect(found.length).toBeGreaterThan(0);
    const letter = letterOf(found, { chosen: fingerprints(found) });
    expect(letterContentSchema.safeParse(letter).error).toBeUndefined();
    expect(fingerprints(letter.items).sort()).toEqual(fingerprints(found).sort());
    for (const { title, found: text, remedy, evidence, basis } of letter.items) {
      for (const { zh, en } of [title, text, remedy, ...evidence, ...basis]) {
        expect(zh.trim()).not.toBe('');
        expect(en.trim()).not.toBe('');
      }
      expect(evidence.length).toBeGreaterThan(0);
      expect(basis.length).toBeGreaterThan(0);
    }
  });
});

describe('which findings are told', () => {
  const findings = [findingOf('warn'), findingOf('review'), findingOf('reject'), findingOf('review')];
  const [warn, held, rejects, alarm] = findings as [Finding, Finding, Finding, Finding];

  test('before a decision those that reject or hold, worst first', () => {
    expect(fingerprints(letterOf(findings, { decision: null }).items)).toEqual(fingerprints([rejects, held, alarm]));
  });
  test.each(['rectify', 'uphold'] as const)('%s: those that stand', (kind) => {
    const letter = letterOf(findings, { decision: decisionOf(kind, [alarm.fingerprint]) });
    expect(fingerprints(letter.items)).toEqual(fingerprints([rejects, held]));
  });
  test('an approval with a warning: the warnings too', () => {
    const letter = letterOf(findings, { decision: decisionOf('approve-with-warning', [alarm.fingerprint]) });
    expect(fingerprints(letter.items)).toEqual(fingerprints([rejects, held, warn]));
  });
  test('the chosen ones, but never a false alarm or what was not found', () => {
    const chosen = [warn.fingerprint, alarm.fingerprint, 'f'.repeat(16)];
    const letter = letterOf(findings, { decision: decisionOf('rectify', [alarm.fingerprint]), chosen });
    expect(fingerprints(letter.items)).toEqual([warn.fingerprint]);
  });
  test('only warnings there are: then those', () => {
    expect(fingerprints(letterOf([warn]).items)).toEqual([warn.fingerprint]);
  });
  test('a hundred of them, and how many more there are', () => {
    const many = Array.from({ length: 130 }, () => findingOf('reject'));
    const letter = letterOf(many);
    expect(letter.items).toHaveLength(LETTER_LIMITS.items);
    expect(letter.opening.zh).toContain('130 个问题');
    expect(letter.closing.zh).toMatch(/^另有 30 个问题未逐项列出/);
    expect(letter.closing.en).toMatch(/^30 more problems/);
  });
});

describe('what it says', () => {
  test.each(DECISION_KINDS)('%s: in both languages, the same every time', (kind) => {
    const change = { decision: decisionOf(kind) };
    const letter = letterOf([findingOf('reject')], change);
    expect(letter).toEqual(letterOf([findingOf('reject', { ...letterFinding(letter) })], change));
    for (const text of [letter.title, letter.opening, letter.closing, letter.appeal]) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).toMatch(/[a-z]{3}/);
    }
    expect(letter.opening.zh).toContain('审核意见：与承诺不符');
    expect(letter.appeal.zh).toContain('72 小时内');
    expect(letter.appeal.en).toContain('72 hours');
  });

  test('no more about what follows than that the version is not on the shelf, or is', () => {
    const closing = (kind: DecisionKind) => letterOf([findingOf('reject')], { decision: decisionOf(kind) }).closing.zh;
    expect(closing('rectify')).toContain('不予上架');
    expect(closing('uphold')).toContain('不予上架');
    expect(closing('approve-with-warning')).toContain('准予上架');
    for (const kind of DECISION_KINDS) expect(closing(kind)).not.toMatch(/处罚|罚款|封号|下架|通报|法律责任|黑名单/);
  });

  test.each([
    ['law', '法律、法规、规章或强制性标准'],
    ['enforcement', '执法认定或专项整治依据'],
    ['recommended', '推荐性标准、指引或承诺'],
    ['draft', '征求意见稿（未生效）'],
  ] as const)('the force of an instrument that is %s', (force: LegalForce, words) => {
    const basis = [{ instrument: 'pipl', article: '17', verified: false, force }];
    const [item] = letterOf([findingOf('reject', { basis })]).items;
    expect(item!.basis[0]!.zh).toMatch(/条（/);
    expect(item!.basis[0]!.zh).toContain(words);
    expect(item!.basis[0]!.zh).toContain('条文须核对');
    expect(item!.basis[0]!.en).toContain('verify the text');
    if (force === 'recommended' || force === 'draft') {
      expect(item!.basis[0]!.zh).not.toContain('强制');
      expect(item!.basis[0]!.en).not.toMatch(/mandatory|binding/i);
    }
  });

  test('that recommended standards are not mandatory', () => {
    const { opening } = letterOf([findingOf('reject')]);
    expect(opening.zh).toContain('推荐性标准、指引、承诺和征求意见稿不是强制性规定');
    expect(opening.en).toContain('not mandatory');
  });
});

/** The same finding again: only its number differs. */
function letterFinding(letter: ReturnType<typeof letterOf>): Partial<Finding> {
  const [item] = letter.items;
  return { fingerprint: item!.fingerprint, text: item!.found };
}

/** Controls, marks that turn the writing, halves of characters. */
const OBEYED = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff]|\p{Cs}/u;

describe('hostile texts', () => {
  const expectHarmless = (text: string) => {
    const finding = findingOf('reject', {
      title: { zh: text, en: text },
      text: { zh: text, en: text },
      remedy: { zh: text, en: text },
      evidence: everyEvidence(text),
      evidenceOmitted: 7,
    });
    const report = sampleReport({ findings: [finding], text });
    const decision = { ...decisionOf('rectify')!, reason: text };
    const letter = generateLetter({ report, decision, signatory: text, appealHours: 72 });
    expect(letterContentSchema.safeParse(letter).error).toBeUndefined();
    const texts: string[] = [];
    JSON.stringify(letter, (_key, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
    for (const each of texts) expect(each).not.toMatch(OBEYED);
    // Eighteen pieces of evidence, of which twelve are shown and the rest counted.
    expect(letter.items[0]!.evidence).toHaveLength(13);
    expect(letter.items[0]!.evidence.at(-1)!.zh).toContain('另有 13 处');
    expect(JSON.stringify(letter).length).toBeLessThan(60_000);
  };
  test.each(HOSTILE.map((text) => [text.slice(0, 30), text] as const))('%j are told in full view and bounded', (_name, text) => {
    expectHarmless(text);
  });
  test('whatever they are', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), expectHarmless), { numRuns: 60 });
  });
});
