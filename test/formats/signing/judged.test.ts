import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { corpus, DEPENDENCY_APKS } from '../../fixtures/packages.ts';
import { problemsOf, signingOf } from '../../fixtures/signing.ts';
import { isInstalled } from '../judges.ts';
import { Apksigner, byTwo } from './apksigner.ts';
import { DAMAGED } from './damaged.ts';
import { SOUND } from './sound.ts';

const installed = isInstalled('apksigner');
const judged = installed ? describe : describe.skip;
const reason = installed ? '' : ' (apksigner is not installed)';

/** Platform versions that look at one scheme only, and what stripping protection knows of others in that range. */
const RANGES = { v1: [undefined, 23], v2: [24, 27], v3: [28, undefined] } as const;

judged(`apksigner's judgement${reason}`, () => {
  let apksigner: Apksigner;
  beforeAll(() => {
    apksigner = new Apksigner();
  });
  afterAll(() => apksigner.close());

  /** Ours beside the judge's: over all versions, and for each of several schemes over the versions that take it. */
  async function compare(label: string, path: string, differences: string[]): Promise<void> {
    const { signing, minSdk } = await signingOf(readFileSync(path));
    const whole = await apksigner.verify(path);
    const ours = signing.results!.map(
      ({ scheme, result, problems }) => `${scheme} ${result} ${problems.map(({ code }) => code)}`,
    );
    // The judge's runtime need not have every algorithm of the specification: RSA-PSS has another name there.
    if (whole.errors.some((error) => error.includes('NoSuchAlgorithmException'))) return;
    const say = (what: string, theirs: unknown) => differences.push(`${label}: ${what}: ours ${ours}; theirs ${theirs}`);
    if ((signing.verified === 'valid') !== whole.verifies || signing.verified === 'not-checked')
      say(`verified ${signing.verified}`, whole.errors);
    for (const { scheme, result } of signing.schemes.length > 1 ? signing.results! : []) {
      if (!signing.schemes.includes(scheme) || !(scheme in RANGES)) continue;
      const [from, to] = RANGES[scheme as keyof typeof RANGES];
      if (to !== undefined && (minSdk ?? 1) > to) continue;
      const { verifies, schemes, errors } = await apksigner.verify(path, from && Math.max(from, minSdk ?? 1), to);
      // What was taken out is seen by versions only that know it, so not by those of the scheme's own range.
      const own = problemsOf(signing, scheme);
      const valid = result === 'valid' || own.every((code) => code === 'scheme-stripped');
      if (valid !== (verifies && schemes.includes(scheme))) say(`${scheme} ${result}`, [verifies, schemes, errors]);
    }
  }

  async function compareAll(packages: Readonly<Record<string, () => Buffer>>): Promise<string[]> {
    const differences: string[] = [];
    await byTwo([...Object.entries(packages).entries()], async ([index, [label, make]]) => {
      const path = join(apksigner.folder, `${index}.apk`);
      writeFileSync(path, make());
      await compare(label, path, differences);
    });
    return differences;
  }

  test('packages that are signed soundly', async () => {
    expect(await compareAll(SOUND)).toEqual([]);
  }, 120_000);

  test('packages that were damaged on purpose', async () => {
    expect(await compareAll(DAMAGED)).toEqual([]);
  }, 120_000);

  test('real packages', async () => {
    const differences: string[] = [];
    const paths = [...DEPENDENCY_APKS, ...corpus('apk'), ...corpus('hostile')];
    await byTwo(paths, (path) => compare(basename(path), path, differences));
    expect(differences).toEqual([]);
  }, 120_000);
});

test.each(Object.keys(SOUND))('sound: %s', async (label) => {
  const { signing, observations } = await signingOf(SOUND[label]!());
  expect(signing.verified).toBe('valid');
  expect(observations.gaps).toEqual([]);
});

test.each(Object.keys(DAMAGED))('damaged: %s', async (label) => {
  const { signing } = await signingOf(DAMAGED[label]!());
  expect(signing.verified).toBe('invalid');
  expect(signing.results!.flatMap(({ problems }) => problems).length).toBeGreaterThan(0);
});
