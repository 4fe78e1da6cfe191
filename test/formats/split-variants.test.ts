import { base, built, gaps, packageName } from '../fixtures/sample-set.ts';
import { inspectBytes } from '../fixtures/source.ts';
import { buildSplit, packSet, type SplitRecipe, type TocRecipe, writeToc } from '../fixtures/split-set.ts';

describe('variants for other devices', () => {
  const variant = (number: number, suffix: string): TocRecipe['variants'][number] => ({
    number,
    modules: [{ name: 'base', apks: { [`splits/base-master${suffix}.apk`]: 'split' } }],
  });

  test('of the same splits, the one for the newest devices is read', async () => {
    const contents = writeToc({ variants: [variant(2, '_3'), variant(0, ''), variant(1, '_2')] });
    const facts = await inspectBytes(
      packSet({
        'toc.pb': contents,
        'splits/base-master.apk': built['base.apk']!,
        'splits/base-master_2.apk': built['base.apk']!,
        'splits/base-master_3.apk': built['base.apk']!,
      }),
    );
    expect(facts.modules.map(({ entry }) => entry)).toEqual(['splits/base-master_3.apk']);
    expect([facts.gaps, facts.tampering]).toEqual([[], []]);
  });

  test('one with code of its own is named, because nobody looked at it', async () => {
    const strange = buildSplit({ ...base, classes: [{ name: 'com.example.Main' }, { name: 'com.example.Spy' }] });
    const contents = writeToc({ variants: [variant(0, ''), variant(1, '_2')] });
    const facts = await inspectBytes(
      packSet({ 'toc.pb': contents, 'splits/base-master.apk': strange, 'splits/base-master_2.apk': built['base.apk']! }),
    );
    expect(gaps(facts)).toEqual(['variant-not-inspected splits/base-master.apk!']);
  });

  test('of standalone APKs the first speaks for the app, the others add their libraries', async () => {
    const standalone = (abi: string) => buildSplit({ ...base, entries: { [`lib/${abi}/liba.so`]: '\x7fELF', 'assets/x': 'x' } });
    const apks = {
      'standalones/standalone-arm64_v8a.apk': standalone('arm64-v8a'),
      'standalones/standalone-x86.apk': standalone('x86'),
    };
    const modules = [{ name: 'base', apks: Object.fromEntries(Object.keys(apks).map((path) => [path, 'standalone' as const])) }];
    const facts = await inspectBytes(
      packSet({ 'toc.pb': writeToc({ packageName, variants: [{ number: 0, modules }] }), ...apks }),
    );
    expect(facts.nativeLibraries.map(({ abi }) => abi)).toEqual(['arm64-v8a', 'x86']);
    expect(facts.code.dexFiles).toHaveLength(1);
    expect(facts.modules.map(({ name, kind }) => [name, kind])).toEqual([
      ['base', 'base'],
      ['standalone-x86', 'config'],
    ]);
    expect([facts.gaps, facts.tampering]).toEqual([[], []]);
  });

  test('a universal APK is the app', async () => {
    const modules = [{ name: 'base', apks: { 'universal.apk': 'standalone' as const } }];
    const facts = await inspectBytes(
      packSet({ 'toc.pb': writeToc({ packageName, variants: [{ number: 0, modules }] }), 'universal.apk': built['base.apk']! }),
    );
    expect(facts.identity.packageName).toBe(packageName);
    expect([facts.gaps, facts.tampering]).toEqual([[], []]);
  });
});

describe('an APK of a set that is handed in alone', () => {
  test('a split lacks its base', async () => {
    const facts = await inspectBytes(built['voice.apk']!);
    expect(facts.format).toBe('apk');
    expect(gaps(facts)).toEqual(['split-without-base voice']);
    expect(facts.coverage).toMatchObject({ level: 'partial', reasons: [{ en: 'splits that the app needs are missing: base' }] });
  });

  test.each<[string, Partial<SplitRecipe>, string]>([
    ['by kind', { requiredTypes: 'base__abi' }, 'base__abi'],
    ['at all', { isSplitRequired: true }, 'isSplitRequired'],
    ['as older systems are told', { applicationMetaData: { 'com.android.vending.splits.required': true } }, 'isSplitRequired'],
  ])('a base lacks the splits that it needs %s', async (_, needs, place) => {
    const facts = await inspectBytes(buildSplit({ ...base, ...needs }));
    expect(gaps(facts)).toEqual([`split-required-missing ${place}`]);
    expect(facts.coverage.level).toBe('partial');
  });
});
