import { type ApkRecipe, buildApk } from '../../services/cli/building/apk.ts';
import { inspectBytes } from '../fixtures/source.ts';

const recipe: ApkRecipe = {
  packageName: 'com.example.map',
  versionName: '3.2.1',
  versionCode: 321,
  label: { default: 'Map', 'zh-rCN': '示例地图' },
  minSdk: 21,
  targetSdk: 34,
  permissions: ['android.permission.CAMERA'],
  components: [{ kind: 'activity', name: '.Main', launcher: true, exported: true }],
  classes: [{ name: 'com.example.map.Main', methods: [{ name: 'run' }] }],
};

describe('damage becomes a gap and the rest is read', () => {
  const gapsOf = async (bytes: Uint8Array) => (await inspectBytes(bytes)).gaps.map(({ code, affects }) => `${affects}: ${code}`);

  test('a wrong checksum', async () => {
    const facts = await inspectBytes(buildApk({ ...recipe, lies: { entries: { 'classes.dex': { crc: 1 } } } }));
    expect(facts.gaps.map(({ code, place, affects }) => [code, place, affects])).toEqual([
      ['zip-entry-crc-mismatch', 'classes.dex', 'code'],
    ]);
    expect(facts.code.dexFiles).toHaveLength(1);
  });

  test('compressed data that break off', async () => {
    const clean = buildApk(recipe);
    expect(await gapsOf(buildApk({ ...recipe, lies: { entries: { 'classes.dex': { compressedSize: 60 } } } }))).toContain(
      'code: zip-entry-truncated',
    );
    expect(await gapsOf(clean)).toEqual([]);
  });

  test('a package cut in half has no directory: everything is unknown, coverage none', async () => {
    const bytes = buildApk({ ...recipe, entries: { 'assets/filler.bin': Buffer.alloc(4000, 7) } });
    const facts = await inspectBytes(bytes.subarray(0, bytes.length / 2));
    expect(facts.format).toBe('apk');
    expect(facts.gaps.map(({ code }) => code)).toEqual(['zip-directory-missing']);
    expect(facts.identity.packageName).toBeNull();
    expect(facts.coverage.level).toBe('none');
  });

  test('no manifest', async () => {
    const facts = await inspectBytes(buildApk({ ...recipe, without: ['AndroidManifest.xml'] }));
    expect(facts.gaps.map(({ code }) => code)).toEqual(['manifest-missing']);
    expect(facts.code.dexFiles).toHaveLength(1);
  });

  test('resources that are none leave the label unknown, with both gaps', async () => {
    const facts = await inspectBytes(buildApk({ ...recipe, entries: { 'resources.arsc': 'nothing of the kind' } }));
    expect(facts.gaps.map(({ code }) => code)).toEqual(['resource-table-missing', 'resource-unresolved']);
    expect(facts.identity.label).toEqual({ zh: null, default: null });
    expect(facts.identity.packageName).toBe('com.example.map');
  });

  test('one unreadable DEX of two makes coverage partial', async () => {
    const facts = await inspectBytes(buildApk({ ...recipe, entries: { 'classes2.dex': 'encrypted by somebody'.repeat(20) } }));
    expect(facts.gaps.map(({ code, place }) => [code, place])).toEqual([['dex-magic', 'classes2.dex: DEX classes2.dex @ 0x0']]);
    expect(facts.coverage.level).toBe('partial');
    expect(facts.coverage.reasons[0]!.en).toContain('classes2.dex');
  });
});
