import { buildApk } from '../../services/cli/building/apk.ts';
import { writeBinaryXml, type XmlElement } from '../../services/cli/building/axml.ts';
import { makeIdentity } from '../../services/cli/building/certificate.ts';
import { buildDex } from '../../services/cli/building/dex.ts';
import { signApk } from '../../services/cli/building/sign.ts';
import { buildZip } from '../../services/cli/building/zip.ts';
import { inspectBytes } from '../fixtures/source.ts';

/** Packages of a few kilobytes that are made to become facts of many megabytes. */
const LONG = 'z'.repeat(1000);
const PERMISSION: XmlElement = { name: 'uses-permission', android: { name: 'android.permission.CAMERA' } };
const many = (count: number, element: XmlElement): XmlElement[] => Array.from({ length: count }, () => element);

function packageOf(children: XmlElement[], application: XmlElement[]): Buffer {
  const manifest = writeBinaryXml({
    name: 'manifest',
    plain: { package: 'com.example' },
    children: [...children, { name: 'application', children: application }, PERMISSION],
  });
  return buildZip([{ name: 'AndroidManifest.xml', data: manifest }]);
}

test.each<[string, XmlElement[], XmlElement[]]>([
  ['queried packages', [{ name: 'queries', children: many(40_000, { name: 'package', android: { name: LONG } }) }], []],
  [
    'queried providers',
    [{ name: 'queries', children: many(20_000, { name: 'provider', android: { authorities: 'a;'.repeat(500) } }) }],
    [],
  ],
  ['meta-data', [], many(40_000, { name: 'meta-data', android: { name: LONG, value: LONG } })],
  ['components', [], many(20_000, { name: 'service', android: { name: `.${LONG}`, permission: LONG, process: `:${LONG}` } })],
  [
    'actions',
    [],
    [
      {
        name: 'receiver',
        android: { name: '.R' },
        children: many(1, { name: 'intent-filter', children: many(40_000, { name: 'action', android: { name: LONG } }) }),
      },
    ],
  ],
])('%s that repeat one long text are cut, and hide no permission', async (_name, children, application) => {
  const facts = await inspectBytes(packageOf(children, application));
  expect(facts.permissions.map(({ name }) => name)).toEqual(['android.permission.CAMERA']);
  expect(facts.gaps.map(({ code, affects }) => [code, affects])).toContainEqual(['manifest-text-too-long', 'manifest']);
  expect(JSON.stringify(facts).length).toBeLessThan(10_000_000);
});

test('a serial number and a name without end are cut', async () => {
  const subject = Array.from({ length: 20 }, (): ['CN', string] => ['CN', LONG]);
  const identity = makeIdentity('EC', subject, Buffer.alloc(10_000, 0x7f));
  const facts = await inspectBytes(signApk(buildApk({ packageName: 'com.example' }), [identity]));
  const certificate = facts.signing.signers[0]!.certificates[0]!;
  expect(certificate.subject).toHaveLength(4096);
  expect(certificate.issuer).toHaveLength(4096);
  expect(certificate.serial).toBe('7f'.repeat(64));
});

test('a broken class hides neither the classes behind it nor the hosts', async () => {
  const dex = buildDex([
    { name: 'a.A', methods: [{ name: 'run' }] },
    {
      name: 'com.example.B',
      methods: [
        { name: 'run', strings: ['https://api.example.com/v1'], calls: ['Landroid/telephony/TelephonyManager;->getDeviceId()V'] },
      ],
    },
  ]);
  dex.writeUInt32LE(dex.length - 1, dex.readUInt32LE(100) + 24);
  const facts = await inspectBytes(buildApk({ packageName: 'com.example', entries: { 'classes.dex': dex } }));
  expect(facts.gaps.map(({ code }) => code)).toContain('dex-class-data');
  expect(facts.code.hosts).toEqual(['api.example.com']);
  expect(facts.code.apiUses.map(({ target }) => target)).toEqual(['Landroid/telephony/TelephonyManager;->getDeviceId']);
  expect(facts.coverage.level).not.toBe('full');
});

test('a comment full of end records does not hide the archive', async () => {
  const comment = Buffer.from('PK\x05\x06'.repeat(16_383), 'latin1');
  const facts = await inspectBytes(buildApk({ packageName: 'com.example', lies: { archive: { comment } } }));
  expect(facts.identity.packageName).toBe('com.example');
  expect(facts.tampering.map(({ trick }) => trick)).toContain('false-end-record');
});
