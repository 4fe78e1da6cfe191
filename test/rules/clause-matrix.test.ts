/**
 * For each of the 29 clauses: an app that breaks it, or why static evidence cannot show a breach, and an app that keeps it. Every case is
 * judged as a whole, by all rules: what is held is the clause's assessment in the verdict, not what one rule says.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadRules, rulesVersion } from '../../shared/checks/registry.ts';
import { BUILT_IN } from '../../shared/checks/rulebook/built-in.ts';
import type { Verdict } from '../../shared/domain/verdict.ts';
import { knowledge } from '../../shared/knowledge/index.ts';
import { judge } from '../../shared/pledge/index.ts';
import { noPolicy } from '../../shared/policy/index.ts';
import { listingFacts, packageFacts, policyFacts, recordFacts } from './support/facts.ts';
import type { Plain } from './support/overlay.ts';

const facts = {
  package: z.json().optional(),
  listing: z.json().optional(),
  records: z.json().optional(),
  /** Replaces parts of the complete policy: each text must stand in it once. */
  policy: z.union([z.literal('absent'), z.array(z.strictObject({ instead: z.string(), write: z.string() }))]).optional(),
};

const clauseCases = z
  .strictObject({
    /** A breach: the assessment that the clause gets, and a rule that must have found something. */
    breaks: z
      .strictObject({
        ...facts,
        what: z.string().min(10),
        assessment: z.enum(['violated', 'needs-review']),
        rule: z.string(),
        /** Why no more than a review, where it is none. */
        because: z.string().min(20).optional(),
      })
      .optional(),
    /** Why no static evidence shows a breach. */
    cannot: z.string().min(40).optional(),
    keeps: z.strictObject({
      ...facts,
      what: z.string().min(10),
      /** `not-assessable` and `not-applicable` only where the clause is a person's or does not concern the app; then `because` says why. */
      assessment: z.enum(['met', 'not-assessable', 'not-applicable']).default('met'),
      because: z.string().min(20).optional(),
    }),
  })
  .refine(({ breaks, cannot }) => (breaks === undefined) !== (cannot === undefined), 'either breaks or cannot')
  .refine(
    ({ breaks }) => breaks?.assessment !== 'needs-review' || breaks.because !== undefined,
    'a review says why it is no more',
  )
  .refine(({ keeps }) => keeps.assessment === 'met' || keeps.because !== undefined, 'what is not met says why');

const matrix = z
  .record(z.string(), clauseCases)
  .parse(parse(readFileSync(new URL('./clause-matrix.yaml', import.meta.url), 'utf8')));

const COMPLETE_POLICY = readFileSync(new URL('./support/complete-policy.md', import.meta.url), 'utf8');

function rewritten(changes: readonly { readonly instead: string; readonly write: string }[]): string {
  return changes.reduce((text, { instead, write }) => {
    if (text.split(instead).length !== 2)
      throw new Error(`"${instead}" stands ${text.split(instead).length - 1} times in the policy`);
    return text.replace(instead, () => write);
  }, COMPLETE_POLICY);
}

/** A whole app that keeps everything: cases change it. */
const APP = parse(readFileSync(new URL('./support/complete-app.yaml', import.meta.url), 'utf8')) as {
  readonly package: Record<string, Plain>;
  readonly listing: Record<string, Plain>;
};

function merged(base: Record<string, Plain>, change: unknown): Plain {
  if (change === undefined) return base;
  const result: Record<string, Plain> = { ...base };
  for (const [key, value] of Object.entries(change as Record<string, Plain>)) {
    const both = isRecord(value) && isRecord(base[key]);
    result[key] = both ? merged(base[key] as Record<string, Plain>, value) : value;
  }
  return result;
}

const isRecord = (value: unknown): value is Record<string, Plain> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const rules = await loadRules();
const version = rulesVersion(rules);

async function verdictOn(given: z.output<z.ZodObject<typeof facts>>): Promise<Verdict> {
  return judge(
    {
      package: packageFacts(merged(APP.package, given.package))!,
      listing: listingFacts(merged(APP.listing, given.listing))!,
      policy: given.policy === 'absent' ? noPolicy() : (await policyFacts({ read: rewritten(given.policy ?? []) }))!,
      records: recordFacts(given.records as Plain | undefined),
    },
    rules,
    version,
    BUILT_IN,
    knowledge,
  );
}

const said = (verdict: Verdict) =>
  verdict.findings.map(({ rule, message, subject, severity }) => `${severity} ${rule} ${message} ${subject}`);

test('the app that keeps everything is approved', async () => {
  const verdict = await verdictOn({});
  expect({ decision: verdict.decision, reasons: verdict.reasons.map(({ text }) => text.en), said: said(verdict) }).toMatchObject({
    decision: 'approve',
  });
});

test('every clause has its cases', () => {
  expect(Object.keys(matrix).sort()).toEqual(knowledge.clauses.map(({ id }) => id).sort());
});

describe.each(Object.entries(matrix))('%s', (id, { breaks, cannot, keeps }) => {
  const assessed = (verdict: Verdict) => verdict.clauses.find(({ clause }) => clause === id)!;
  const saying = (verdict: Verdict) =>
    verdict.findings.filter(({ clauses }) => (clauses as readonly string[]).includes(id)).map(({ rule }) => rule);

  if (breaks !== undefined) {
    test(`is broken by: ${breaks.what}`, async () => {
      const verdict = await verdictOn(breaks);
      expect({ assessment: assessed(verdict).assessment, rules: saying(verdict) }).toEqual({
        assessment: breaks.assessment,
        rules: expect.arrayContaining([breaks.rule]),
      });
      expect(verdict.decision).not.toBe('approve');
    });
  } else {
    test('says why no breach can be shown statically', async () => {
      // Nothing that rejects may speak of such a clause: the reason would be a lie.
      const rejecting = rules.filter((rule) => rule.ceiling === 'reject' && (rule.clauses as readonly string[]).includes(id));
      expect(cannot).toBeDefined();
      if (!id.startsWith('platform2025-')) expect(rejecting.map((rule) => rule.id)).toEqual([]);
    });
  }

  test(`is kept by: ${keeps.what}`, async () => {
    const verdict = await verdictOn(keeps);
    const { assessment, reason, findings } = assessed(verdict);
    expect({ assessment, findings, said: said(verdict) }).toMatchObject({ assessment: keeps.assessment, findings: [] });
    expect(reason.zh.length).toBeGreaterThan(10);
  });
});
