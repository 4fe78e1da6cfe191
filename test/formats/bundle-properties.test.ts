import fc from 'fast-check';
import { ANDROID_ATTRIBUTES, type AndroidAttribute } from '../../shared/inspection/binary/android-attributes.ts';
import type { XmlElement } from '../../shared/inspection/binary/axml.ts';
import { readProtoXml } from '../../shared/inspection/binary/protobuf-xml.ts';
import { ProtoResources } from '../../shared/inspection/bundle/proto-resources.ts';
import { readToc } from '../../shared/inspection/bundle/toc.ts';
import { Observations } from '../../shared/inspection/observations.ts';
import { buildAab } from '../fixtures/aab.ts';
import { type ProtoElement, writeProtoXml } from '../fixtures/proto.ts';
import { buildProtoResources } from '../fixtures/proto-resources.ts';
import { inspectBytes } from '../fixtures/source.ts';
import { buildSplit, packSet, writeToc } from '../fixtures/split-set.ts';

const word = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const value = fc.oneof(
  text,
  fc.boolean(),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  fc.nat(0x7fffffff).map((reference) => ({ reference })),
);
const names = Object.keys(ANDROID_ATTRIBUTES) as AndroidAttribute[];

describe('whatever the builders write is read back', () => {
  const { tree } = fc.letrec<{ tree: ProtoElement }>((tie) => ({
    tree: fc.record({
      name: word,
      android: fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 4 }),
      plain: fc.dictionary(word, value, { maxKeys: 2 }),
      children: fc.oneof({ depthSize: 'small' }, fc.constant([]), fc.array(tie('tree'), { maxLength: 3 })),
    }),
  }));

  test('XML of any shape', () => {
    const shown = (written: unknown) => {
      if (typeof written === 'string') return { type: 3, text: written };
      if (typeof written === 'boolean') return { type: 0x12, data: written ? 0xffffffff : 0 };
      return typeof written === 'number'
        ? { type: 0x10, data: written >>> 0 }
        : { type: 1, data: (written as { reference: number }).reference };
    };
    const expectSame = (read: XmlElement, written: ProtoElement) => {
      expect(read.name).toBe(written.name);
      const attributes = [...Object.entries(written.android ?? {}), ...Object.entries(written.plain ?? {})];
      expect(read.attributes).toMatchObject(attributes.map(([name, each]) => ({ name, ...shown(each) })));
      expect(read.children).toHaveLength(written.children!.length);
      for (const [index, child] of read.children.entries()) expectSame(child, written.children![index] as ProtoElement);
    };
    fc.assert(
      fc.property(tree, (root) => {
        const observations = new Observations();
        expectSame(readProtoXml(writeProtoXml(root), 'x', observations), root);
        expect(observations.gaps).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('resources of any types and values', () => {
    const entries = fc.dictionary(
      word,
      fc.record({ default: fc.oneof(text, fc.boolean()), zh: text }, { requiredKeys: ['default'] }),
      { minKeys: 1, maxKeys: 6 },
    );
    fc.assert(
      fc.property(
        fc.dictionary(word, entries, { minKeys: 1, maxKeys: 4 }),
        fc.integer({ min: 2, max: 0x7f }),
        (recipe, packageId) => {
          const observations = new Observations();
          const built = buildProtoResources('com.example', recipe, packageId);
          const resources = new ProtoResources(built.bytes, 'resources.pb', observations);
          for (const [type, named] of Object.entries(recipe)) {
            for (const [name, { default: plain, zh }] of Object.entries(named)) {
              const id = built.id(type, name);
              expect(resources.name(id)).toBe(`${type}/${name}`);
              expect(resources.id(`${type}/${name}`)).toBe(id);
              const found = resources.resolve(id, 'default')!;
              expect(typeof plain === 'string' ? found.text : found.data !== 0).toBe(plain);
              if (zh !== undefined) expect(resources.resolve(id, 'zh')!.text).toBe(zh);
            }
          }
          expect(observations.gaps).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('tables of contents', () => {
    const apks = fc.dictionary(word, fc.constantFrom('split', 'standalone', 'instant'), { maxKeys: 4 });
    const modules = fc.array(
      fc.record({ name: word, delivery: fc.constantFrom('install-time', 'on-demand', 'fast-follow'), apks }),
      { maxLength: 3 },
    );
    const variants = fc.array(fc.record({ number: fc.nat(1000), modules }), { maxLength: 4 });
    fc.assert(
      fc.property(word, variants, (packageName, list) => {
        const toc = readToc(writeToc({ packageName, variants: list }));
        expect(toc.packageName).toBe(packageName);
        expect(toc.variants).toEqual(
          list.map(({ number, modules: sets }) => ({
            number,
            apks: sets.flatMap(({ name, delivery, apks: all }) =>
              Object.entries(all).map(([path, kind]) => ({ path, kind, module: name, delivery })),
            ),
          })),
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('broken parts in a sound archive', () => {
  /** Flips, overwrites with extremes, cuts and repeats, by fractions of the length. */
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    bytes: fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 6 }),
      fc.constantFrom(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f), Uint8Array.of(0x80, 0x80), Uint8Array.of(0x0b)),
    ),
    kind: fc.constantFrom('write', 'insert', 'cut'),
  });
  const apply = (bytes: Buffer, list: readonly (typeof change extends fc.Arbitrary<infer T> ? T : never)[]) =>
    list.reduce((result: Buffer, { at, bytes: written, kind }) => {
      const place = Math.floor(at * result.length);
      if (kind === 'cut') return result.subarray(0, Math.max(place, 1));
      const behind = result.subarray(kind === 'insert' ? place : place + written.length);
      return Buffer.concat([result.subarray(0, place), written, behind]);
    }, bytes);

  const modules = {
    base: {
      label: { default: 'Demo', zh: '演示' },
      components: [{ kind: 'activity', name: '.Main', launcher: true }],
      classes: [{ name: 'com.example.Main' }],
    },
    more: { delivery: 'on-demand', packageId: 0x7e, components: [{ kind: 'service', name: '.More' }] },
  } as const;
  const parts = [
    'base/manifest/AndroidManifest.xml',
    'base/resources.pb',
    'more/manifest/AndroidManifest.xml',
    'BundleConfig.pb',
  ] as const;
  const original = new Map<string, Buffer>();
  beforeAll(() => {
    const resources = buildProtoResources('com.example', { string: { app_name: modules.base.label } });
    original.set('base/resources.pb', resources.bytes);
    original.set('BundleConfig.pb', Buffer.from([0x0a, 0x07, 0x12, 0x05, 0x31, 0x2e, 0x30, 0x2e, 0x30]));
    const element = {
      name: 'manifest',
      plain: { package: 'com.example' },
      children: [{ name: 'application', android: { label: 'x' } }],
    };
    for (const name of parts.filter((each) => each.endsWith('.xml'))) original.set(name, writeProtoXml(element));
  });

  test('a bundle answers with facts and known gaps, and its code is always read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...parts), fc.array(change, { minLength: 1, maxLength: 4 }), async (part, list) => {
        const bytes = buildAab({ packageName: 'com.example', modules, entries: { [part]: apply(original.get(part)!, list) } });
        const facts = await inspectBytes(bytes);
        expect(facts.format).toBe('aab');
        expect(facts.gaps.filter(({ code }) => code === 'reader-failed')).toEqual([]);
        expect(facts.code.dexFiles.map(({ classes }) => classes)).toEqual([1]);
      }),
      { numRuns: 150 },
    );
  });

  test('a set with a broken APK or description answers with facts, and its base is read', async () => {
    const base = buildSplit({ packageName: 'com.example', classes: [{ name: 'com.example.Main' }] });
    const split = buildSplit({
      packageName: 'com.example',
      split: 'config.zh',
      configFor: '',
      resources: { string: { a: { zh: '甲' } } },
    });
    const toc = writeToc({
      variants: [
        { number: 0, modules: [{ name: 'base', apks: { 'splits/base-master.apk': 'split', 'splits/base-zh.apk': 'split' } }] },
      ],
    });
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.boolean(),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        async (deflated, breakToc, list) => {
          const entries = {
            'toc.pb': breakToc ? apply(toc, list) : toc,
            'splits/base-master.apk': base,
            'splits/base-zh.apk': breakToc ? split : apply(split, list),
          };
          const facts = await inspectBytes(packSet(entries, { deflated }));
          expect(facts.format).toBe('apks');
          expect(facts.gaps.filter(({ code }) => code === 'reader-failed')).toEqual([]);
          if (!breakToc) expect([facts.identity.packageName, facts.code.dexFiles.length]).toEqual(['com.example', 1]);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('archives made to be opened without end', () => {
  test('a set of bombs stops at the allowance', async () => {
    const bomb = packSet({ 'AndroidManifest.xml': 'x', 'zeros.apk': Buffer.alloc(96 << 20) });
    const names = Array.from({ length: 8 }, (_, index) => [`config.${index}.apk`, bomb] as const);
    const facts = await inspectBytes(packSet({ ...Object.fromEntries(names), 'base.apk': bomb }, { deflated: true }));
    expect(facts.gaps.filter(({ code }) => code === 'zip-entry-too-large').length).toBeGreaterThan(3);
  }, 60_000);

  test('a set of one and the same APK under many names is read once for each place in the app', async () => {
    const apk = buildSplit({ packageName: 'com.example', split: 'config.a', configFor: '' });
    const names = Array.from({ length: 600 }, (_, index) => [`split_config.${index}.apk`, apk] as const);
    const facts = await inspectBytes(
      packSet({ 'base.apk': buildSplit({ packageName: 'com.example' }), ...Object.fromEntries(names) }),
    );
    expect(facts.gaps.map(({ code }) => code)).toContain('too-many-modules');
    expect(facts.modules.map(({ name }) => name)).toEqual(['base', 'config.a']);
  }, 60_000);
});
