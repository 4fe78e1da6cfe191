import { type ApkRecipe, buildApk } from '../../services/cli/building/apk.ts';
import { inspectBytes } from '../fixtures/source.ts';

const recipe: ApkRecipe = {
  packageName: 'com.example.map',
  label: { default: 'Map' },
  minSdk: 21,
  targetSdk: 34,
  components: [{ kind: 'activity', name: '.Main', launcher: true, exported: true }],
  classes: [{ name: 'com.example.map.Main', methods: [{ name: 'run' }] }],
};

describe('what the installer refuses although the archive is sound', () => {
  const refused = async (more: Partial<ApkRecipe>) =>
    (await inspectBytes(buildApk({ ...recipe, ...more }))).tampering.map(({ trick, place, effect }) => [trick, place, effect]);

  test('resources that are compressed or misaligned, from target 30', async () => {
    const compressed = { lies: { compressed: ['resources.arsc'] } };
    expect(await refused({ ...compressed, targetSdk: 29 })).toEqual([]);
    expect(await refused({ ...compressed, targetSdk: 30 })).toEqual([['resources-compressed', 'resources.arsc', 'install']]);
    const misaligned = { lies: { entries: { 'resources.arsc': { misaligned: true } } } };
    expect(await refused({ ...misaligned, targetSdk: 29 })).toEqual([]);
    expect(await refused({ ...misaligned, targetSdk: 30 })).toEqual([['resources-misaligned', 'resources.arsc', 'install']]);
    expect(await refused({ targetSdk: 30 })).toEqual([]);
  });

  test('libraries that are compressed and should be mapped', async () => {
    const entries = { 'lib/arm64-v8a/libx.so': Buffer.alloc(1000) };
    expect(await refused({ entries, application: { extractNativeLibs: true } })).toEqual([]);
    expect(await refused({ entries })).toEqual([]);
    expect(await refused({ entries, application: { extractNativeLibs: false } })).toEqual([
      ['libraries-compressed', 'lib/arm64-v8a/libx.so', 'install'],
    ]);
  });
});
