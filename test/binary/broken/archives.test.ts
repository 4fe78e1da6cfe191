import { buildApk } from '../../../services/cli/building/apk.ts';
import { buildResources } from '../../../services/cli/building/arsc.ts';
import { writeBinaryXml } from '../../../services/cli/building/axml.ts';
import { manifestTree } from '../../../services/cli/building/manifest.ts';
import { buildZip } from '../../../services/cli/building/zip.ts';
import { buildElf } from '../../fixtures/elf.ts';
import { inspectBytes } from '../../fixtures/source.ts';
import { buildFlood, type Flood, names } from './flood.ts';

/** Archives that are small and claim much: what can be had is still had, and what was given up is said. */

const MANIFEST: Flood = {
  name: 'AndroidManifest.xml',
  data: writeBinaryXml(manifestTree({ packageName: 'com.example', permissions: ['android.permission.CAMERA'] })),
  names: [],
};
const LARGEST_FACTS = 1_000_000;

async function factsOf(bytes: Buffer) {
  const facts = await inspectBytes(bytes);
  expect(facts.gaps.filter(({ code }) => code === 'reader-failed')).toEqual([]);
  expect(JSON.stringify(facts).length).toBeLessThan(LARGEST_FACTS);
  return facts;
}

const codesOf = (facts: { readonly gaps: readonly { readonly code: string }[] }) => new Set(facts.gaps.map(({ code }) => code));

test('a million entries: the manifest is read, and the rest is known to be missing', async () => {
  const facts = await factsOf(buildFlood([{ ...MANIFEST, names: names(1_000_000, (i) => `a/${i}`) }]));
  expect(facts.permissions.map(({ name }) => name)).toEqual(['android.permission.CAMERA']);
  expect(codesOf(facts)).toContain('zip-directory-short');
  expect(facts.coverage.level).not.toBe('full');
});

test('the same name two hundred thousand times is one trick', async () => {
  const facts = await factsOf(buildFlood([{ ...MANIFEST, names: names(199_000, () => 'AndroidManifest.xml') }]));
  expect(facts.identity.packageName).toBe('com.example');
  expect(facts.tampering.filter(({ trick }) => trick === 'duplicate-entry')).toHaveLength(1);
});

test('names of 65 kB are told short', async () => {
  const facts = await factsOf(buildFlood([{ ...MANIFEST, names: names(300, (i) => `${i}/`.padEnd(65_000, '../')) }]));
  expect(facts.identity.packageName).toBe('com.example');
  expect(facts.tampering.filter(({ trick }) => trick === 'unsafe-name').length).toBeLessThanOrEqual(200);
});

/** One compressed bomb that thousands of names share. */
test.each<[string, string, Buffer, (index: number) => string]>([
  ['DEX files', 'classes.dex', Buffer.alloc(64 << 20), (i) => `classes${i + 2}.dex`],
  [
    'native libraries',
    'lib/x86/liba.so',
    Buffer.concat([buildElf({ strings: ['a'] }), Buffer.alloc(64 << 20)]),
    (i) => `lib/x86/lib${i}.so`,
  ],
  ['scripts', 'assets/a.js', Buffer.alloc(30 << 20, 'a '), (i) => `assets/a${i}.js`],
  ['packages', 'assets/a.apk', buildApk({ packageName: 'com.example.inner' }), (i) => `assets/a${i}.apk`],
  ['files without a telling name', 'assets/a.bin', Buffer.alloc(30 << 20, 'a '), (i) => `assets/a${i}.bin`],
])('%s that share one bomb cost no more than the limits allow', async (_what, name, data, next) => {
  const facts = await factsOf(buildFlood([MANIFEST, { name, data, deflate: true, names: names(20_000, next) }]));
  expect(facts.identity.packageName).toBe('com.example');
  expect(facts.tampering.map(({ trick }) => trick)).toContain('overlapping-entries');
  expect(facts.coverage.level).not.toBe('full');
});

test('layouts that share one large file are not all read, and that is said', async () => {
  const files = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`l${i}`, { default: `res/layout/l${i}.xml` }]));
  const box = { name: 'CheckBox', android: { text: '同意《隐私政策》' } };
  const layout = writeBinaryXml({ name: 'LinearLayout', children: Array.from({ length: 20_000 }, () => box) });
  const facts = await factsOf(
    buildFlood([
      MANIFEST,
      { name: 'resources.arsc', data: buildResources('com.example', { layout: files }).bytes, names: [] },
      { name: 'res/layout/first.xml', data: layout, deflate: true, names: names(2000, (i) => `res/layout/l${i}.xml`) },
    ]),
  );
  expect(codesOf(facts)).toContain('layouts-not-all-read');
});

test('sizes that no file can have', async () => {
  const zip64 = buildZip([{ name: 'AndroidManifest.xml', data: MANIFEST.data }], { zip64: true });
  const record = zip64.indexOf(Buffer.from('PK\x06\x06', 'latin1'));
  zip64.fill(0xff, record + 24, record + 56);
  expect([...codesOf(await factsOf(zip64))]).toEqual(['zip-directory-missing']);
  const lies = { size: 0xfffffffe, compressedSize: 0xfffffffe };
  const facts = await factsOf(buildZip([{ name: 'AndroidManifest.xml', data: MANIFEST.data, lies }]));
  expect(codesOf(facts)).toContain('zip-entry-too-large');
});
