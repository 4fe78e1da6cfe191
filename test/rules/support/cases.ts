import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { CHECKS } from '../../../shared/domain/check.ts';
import type { ParameterValue } from '../../../shared/domain/rulebook.ts';
import { SEVERITIES } from '../../../shared/domain/severity.ts';
import type { Plain } from './overlay.ts';

const RULES = new URL('../', import.meta.url);

const facts = {
  package: z.json().optional(),
  policy: z.json().optional(),
  listing: z.json().optional(),
  /** What the platform's records say; left out, nothing is recorded. */
  records: z.json().optional(),
  /** SDKs that the knowledge has besides, as its files write them; a case of its own does not hang on what is known of real ones. */
  knows: z.array(z.record(z.string(), z.json())).optional(),
  /** Values that a store's rulebook sets for the rule. */
  parameters: z.record(z.string(), z.union([z.number(), z.boolean(), z.array(z.string())])).optional(),
};

const goodCase = z.strictObject({
  name: z.string().min(1),
  ...facts,
  /** What must become of the rule; left out, it must have judged (`passed`) or stood aside (`not-applicable`). */
  outcome: z.enum(['passed', 'not-applicable', 'not-assessed']).optional(),
});

const badCase = z.strictObject({
  name: z.string().min(1),
  ...facts,
  /** Exactly these findings, in any order. */
  findings: z
    .array(
      z.strictObject({
        message: z.string(),
        subject: z.string(),
        severity: z.enum(SEVERITIES).optional(),
        /** A part of the Chinese text. */
        text: z.string().optional(),
      }),
    )
    .min(1),
});

const fixture = z.strictObject({ good: z.array(goodCase).min(1), bad: z.array(badCase).min(1) });

export type BadCase = z.output<typeof badCase>;
/** The facts of a case as written. */
export interface CaseFacts {
  readonly package?: Plain;
  readonly policy?: Plain;
  readonly listing?: Plain;
  readonly records?: Plain;
  readonly knows?: readonly Readonly<Record<string, Plain>>[];
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
}

/** Ids of all fixtures that exist: `permission/beyond-category` for test/rules/permission/beyond-category.yaml. */
export async function fixtureIds(): Promise<string[]> {
  const folders = await Promise.all(
    CHECKS.map(async (check) => {
      const files = await readdir(new URL(`${check}/`, RULES)).catch(() => []);
      return files.filter((file) => file.endsWith('.yaml')).map((file) => `${check}/${file.slice(0, -'.yaml'.length)}`);
    }),
  );
  return folders.flat().sort();
}

/** The cases of a rule. @throws Error when the file is missing, is not YAML, or lacks good or bad cases */
export async function readFixture(id: string): Promise<z.output<typeof fixture>> {
  return fixture.parse(parse(await readFile(new URL(`${id}.yaml`, RULES), 'utf8')));
}
