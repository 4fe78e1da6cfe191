import { buildApk } from '../../services/cli/building/apk.ts';
import { buildDex } from '../../services/cli/building/dex.ts';
import { buildZip } from '../../services/cli/building/zip.ts';
import { inspectBytes } from '../fixtures/source.ts';

/** Code and scripts of a few kilobytes that are made to be read for hours, or to fill the memory. */
const DEVICE_ID = 'Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;';

test('prototypes of parameters whose names do not end are not taken apart as text', async () => {
  const long = [`L${'L'.repeat(1000)};`, `L${'L'.repeat(999)}M;`] as const;
  const prototypes = Array.from({ length: 60 }, (_, i) =>
    Array.from({ length: 30 }, (_, bit) => long[(i >>> (bit % 6)) & 1]!).join(''),
  );
  const calls = prototypes.map((parameters, i) => `Lx/X;->m${i}(${parameters})V`);
  const dex = buildDex([
    {
      name: 'com.example.Main',
      superclass: 'android.app.Activity',
      methods: [{ name: 'onCreate', calls: [...calls, DEVICE_ID] }],
    },
  ]);
  for (const name of long) {
    const at = dex.indexOf(name);
    expect(at).toBeGreaterThan(0);
    dex.write('L', at + name.length - 1);
  }
  const components = [{ kind: 'activity' as const, name: '.Main', launcher: true }];
  const facts = await inspectBytes(buildApk({ packageName: 'com.example', components, entries: { 'classes.dex': dex } }));
  expect(facts.code.apiUses).toHaveLength(1);
  expect(facts.gaps).toEqual([]);
});

test('a uni-app manifest of millions of values is given up, with a gap; what other scripts call is told', async () => {
  const values = `{"permissions":{"Geolocation":{}},"x":[${'{},'.repeat(1_200_000)}{}]}`;
  const entries = { 'assets/apps/a/www/manifest.json': values, 'assets/apps/a/www/app-service.js': 'uni.getLocation()' };
  const facts = await inspectBytes(buildApk({ packageName: 'com.example', entries }));
  expect(facts.gaps.map(({ code }) => code)).toContain('json-too-large');
  expect(facts.scripts.flatMap(({ apis }) => apis)).toContain('uni.getLocation');
});

test('names of a known global that nobody looks for are stepped over', async () => {
  const names = Array.from({ length: 300_000 }, (_, i) => `navigator.x${i}.b.c.d`).join(' ');
  const entries = { 'assets/a.js': `${names} navigator.geolocation.getCurrentPosition()` };
  const facts = await inspectBytes(buildApk({ packageName: 'com.example', entries }));
  expect(facts.scripts.flatMap(({ apis }) => apis)).toEqual(['navigator.geolocation']);
});

test('packages within the package share what is unpacked of them: forty that are each as dear as can be cost as one', async () => {
  const objects = `"x":[${'{"":0},'.repeat(120_000)}{}]`;
  const declaration = `{"app":{"bundleName":"com.inner"},"module":{"name":"entry","type":"entry",${objects}}}`;
  const filler = Buffer.alloc(6 << 20, ' ');
  const hap = buildZip([
    { name: 'pack.info', data: Buffer.from('{}') },
    { name: 'module.json', data: Buffer.concat([Buffer.from(declaration), filler]) },
  ]);
  const plugins = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`assets/p${String(i).padStart(2, '0')}.hap`, hap]));
  const facts = await inspectBytes(
    buildApk({ packageName: 'com.example', entries: plugins, classes: [{ name: 'com.example.A' }] }),
  );
  expect(facts.nestedCount).toBe(30);
  const told = facts.nested.filter(({ packageName }) => packageName === 'com.inner');
  expect(told.length).toBeGreaterThanOrEqual(8);
  expect(told.length).toBeLessThan(12);
  expect(facts.coverage.level).toBe('partial');
});
