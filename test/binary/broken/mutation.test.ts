import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { buildApk } from '../../../services/cli/building/apk.ts';
import { buildZip } from '../../../services/cli/building/zip.ts';
import { InputError } from '../../../shared/domain/errors.ts';
import { sniffFormat } from '../../../shared/inspection/index.ts';
import { DEPENDENCY_APKS } from '../../fixtures/packages.ts';
import { bytesSource, inspectBytes } from '../../fixtures/source.ts';
import { unpack } from '../../fixtures/unpack.ts';

/**
 * Real packages with flipped, overwritten and missing bytes. Inspection must answer with facts, and every part that
 * could not be read must be a gap of a known kind: `reader-failed` would be an accident in a reader.
 */

const SMALL = DEPENDENCY_APKS.find((path) => path.includes('androidTest'))!;

interface Change {
  readonly at: number;
  readonly bytes: readonly number[];
}

/** Places by fraction of the length; small values, extremes and noise, since length fields break best with those. */
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  bytes: fc.oneof(
    fc.array(fc.nat(255), { minLength: 1, maxLength: 4 }),
    fc.constantFrom([0xff, 0xff, 0xff, 0xff], [0, 0, 0, 0], [0xff, 0xff, 0xff, 0x7f], [0, 0, 0, 0x80], [1, 0, 0, 0]),
  ),
});

function apply(bytes: Buffer, changes: readonly Change[]): Buffer {
  const copy = Buffer.from(bytes);
  for (const { at, bytes: written } of changes)
    copy.set(written.slice(0, copy.length), Math.floor(at * Math.max(1, copy.length - 4)));
  return copy;
}

async function answersSoundly(bytes: Buffer): Promise<void> {
  const facts = await inspectBytes(bytes);
  expect(facts.gaps.filter(({ code }) => code === 'reader-failed')).toEqual([]);
  if (facts.code.dexFiles.length === 0) expect(facts.coverage.level).toBe('none');
  await sniffFormat(bytesSource(bytes)).catch((error) => {
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).code).toBe('not-a-package');
  });
}

const changes = (maxLength: number) => fc.array(change, { minLength: 1, maxLength });

test('a real package, bytes changed anywhere', async () => {
  const original = readFileSync(SMALL);
  await fc.assert(
    fc.asyncProperty(changes(20), (list) => answersSoundly(apply(original, list))),
    { numRuns: 60 },
  );
});

test('a real package, cut at any place', async () => {
  const original = readFileSync(SMALL);
  await fc.assert(
    fc.asyncProperty(fc.nat(original.length), (length) => answersSoundly(original.subarray(0, length))),
    { numRuns: 40 },
  );
});

test('the directory of a small package, bytes changed', async () => {
  const original = buildApk({
    packageName: 'com.example',
    label: 'x',
    classes: [{ name: 'com.example.A', methods: [{ name: 'run' }] }],
  });
  await fc.assert(
    fc.asyncProperty(changes(6), (list) => answersSoundly(apply(original, list))),
    { numRuns: 200 },
  );
});

describe.each([
  ['AndroidManifest.xml', DEPENDENCY_APKS[1]!, 100],
  ['resources.arsc', SMALL, 60],
  ['classes.dex', SMALL, 60],
])('%s of a real package, changed before it is packed', (name, path, numRuns) => {
  const names = ['AndroidManifest.xml', 'classes.dex', ...(name === 'resources.arsc' ? [name] : [])];

  test('bytes changed anywhere or in the first hundred, or the end cut off', async () => {
    const contents = await unpack(path, names);
    const original = contents.get(name)!;
    const mutant = fc.oneof(
      changes(12).map((list) => apply(original, list)),
      changes(4).map((list) => Buffer.concat([apply(original.subarray(0, 128), list), original.subarray(128)])),
      fc.nat(original.length).map((length) => original.subarray(0, length)),
    );
    const run = (bytes: Buffer) =>
      answersSoundly(
        buildZip([...contents].map(([each, data]) => ({ name: each, data: each === name ? bytes : data, stored: true }))),
      );
    await fc.assert(fc.asyncProperty(mutant, run), { numRuns });
  });
});

test('bytes of no format at all', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), (bytes) => answersSoundly(Buffer.from(bytes))),
    { numRuns: 150 },
  );
});
