import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buildZip } from '../../services/cli/building/zip.ts';
import type { PackageFacts } from '../../shared/domain/facts/package.ts';
import { inspectPackage } from '../../shared/inspection/index.ts';
import { knowledge } from '../../shared/knowledge/index.ts';
import { buildAab, type ModuleRecipe } from '../fixtures/aab.ts';
import { corpus, DEPENDENCY_APKS } from '../fixtures/packages.ts';
import { bytesSource } from '../fixtures/source.ts';
import { unpack } from '../fixtures/unpack.ts';
import { aaptBadging, isInstalled } from './judges.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelfgate-bundles-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** aapt2's own translation between the binary and the protobuf form of a package. */
async function convert(bytes: Uint8Array, to: 'proto' | 'binary'): Promise<string> {
  const [from, target] = [join(folder, 'in.apk'), join(folder, `out-${to}.apk`)];
  await writeFile(from, bytes);
  const { status, stderr } = spawnSync('aapt2', ['convert', '--output-format', to, '-o', target, from], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return target;
}

/** What a package declares; code is left alone, as in a package within a package. */
async function declared(bytes: Uint8Array): Promise<PackageFacts> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return inspectPackage(bytesSource(bytes), { sha256, knowledge, depth: 1 });
}

/** Where a file of a package lies in the base of a bundle. */
function inBase(path: string): string {
  if (path === 'AndroidManifest.xml') return 'base/manifest/AndroidManifest.xml';
  if (/^classes\d*\.dex$/.test(path)) return `base/dex/${path}`;
  return /^(?:res|lib|assets)\/|^resources\.pb$/.test(path) ? `base/${path}` : `base/root/${path}`;
}

/** Where a file of the base lies in a package. */
function inPackage(name: string): string | null {
  const path = /^base\/(.*)$/.exec(name)?.[1];
  if (path === undefined) return null;
  return path.replace(/^(?:manifest|dex|root)\//, '');
}

/** The facts that manifest, resources and layouts give, with the places that a bundle has. */
function facts(found: PackageFacts): unknown {
  const { identity, permissions, impliedPermissions, definedPermissions, features, queries } = found;
  const { application, components, launcher, consentScreens, texts, gaps } = found;
  const all = { identity, permissions, impliedPermissions, definedPermissions, features, queries, application, components };
  return JSON.parse(JSON.stringify({ ...all, launcher, consentScreens, texts, gaps }).replaceAll('"base/', '"'));
}

(isInstalled('aapt2') ? describe : describe.skip)('judged by aapt2 (skipped where it is not installed)', () => {
  // Of the largest aapt2 takes a quarter of a minute.
  const smaller = [...DEPENDENCY_APKS, ...corpus('apk')].filter((path) => statSync(path).size < 10 << 20);
  const real = smaller.map((path) => [basename(path), path] as const);
  test.each(real)('%s translated into a bundle says what it says itself', async (_, path) => {
    const apk = readFileSync(path);
    const entries = await unpack(await convert(apk, 'proto'));
    const aab = buildZip([
      { name: 'BundleConfig.pb', data: Buffer.alloc(0) },
      ...[...entries].map(([name, data]) => ({ name: inBase(name), data })),
    ]);
    const bundle = await declared(aab);
    expect(bundle.format).toBe('aab');
    expect(facts(bundle)).toEqual(facts(await declared(apk)));
  });

  const recipe: ModuleRecipe = {
    label: { default: 'Demo', 'zh-rCN': '演示', 'zh-rTW': '演示', en: 'Demo' },
    versionName: '1.2',
    minSdk: 24,
    targetSdk: 33,
    debuggable: true,
    permissions: ['android.permission.CAMERA', { name: 'android.permission.READ_PHONE_STATE', maxSdk: 30 }],
    components: [
      {
        kind: 'activity',
        name: 'com.example.Main',
        launcher: true,
        exported: true,
        metaData: { n: 3, t: 'text', r: { reference: 0x7f010000 } },
      },
    ],
    resources: {
      bool: { yes: { default: true, 'night-v26': false } },
      style: { Box: { default: { style: { 16843014: false }, parent: 0x01030000 } } },
      array: { names: { default: { array: ['a', 'b'] } } },
      layout: { main: { default: { file: 'res/layout/main.xml' }, land: { file: 'res/layout-land/main.xml' } } },
    },
    xml: {
      'res/layout/main.xml': { name: 'CheckBox', android: { id: { reference: 0x7f010000 } } },
      'res/layout-land/main.xml': { name: 'LinearLayout', children: [{ name: 'Button', android: { label: 'x' } }] },
    },
  };

  test('it accepts what the builder of bundles writes and reads the same in it', async () => {
    const aab = buildAab({ packageName: 'com.example', versionCode: 5, modules: { base: recipe } });
    const file = join(folder, 'built.aab');
    await writeFile(file, aab);
    const entries = await unpack(file);
    const files = [...entries].flatMap(([name, data]) => {
      const path = inPackage(name);
      return path === null ? [] : [{ name: path, data }];
    });
    const binary = await convert(buildZip(files), 'binary');
    const apk = await declared(readFileSync(binary));
    expect(apk.format).toBe('apk');
    expect(facts(await declared(aab))).toEqual(facts(apk));
    expect(aaptBadging(binary)).toMatchObject({
      packageName: 'com.example',
      versionCode: '5',
      label: 'Demo',
      chineseLabel: '演示',
    });
  });

  const bundles = corpus('aab').map((path) => [basename(path), path] as const);
  (bundles.length > 0 ? test.each(bundles) : test.skip.each([['no corpus', '']]))('the base of %s', async (_, path) => {
    const entries = await unpack(path);
    const files = [...entries].flatMap(([name, data]) => {
      const inside = inPackage(name);
      return inside === null ? [] : [{ name: inside, data }];
    });
    const binary = await convert(buildZip(files), 'binary');
    const [judge, { identity, launcher, permissions, gaps }] = [aaptBadging(binary)!, await declared(readFileSync(path))];
    const own = {
      packageName: identity.packageName,
      versionCode: String(identity.versionCode),
      versionName: identity.versionName,
      minSdk: String(identity.minSdk),
      targetSdk: String(identity.targetSdk),
      label: identity.label.default,
      launcher: launcher ?? undefined,
      permissions: permissions.filter(({ module }) => module === undefined).map(({ name }) => name),
    };
    // aapt leaves out what the manifest does not say.
    const said = (Object.keys(own) as (keyof typeof own)[]).filter((key) => judge[key] !== undefined);
    expect(said.length).toBeGreaterThan(5);
    expect(said.map((key) => [key, own[key]])).toEqual(said.map((key) => [key, judge[key]]));
    expect(gaps).toEqual([]);
  });
});
