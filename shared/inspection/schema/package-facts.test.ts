import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { PackageFacts } from '../../domain/facts/package.ts';
import { emptyFacts } from '../empty.ts';
import { packageFactsSchema } from './package-facts.ts';

/** Whether two types hold the same values under the same names, readonly or not, at every depth. */
type Same<A, B> =
  Equal<Extract<A, null | undefined>, Extract<B, null | undefined>> extends true
    ? SameParts<NonNullable<A>, NonNullable<B>>
    : false;
type SameParts<A, B> = [A] extends [readonly (infer X)[]]
  ? [B] extends [readonly (infer Y)[]]
    ? Same<X, Y>
    : false
  : [A] extends [object]
    ? SameKeys<A, B> extends true
      ? false extends { [Key in keyof A]-?: Same<A[Key], Key extends keyof B ? B[Key] : never> }[keyof A]
        ? false
        : true
      : false
    : Equal<A, B>;
type Equal<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type SameKeys<A, B> = Equal<keyof A, keyof B>;

test('the comparison of types sees a name that only one has, an optional one included', () => {
  const equal: Same<{ a: { b?: string }[] }, { readonly a: readonly { readonly b?: string }[] }> = true;
  const missing: Same<{ a: { b?: string }[] }, { a: { b?: string; c?: number }[] }> = false;
  const other: Same<{ a: 'x' | 'y' | null }, { a: 'x' | null }> = false;
  const nullable: Same<{ a: { b: string | null } }, { a: { b: string } }> = false;
  expect([equal, missing, other, nullable]).toEqual([true, false, false, false]);
});

test('the schema is the type, both ways', () => {
  const same: Same<z.output<typeof packageFactsSchema>, PackageFacts> = true;
  expect(same).toBe(true);
});

test('the facts of a package of which nothing could be read fit', () => {
  const head = { schema: 'package-facts/2', inspector: 'inspector/2', format: 'zip', sha256: 'ab'.repeat(32), size: 0 };
  const facts = { ...head, ...emptyFacts(), tampering: [], gaps: [] };
  expect(packageFactsSchema.parse(facts)).toEqual(facts);
  expect(() => packageFactsSchema.parse({ ...facts, more: 1 })).toThrow('more');
});

/** `UPDATE_SCHEMAS=1` writes the file anew; look at the difference before committing: whoever keeps facts validates with it. */
test('the published JSON schema is this schema', async () => {
  const file = new URL('./package-facts.schema.json', import.meta.url);
  const made = z.toJSONSchema(packageFactsSchema);
  if (process.env.UPDATE_SCHEMAS === '1') await writeFile(file, `${JSON.stringify(made, null, 2)}\n`);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(made)));
});
