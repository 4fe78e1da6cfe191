import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadRules } from '../../shared/checks/registry.ts';
import { type CaseFacts, readFixture } from './support/cases.ts';
import { judgeCase } from './support/judge.ts';

/** The four kinds of proof: what must be there is absent, the text admits it, two things shown contradict each other, metadata is false. */
const KINDS = ['absent', 'admits', 'contradiction', 'false-metadata'] as const;

const reasons = z
  .record(z.string(), z.strictObject({ kind: z.enum(KINDS), why: z.string().min(40) }))
  .parse(parse(await readFile(new URL('rejecting.yaml', import.meta.url), 'utf8')));

test('no message rejects without a reason that a person would accept, and no reason is left over', async () => {
  const rejecting = new Set<string>();
  for (const rule of await loadRules()) {
    if (rule.ceiling !== 'reject') continue;
    for (const written of (await readFixture(rule.id)).bad) {
      const { findings } = await judgeCase(rule, written as CaseFacts);
      for (const { severity, message } of findings) if (severity === 'reject') rejecting.add(`${rule.id} ${message}`);
    }
  }
  expect([...rejecting].sort()).toEqual(Object.keys(reasons).sort());
});
