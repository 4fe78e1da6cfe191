import { buildApk } from '../../../services/cli/building/apk.ts';
import { buildResources, type ResourceRecipe } from '../../../services/cli/building/arsc.ts';
import { writeBinaryXml, type XmlElement } from '../../../services/cli/building/axml.ts';
import { ByteWriter } from '../../../services/cli/building/bytes.ts';
import { manifestTree } from '../../../services/cli/building/manifest.ts';
import { signBlock } from '../../../services/cli/building/sign.ts';
import { buildZip, type EntryRecipe } from '../../../services/cli/building/zip.ts';
import { buildHap, moduleJson } from '../../fixtures/hap.ts';
import { proto } from '../../fixtures/proto.ts';
import { buildRpk, rpkManifest } from '../../fixtures/rpk.ts';
import { inspectBytes } from '../../fixtures/source.ts';

/** Manifests, resources, signatures, JSON and scripts that nest, repeat or refer to themselves without end. */

const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

async function factsOf(bytes: Buffer) {
  const facts = await inspectBytes(bytes);
  expect(facts.gaps.filter(({ code }) => code === 'reader-failed')).toEqual([]);
  expect(JSON.stringify(facts).length).toBeLessThan(1_000_000);
  return { facts, codes: facts.gaps.map(({ code }) => code) };
}

const withResources = (resources: ResourceRecipe, entries: Record<string, Uint8Array> = {}) =>
  buildApk({ packageName: 'com.example', label: { default: 'x' }, resources, entries });
const nested = (depth: number): XmlElement => {
  let tree: XmlElement = { name: 'a' };
  for (let left = depth; left > 0; left--) tree = { name: 'a', children: [tree] };
  return tree;
};

describe('resources', () => {
  test('three hundred thousand type chunks', async () => {
    const table = buildResources('com.example', { string: { app_name: { default: 'A' } } }).bytes;
    const poolEnd = 12 + table.readUInt32LE(16);
    const last = table.lastIndexOf(Buffer.from([0x01, 0x02]));
    const chunk = table.subarray(last);
    expect(chunk.readUInt32LE(4)).toBe(chunk.length);
    const flood = Buffer.concat([table, ...times(300_000, () => chunk)]);
    flood.writeUInt32LE(flood.length, 4);
    flood.writeUInt32LE(flood.length - poolEnd, poolEnd + 4);
    const manifest = writeBinaryXml(manifestTree({ packageName: 'com.example', label: { reference: 0x7f010000 } }));
    const { facts, codes } = await factsOf(
      buildZip([
        { name: 'AndroidManifest.xml', data: manifest },
        { name: 'resources.arsc', data: flood },
      ]),
    );
    expect(codes).toContain('resource-table-too-large');
    expect(facts.identity).toMatchObject({ packageName: 'com.example', label: { default: 'A' } });
  });

  test('strings, styles and layouts that refer to each other in circles', async () => {
    const reference = (index: number) => ({ reference: 0x7f010000 + index });
    const { codes } = await factsOf(
      withResources({ string: { app_name: { default: reference(1) }, other: { default: reference(0) } } }),
    );
    expect(codes).toContain('resource-unresolved');
    const box: XmlElement = { name: 'CheckBox', android: { text: '我已阅读并同意《隐私政策》' } };
    const layout = Object.fromEntries(times(50, (i) => [`l${i}`, { default: `res/layout/l${i}.xml` }]));
    const style = Object.fromEntries(
      times(1000, (i) => [`s${i}`, { default: { style: { 16843014: true }, parent: 0x7f010000 + ((i + 1) % 1000) } }]),
    );
    const files = Object.fromEntries(
      times(50, (i) => [
        `res/layout/l${i}.xml`,
        writeBinaryXml({
          name: 'LinearLayout',
          children: [
            ...times(40, (j) => ({ name: 'include', plain: { layout: { reference: 0x7f020000 + j } } })),
            { ...box, plain: { style: reference(i) } },
          ],
        }),
      ]),
    );
    const { facts } = await factsOf(withResources({ style, layout }, files));
    expect(facts.consentScreens.length).toBeGreaterThan(0);
  });

  test('elements that nest three thousand deep', async () => {
    const tree: XmlElement = { name: 'manifest', plain: { package: 'com.example' }, children: [nested(3000)] };
    const { facts, codes } = await factsOf(buildZip([{ name: 'AndroidManifest.xml', data: writeBinaryXml(tree) }]));
    expect(codes).toContain('xml-too-large');
    expect(facts.identity.packageName).toBe('com.example');
  });
});

describe('bundles', () => {
  const bundle = (manifest: Buffer, resources?: Buffer): Buffer =>
    buildZip([
      { name: 'BundleConfig.pb', data: proto([1, proto([2, '1.15.6'])]) },
      { name: 'base/manifest/AndroidManifest.xml', data: manifest },
      ...(resources ? [{ name: 'base/resources.pb', data: resources }] : []),
    ]);

  test('messages that nest five thousand deep', async () => {
    let message: Buffer = Buffer.alloc(0);
    for (let depth = 0; depth < 5000; depth++) message = proto([1, proto([5, message])]);
    expect((await factsOf(bundle(message))).codes).toContain('xml-too-large');
  });

  test('a hundred million empty fields', async () => {
    const { codes } = await factsOf(bundle(Buffer.from([0x0a, 0]), Buffer.alloc(200 << 20, Buffer.from([0x12, 0]))));
    expect(codes).toContain('protobuf-too-many-fields');
  });
});

describe('signatures', () => {
  const entries: readonly EntryRecipe[] = [
    { name: 'AndroidManifest.xml', data: writeBinaryXml(manifestTree({ packageName: 'com.example' })) },
  ];

  test('half a million signature blocks of one scheme', async () => {
    const pairs = times(500_000, () => ({ id: 0x7109871a, value: Buffer.alloc(0) }));
    const { facts } = await factsOf(signBlock(buildZip(entries), pairs));
    expect(facts.tampering.map(({ trick }) => trick)).toContain('duplicate-signature');
    expect(facts.signing.signers).toEqual([]);
  });

  test('ASN.1 that nests twenty thousand deep is no signature', async () => {
    const head = times(20_000, (i) => Buffer.from([0x30, 0x84, ...[24, 16, 8, 0].map((shift) => ((i * 6) >> shift) & 0xff)]));
    const block = Buffer.concat(head.reverse());
    const { facts } = await factsOf(
      buildZip([
        ...entries,
        { name: 'META-INF/CERT.RSA', data: block },
        { name: 'META-INF/CERT.SF', data: Buffer.from('Signature-Version: 1.0\r\n\r\n') },
        { name: 'META-INF/MANIFEST.MF', data: Buffer.from('Manifest-Version: 1.0\r\n\r\n') },
      ]),
    );
    expect(facts.signing.results?.some(({ result }) => result === 'valid') ?? false).toBe(false);
  });

  test('hundreds of signature files, each with thousands of sections about one entry', async () => {
    const section = 'Name: AndroidManifest.xml\r\nSHA-256-Digest: AA==\r\n\r\n';
    const file = Buffer.from(`Signature-Version: 1.0\r\nSHA-256-Digest-Manifest: AA==\r\n\r\n${section.repeat(5000)}`);
    const manifest = Buffer.from(
      `Manifest-Version: 1.0\r\n\r\n${times(100_000, (i) => `Name: a${i}\r\nSHA-256-Digest: AA==\r\n\r\n`).join('')}`,
    );
    const { facts } = await factsOf(
      buildZip([
        ...entries,
        ...times(200, (i) => ({ name: `META-INF/A${i}.SF`, data: file })),
        ...times(200, (i) => ({ name: `META-INF/A${i}.RSA`, data: Buffer.from([0x30, 0]) })),
        { name: 'META-INF/MANIFEST.MF', data: manifest },
      ]),
    );
    expect(facts.identity.packageName).toBe('com.example');
  });

  test('pairs whose length leads out of the block', async () => {
    const pair = new ByteWriter().u64(Number.MAX_SAFE_INTEGER).u32(0x7109871a).toBuffer();
    const { facts } = await factsOf(
      signBlock(buildZip(entries), [
        { id: 0x42726577, value: pair },
        { id: 0xffffffff, value: pair },
      ]),
    );
    expect(facts.signing.signers).toEqual([]);
  });
});

describe('JSON and scripts', () => {
  const hostile = [
    '(',
    '`${',
    '/',
    '/*',
    '"\\',
    'a.',
    '[',
    'http://',
    '隐私政策',
    'require("',
    '{"a":',
    '<script>',
    '$app_require$(',
  ];
  const scripts = hostile.map((text) => Buffer.from(text.repeat(Math.floor(2_000_000 / text.length))));

  test('a declaration whose values nest a hundred thousand deep', async () => {
    const text = `{"app":{"bundleName":"com.example"},"module":{"name":"a","x":${'['.repeat(100_000)}`;
    const { codes } = await factsOf(buildHap({ module: text, packInfo: {} }));
    expect(codes).toContain('json-too-deep');
  });

  test('thousands of abilities with the same filters', async () => {
    const skills = times(3, () => ({ actions: ['a'], uris: [{ scheme: 'x', host: 'y' }] }));
    const abilities = times(2500, (i) => ({ name: `A${i}`, skills }));
    const { facts } = await factsOf(buildHap({ module: moduleJson({}, { abilities }) }));
    expect(facts.identity.packageName).toBe('com.example.app');
    expect(facts.components.length).toBeGreaterThan(1000);
  });

  test('scripts that open what they never close', async () => {
    const files = Object.fromEntries(scripts.map((script, i) => [`js/s${i}.js`, script]));
    const { facts } = await factsOf(buildHap({ module: moduleJson(), files }));
    expect(facts.identity.packageName).toBe('com.example.app');
    const quick = await factsOf(buildRpk({ manifest: rpkManifest(), files: { 'app.js': scripts[0]!, ...files } }));
    expect(quick.facts.identity.packageName).toBe('com.example.quick');
    const assets = Object.fromEntries(scripts.map((script, i) => [`assets/s${i}.js`, script]));
    expect((await factsOf(buildApk({ packageName: 'com.example', entries: assets }))).facts.identity.packageName).toBe(
      'com.example',
    );
  });
});
