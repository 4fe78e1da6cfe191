import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApkLies, type ApkRecipe, buildApk } from '../../services/cli/building/apk.ts';
import { inspectBytes } from '../fixtures/source.ts';
import { aaptBadging, isInstalled } from './judges.ts';

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

/** Each lie, the trick it must be reported as, the entry or place that is named, and whether Android refuses the package. */
const TRICKS: [name: string, lies: ApkLies, trick: string, place: string, effect: 'install' | 'analysis'][] = [
  [
    'another name in the local header',
    { entries: { 'AndroidManifest.xml': { localName: 'readme.txt!' } } },
    'local-name-differs',
    'AndroidManifest.xml',
    'install',
  ],
  [
    'another name of the same length in the local header',
    { entries: { 'AndroidManifest.xml': { localName: 'AndroidManifest.xmL' } } },
    'local-name-differs',
    'AndroidManifest.xml',
    'install',
  ],
  [
    'a method that does not exist',
    { entries: { 'AndroidManifest.xml': { method: 0x2a2a } } },
    'bogus-method',
    'AndroidManifest.xml',
    'analysis',
  ],
  [
    'another method in the local header',
    { entries: { 'AndroidManifest.xml': { local: { method: 99 } } } },
    'local-header-differs',
    'AndroidManifest.xml',
    'analysis',
  ],
  [
    'another size in the local header',
    { entries: { 'AndroidManifest.xml': { local: { size: 7 } } } },
    'local-header-differs',
    'AndroidManifest.xml',
    'install',
  ],
  [
    'another checksum in the local header',
    { entries: { 'AndroidManifest.xml': { local: { crc: 7 } } } },
    'local-header-differs',
    'AndroidManifest.xml',
    'install',
  ],
  [
    'another size in the local header where a data descriptor follows',
    { entries: { 'AndroidManifest.xml': { local: { size: 7 }, dataDescriptor: true } } },
    'local-header-differs',
    'AndroidManifest.xml',
    'analysis',
  ],
  [
    'the encryption bit',
    { entries: { 'AndroidManifest.xml': { encrypted: true } } },
    'encrypted-flag',
    'AndroidManifest.xml',
    'analysis',
  ],
  [
    'a size too small',
    { entries: { 'AndroidManifest.xml': { size: 10, local: { size: 10 } } } },
    'false-size',
    'AndroidManifest.xml',
    'install',
  ],
  ['a size too large', { entries: { 'classes.dex': { size: 0x7fffffff } } }, 'false-size', 'classes.dex', 'install'],
  [
    'a second manifest',
    { duplicates: { 'AndroidManifest.xml': 'not this one' } },
    'duplicate-entry',
    'AndroidManifest.xml',
    'install',
  ],
  ['a DEX in front', { archive: { prefix: Buffer.from('dex\n035\0') } }, 'prefixed-data', '0x0', 'install'],
  [
    'data in front, offsets not adjusted',
    { archive: { prefix: Buffer.alloc(100, 1), unadjusted: true } },
    'shifted-offsets',
    '',
    'install',
  ],
  ['a false end record in the comment', { archive: { comment: falseEnd() } }, 'false-end-record', '', 'install'],
  [
    'an extra field that is not there',
    { entries: { 'AndroidManifest.xml': { extraLength: 17 } } },
    'false-extra-length',
    'AndroidManifest.xml',
    'install',
  ],
  [
    'a folder called like the manifest',
    { duplicates: { 'AndroidManifest.xml/': '' } },
    'file-as-folder',
    'AndroidManifest.xml/',
    'analysis',
  ],
  [
    'a file in a folder called like the code',
    { duplicates: { 'classes.dex/a.txt': 'x' } },
    'file-as-folder',
    'classes.dex/a.txt',
    'analysis',
  ],
  [
    'a name that is no UTF-8',
    { duplicates: { x: '' }, entries: { x: { rawName: Buffer.from([0xc4, 0xe3]) } } },
    'name-not-utf8',
    '',
    'install',
  ],
  ['a name with a NUL', { duplicates: { 'a\0b': '' } }, 'invalid-name', 'a\0b', 'install'],
  ['another type of the first chunk', { manifest: { headerType: 0 } }, 'manifest-header-type', 'AndroidManifest.xml', 'analysis'],
  [
    'a manifest that says it is longer than it is',
    { manifest: { longer: 4 } },
    'manifest-size-false',
    'AndroidManifest.xml',
    'install',
  ],
  ['more strings than there are', { manifest: { stringCount: 60 } }, 'string-count-false', 'AndroidManifest.xml', 'analysis'],
  [
    'more strings than there is room for',
    { manifest: { stringCount: 100_000 } },
    'string-count-impossible',
    'AndroidManifest.xml',
    'install',
  ],
  ['a chunk of an unknown type', { manifest: { strangeChunk: true } }, 'xml-unknown-chunk', 'AndroidManifest.xml', 'analysis'],
  [
    'attributes with something between them',
    { manifest: { attributePadding: 4 } },
    'xml-attribute-layout',
    'AndroidManifest.xml',
    'analysis',
  ],
  ['every attribute twice', { manifest: { repeatAttributes: true } }, 'duplicate-attribute', 'AndroidManifest.xml', 'analysis'],
  [
    'another namespace',
    { manifest: { namespace: 'http://example.com' } },
    'attribute-namespace-false',
    'AndroidManifest.xml',
    'analysis',
  ],
];

/** An end record that points nowhere, whose own comment reaches the end of the file. */
function falseEnd(): Buffer {
  const end = Buffer.alloc(30);
  end.write('PK\x05\x06', 4, 'latin1');
  end.writeUInt16LE(9, 12);
  end.writeUInt32LE(400, 16);
  end.writeUInt32LE(3, 20);
  end.writeUInt16LE(4, 24);
  return end;
}

const judged = isInstalled('aapt') ? describe : describe.skip;

// The system's own reader of assets takes any other method for stored (AssetsProvider.cpp), aapt's older one does not; aapt reads no code.
judged(`aapt opens archives as Android does${isInstalled('aapt') ? '' : ' (aapt is not installed)'}`, () => {
  test.each(TRICKS.filter(([, , trick, place]) => trick !== 'bogus-method' && !place.startsWith('classes.dex')))(
    '%s',
    async (_name, lies, _trick, _place, effect) => {
      const folder = await mkdtemp(join(tmpdir(), 'tricks-'));
      try {
        const path = join(folder, 'a.apk');
        await writeFile(path, buildApk({ ...recipe, lies }));
        expect(aaptBadging(path) === null ? 'install' : 'analysis').toBe(effect);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  );
});

describe('tricks that mislead other readers are named and change nothing', () => {
  test.each(TRICKS)('%s', async (_name, lies, trick, place, effect) => {
    const clean = await inspectBytes(buildApk(recipe));
    const facts = await inspectBytes(buildApk({ ...recipe, lies }));
    expect(facts.tampering.map((fact) => fact.trick)).toContain(trick);
    const found = facts.tampering.find((fact) => fact.trick === trick)!;
    expect([found.place, found.effect]).toEqual([expect.stringContaining(place), effect]);
    expect(facts.gaps).toEqual([]);
    for (const part of ['identity', 'permissions', 'components', 'launcher', 'code', 'coverage'] as const) {
      expect(facts[part]).toEqual(clean[part]);
    }
  });

  test('two complete archives in one file: the last end record decides, as in Android, and the other is named', async () => {
    const other = buildApk({ ...recipe, packageName: 'com.example.other' });
    const front = buildApk(recipe);
    front.writeUInt16LE(other.length, front.length - 2);
    const facts = await inspectBytes(Buffer.concat([front, other]));
    expect(facts.identity.packageName).toBe('com.example.other');
    expect(facts.tampering.map(({ trick }) => trick).slice(0, 2)).toEqual(['false-end-record', 'shifted-offsets']);
  });

  test('an archive stored inside another is no trick', async () => {
    const facts = await inspectBytes(buildApk({ ...recipe, entries: { 'res/raw/inner.zip': buildApk(recipe) } }));
    expect(facts.tampering).toEqual([]);
  });

  test('names of 60,000 characters do not make the facts large', async () => {
    const long = 'x'.repeat(60_000);
    const facts = await inspectBytes(
      buildApk({ ...recipe, entries: { [`assets/../${long}`]: '', [`lib/arm64-v8a/${long}.so`]: '' } }),
    );
    expect(facts.tampering).toHaveLength(1);
    expect(JSON.stringify(facts).length).toBeLessThan(10_000);
  });

  test('an entry that leads outside the archive is named', async () => {
    const facts = await inspectBytes(
      buildApk({ ...recipe, entries: { '../../data/evil.so': 'x', '/etc/hosts': 'y', 'a..b/c': 'z' } }),
    );
    expect(facts.tampering.map(({ trick, place }) => [trick, place])).toEqual([
      ['unsafe-name', '../../data/evil.so'],
      ['unsafe-name', '/etc/hosts'],
    ]);
  });

  test.each([
    ['ZIP64 records', { archive: { zip64: true } }],
    ['data descriptors', { entries: { 'AndroidManifest.xml': { dataDescriptor: true } } }],
    ['an extra field in the local header alone', { entries: { 'classes.dex': { localExtra: Buffer.alloc(3000) } } }],
    ['a comment', { archive: { comment: Buffer.from('made by hand') } }],
    ['UTF-8 strings, names stripped', { manifest: { utf8: true, stripNames: true } }],
  ] satisfies [string, ApkLies][])('%s are read without remark', async (_name, lies) => {
    const clean = await inspectBytes(buildApk(recipe));
    const facts = await inspectBytes(buildApk({ ...recipe, lies }));
    expect({ ...facts, size: 0, sha256: '' }).toEqual({ ...clean, size: 0, sha256: '' });
  });
});

test('names in GBK, as old tools write them, are no duplicates of each other', async () => {
  const [one, two] = [Buffer.from([0xd6, 0xd0]), Buffer.from([0xc8, 0xd5])];
  const { tampering } = await inspectBytes(
    buildApk({ ...recipe, lies: { duplicates: { x: '', y: '' }, entries: { x: { rawName: one }, y: { rawName: two } } } }),
  );
  expect(tampering.map(({ trick, place }) => [trick, place])).toEqual([
    ['name-not-utf8', '中'],
    ['name-not-utf8', '日'],
  ]);
});

test('two entries with one content are named, and both read', async () => {
  const facts = await inspectBytes(
    buildApk({
      ...recipe,
      lies: { duplicates: { 'assets/a': 'x', 'assets/b': 'x' }, entries: { 'assets/b': { shares: 'assets/a' } } },
    }),
  );
  expect(facts.tampering.map(({ trick, place, effect }) => [trick, place, effect])).toContainEqual([
    'overlapping-entries',
    'assets/b',
    'analysis',
  ]);
});
