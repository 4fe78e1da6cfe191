/** HAPs, App Packs and quick apps that were cut, changed or stuffed: facts come out of all of them. */
import fc from 'fast-check';
import { makeIdentity } from '../../services/cli/building/certificate.ts';
import { buildZip } from '../../services/cli/building/zip.ts';
import { LIMITS } from '../../shared/inspection/limits.ts';
import { buildHap, moduleJson } from '../fixtures/hap.ts';
import { corpus } from '../fixtures/packages.ts';
import { buildRpk, rpkManifest } from '../fixtures/rpk.ts';
import { inspectBytes } from '../fixtures/source.ts';

const ec = makeIdentity('EC', [['CN', 'Developer']]);
const rsa = makeIdentity('RSA', [['CN', 'Developer']]);
const INDEX = [{ values: [{ id: 16777216, type: 'string' as const, name: 'app_name', value: 'Example' }] }];
const hap = (layout: 1 | 2) =>
  buildHap({
    module: moduleJson({}, { requestPermissions: [{ name: 'ohos.permission.CAMERA', reason: '$string:app_name' }] }),
    index: { layout, directories: INDEX },
    abc: { records: [{ name: 'a', requests: ['@ohos:deviceInfo'] }], strings: ['ODID'] },
    packInfo: { summary: {} },
    signing: { identity: ec },
  });
const rpk = buildRpk({
  manifest: rpkManifest(),
  files: { 'app.js': 'var a;' },
  signing: { identity: rsa, pairs: ['sections', 'files'] },
});
const PACKAGES: [string, Buffer][] = [
  ['a HAP with the first layout of resources', hap(1)],
  ['a HAP with the second layout of resources', hap(2)],
  ['a quick app', rpk],
  [
    'an App Pack',
    buildZip([
      { name: 'pack.info', data: Buffer.from('{"summary":{},"packages":[]}') },
      { name: 'entry.hap', data: hap(1), stored: true },
    ]),
  ],
];
const KNOWN = ['hap', 'hsp', 'app', 'rpk', 'zip', 'jar'];

describe.each(PACKAGES)('%s', (name, bytes) => {
  test('with any bytes changed gives facts', async () => {
    const change = fc.tuple(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const changed = Buffer.from(bytes);
        for (const [at, value] of changes) changed[at] = value;
        const facts = await inspectBytes(changed);
        expect(KNOWN).toContain(facts.format);
        expect(facts.gaps.filter(({ code }) => code === 'reader-failed')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('cut anywhere gives facts', async () => {
    for (let length = 0; length < bytes.length; length += Math.ceil(bytes.length / 25)) {
      const facts = await inspectBytes(bytes.subarray(0, length));
      // The module in a pack that is cut is whole, and is what is left.
      if (name !== 'an App Pack') expect(facts.coverage.level).toBe('none');
      else expect(facts.coverage.level).not.toBe('full');
    }
  });
});

const HOSTILE: [string, () => Buffer][] = [
  [
    'a HAP of ten thousand scripts',
    () =>
      buildHap({
        module: moduleJson(),
        files: Object.fromEntries(
          Array.from({ length: 10_000 }, (_, i) => [`assets/js/p${i}.js`, `$app_require$("@app-module/system.m${i}")`]),
        ),
      }),
  ],
  [
    'a quick app of a thousand subpackages',
    () =>
      buildRpk({
        manifest: rpkManifest(),
        files: Object.fromEntries(
          Array.from({ length: 1000 }, (_, i) => [`p${i}.srpk`, buildZip([{ name: `p${i}.js`, data: Buffer.from('x') }])]),
        ),
      }),
  ],
  [
    'an App Pack of three hundred modules with a megabyte of declaration each',
    () => {
      const fat = buildHap({
        module: moduleJson(
          {},
          { metadata: Array.from({ length: 20_000 }, (_, i) => ({ name: `n${i}`, value: 'v'.repeat(20) })) },
        ),
        index: { layout: 1, directories: INDEX },
      });
      return buildZip([
        { name: 'pack.info', data: Buffer.from('{}') },
        ...Array.from({ length: 300 }, (_, i) => ({ name: `m${i}.hap`, data: fat })),
      ]);
    },
  ],
];

test.each(HOSTILE)(
  '%s stays within what facts keep',
  async (_name, build) => {
    const facts = await inspectBytes(build());
    expect(facts.scripts.length).toBeLessThanOrEqual(LIMITS.assetScriptsKept);
    expect(facts.modules.length).toBeLessThanOrEqual(LIMITS.parts + 1);
    expect(facts.application.metaData.length).toBeLessThanOrEqual(LIMITS.jsonList);
    expect(facts.coverage.level).not.toBe('full');
  },
  60_000,
);

const real = [...corpus('hap'), ...corpus('rpk')];
(real.length > 0 ? test : test.skip)('real packages stuffed with a lie in any size of their directory give facts', async () => {
  const { readFileSync } = await import('node:fs');
  const smallest = real.map((path) => readFileSync(path)).sort((a, b) => a.length - b.length)[0]!;
  for (let at = smallest.length - 200; at < smallest.length - 4; at += 4) {
    const changed = Buffer.from(smallest);
    changed.writeUInt32LE(0xfffffffe, at);
    expect(KNOWN).toContain((await inspectBytes(changed)).format);
  }
});
