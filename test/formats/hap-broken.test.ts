import { buildHap, moduleJson } from '../fixtures/hap.ts';
import { inspectBytes } from '../fixtures/source.ts';

const BYTECODE = { records: [{ name: 'entry/a', requests: ['@ohos:geoLocationManager'] }], strings: ['getCurrentLocation'] };

describe('declarations that are meant to confuse', () => {
  const text = JSON.stringify(moduleJson());

  test.each<[string, string, string, string | undefined]>([
    [
      'a name that comes twice',
      text.replace('"bundleName"', '"bundleName":"com.shown","bundleName"'),
      'duplicate-json-key',
      'analysis',
    ],
    ['comments', `// hello\n${text}`, 'json-not-strict', 'install'],
  ])('%s: the facts are there, and the trick is told', async (_name, module, trick, effect) => {
    const facts = await inspectBytes(buildHap({ module }));
    expect(facts.identity.packageName).toBe('com.example.app');
    expect(facts.tampering).toEqual([expect.objectContaining({ trick, effect })]);
  });

  test.each<[string, string, string]>([
    ['nested without end', `{"module":${'['.repeat(50_000)}`, 'json-too-deep'],
    ['cut off', text.slice(0, 300), 'json-broken'],
    ['no JSON', '<manifest/>', 'json-broken'],
  ])('%s: nothing is declared, the rest is read, and nobody calls it covered', async (_name, module, code) => {
    const facts = await inspectBytes(buildHap({ module, abc: BYTECODE }));
    expect(facts).toMatchObject({ format: 'hap', identity: { packageName: null }, coverage: { level: 'none' } });
    expect(facts.gaps).toEqual([expect.objectContaining({ code, affects: 'manifest' })]);
    expect(facts.scripts[0]?.modules).toEqual(['@ohos.geoLocationManager']);
  });

  test('values of the wrong kind are none', async () => {
    const module = moduleJson(
      { versionCode: 1e300, bundleName: ['x'], minAPIVersion: '12', debug: 'yes' },
      { abilities: {}, requestPermissions: [1, null, { name: '' }], deviceTypes: 'phone' },
    );
    const facts = await inspectBytes(buildHap({ module }));
    expect(facts).toMatchObject({
      identity: { packageName: null, versionCode: null },
      permissions: [],
      components: [],
      harmony: { minApiVersion: 12, deviceTypes: [], debug: false },
      gaps: [],
    });
  });

  test('a byte order mark is none of it', async () => {
    expect((await inspectBytes(buildHap({ module: `\ufeff${text}` }))).identity.packageName).toBe('com.example.app');
  });
});

test('ten thousand of everything stay within what facts keep', async () => {
  const many = <T>(make: (index: number) => T) => Array.from({ length: 30_000 }, (_, index) => make(index));
  const module = moduleJson(
    {},
    {
      requestPermissions: many((index) => ({ name: `ohos.permission.P${index}`, reason: 'x'.repeat(index === 0 ? 2000 : 20) })),
      abilities: many((index) => ({ name: `A${index}` })),
      metadata: many((index) => ({ name: `m${index}`, value: 'y' })),
    },
  );
  const facts = await inspectBytes(buildHap({ module, index: { layout: 2, directories: [] } }));
  expect(facts.permissions.length).toBeLessThanOrEqual(5000);
  expect(facts.components.length).toBeLessThanOrEqual(20_000);
  expect(facts.application.metaData).toHaveLength(200);
  expect(facts.permissions[0]?.reason?.zh).toHaveLength(1024);
});

test('bytecode that is broken is a gap and not read to the end', async () => {
  const facts = await inspectBytes(buildHap({ module: moduleJson(), abc: Buffer.from('PANDA\0\0\0 and then nothing') }));
  expect(facts).toMatchObject({ coverage: { level: 'partial' }, scripts: [{ runtime: 'arkts', modules: [] }] });
  expect(facts.gaps).toEqual([expect.objectContaining({ code: 'truncated', affects: 'code' })]);
  expect(facts.coverage.reasons.map(({ en }) => en)).toContain('not read to the end: ets/modules.abc');
});
