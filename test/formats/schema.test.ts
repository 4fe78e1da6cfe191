import { basename } from 'node:path';
import { buildApk } from '../../services/cli/building/apk.ts';
import { packageFactsSchema } from '../../shared/inspection/schema/package-facts.ts';
import { corpus, DEPENDENCY_APKS } from '../fixtures/packages.ts';
import { inspectBytes, inspectFile } from '../fixtures/source.ts';

const named = (paths: readonly string[]) => paths.map((path) => [basename(path), path] as const);
const packages = (['apk', 'aab', 'hap', 'rpk', 'hostile'] as const).flatMap((kind) => corpus(kind));
const withCorpus = packages.length > 0 ? describe : describe.skip;

/** As it is printed and kept: what JSON leaves out is not there. */
const printed = (facts: unknown): unknown => JSON.parse(JSON.stringify(facts));

test.each(named(DEPENDENCY_APKS))('the facts of %s fit the schema', async (_name, path) => {
  const facts = printed((await inspectFile(path)).facts);
  expect(packageFactsSchema.parse(facts)).toEqual(facts);
});

withCorpus(`the corpus${packages.length > 0 ? '' : ' (no corpus beside the repository)'}`, () => {
  test.each(named(packages))('the facts of %s fit the schema', async (_name, path) => {
    const facts = printed((await inspectFile(path)).facts);
    expect(packageFactsSchema.parse(facts)).toEqual(facts);
  });
});

test('facts of packages that are broken, empty or none fit the schema', async () => {
  const whole = buildApk({ packageName: 'com.example.app', classes: [{ name: 'com.example.app.A' }] });
  for (const bytes of [
    whole,
    whole.subarray(0, whole.length / 2),
    Buffer.from('PK\x03\x04'),
    Buffer.from('PK\x05\x06'.padEnd(22, '\0')),
  ]) {
    const facts = printed(await inspectBytes(bytes));
    expect(packageFactsSchema.parse(facts)).toEqual(facts);
  }
});
