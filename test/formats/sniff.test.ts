import { buildApk } from '../../services/cli/building/apk.ts';
import { buildZip } from '../../services/cli/building/zip.ts';
import { InputError } from '../../shared/domain/errors.ts';
import { sniffFormat } from '../../shared/inspection/index.ts';
import { bytesSource, inspectBytes } from '../fixtures/source.ts';

const archive = (entries: Record<string, string>) =>
  buildZip(Object.entries(entries).map(([name, text]) => ({ name, data: Buffer.from(text) })));
/** The head of an encrypted APKM: costs and sizes as the tools of its time wrote them. */
function encryptedApkm(): Buffer {
  const head = Buffer.alloc(200, 0xa7);
  head.set([1, 2], 0);
  for (const [at, value] of [
    [2, 6n],
    [10, 0x8000000n],
    [18, 0x10000n],
  ] as const)
    head.writeBigUInt64LE(value, at);
  return head;
}
const sniff = (bytes: Uint8Array) => sniffFormat(bytesSource(bytes));

test.each<[string, Record<string, string>]>([
  ['apk', { 'AndroidManifest.xml': '', 'classes.dex': '' }],
  ['apk', { 'classes.dex': '', 'resources.arsc': '' }],
  ['aab', { 'BundleConfig.pb': '', 'base/manifest/AndroidManifest.xml': '' }],
  ['apks', { 'toc.pb': '', 'splits/base-master.apk': '' }],
  ['apks', { 'base.apk': '', 'split_config.zh.apk': '' }],
  ['xapk', { 'manifest.json': '{"package_name":"a.b"}', 'a.b.apk': '' }],
  ['apks', { 'toc.pb': '', 'universal.apk': '' }],
  ['apks', { 'toc.pb': '', 'standalones/standalone-hdpi.apk': '' }],
  ['apks', { 'splits/base-master.apk': '', 'splits/base-zh.apk': '' }],
  ['apks', { 'base.apk': '', 'meta.sai_v2.json': '{}' }],
  ['apks', { 'com.example.apk': '', 'config.arm64_v8a.apk': '' }],
  ['xapk', { 'manifest.json': '{"xapk_version":2,"package_name":"a.b"}', 'base.apk': '', 'config.zh.apk': '', 'icon.png': '' }],
  ['apkm', { 'info.json': '{"apkm_version":5,"pname":"a.b"}', 'base.apk': '' }],
  ['apk', { 'AndroidManifest.xml': '', 'classes.dex': '', 'manifest.json': '{"package_name":"a.b"}', 'inner.apk': '' }],
  ['apk', { 'AndroidManifest.xml': '', 'info.json': '{"pname":"a.b"}', 'base.apk': '', 'split_config.zh.apk': '', 'toc.pb': '' }],
  ['hap', { 'module.json': '{"module":{"type":"entry"}}', 'pack.info': '{}' }],
  ['hap', { 'config.json': '{"app":{"bundleName":"a.b"}}', 'assets/x': '' }],
  ['hsp', { 'module.json': '{"module":{"type":"shared"}}', 'pack.info': '{}' }],
  ['app', { 'pack.info': '{}', 'entry-default.hap': '', 'lib.hsp': '' }],
  ['rpk', { 'manifest.json': '{"package":"a.b","minPlatformVersion":1050}', 'app.js': '' }],
  ['ipa', { 'Payload/Demo.app/Info.plist': '' }],
  ['jar', { 'META-INF/MANIFEST.MF': '', 'a/B.class': '' }],
  ['zip', { 'AndroidManifest.xml': '<manifest/>', 'classes.jar': '', 'R.txt': '' }],
  ['zip', { 'manifest.json': '{"name":"web page"}', 'index.html': '' }],
  ['zip', { 'config.json': '{"port":80}' }],
  ['zip', { 'readme.txt': '' }],
  ['zip', { 'base.apk': '' }],
  ['zip', { 'one.apk': '', 'two.apk': '' }],
  ['zip', { 'manifest.json': '{"name":"downloads"}', 'app.apk': '' }],
  ['zip', { 'info.json': '{}', 'base.apk': '' }],
  ['zip', { 'toc.pb': '' }],
  ['zip', { 'BundleConfig.pb': '' }],
])('%s is told by content: %j', async (format, entries) => {
  const bytes = archive(entries);
  expect(await sniff(bytes)).toBe(format);
  expect((await inspectBytes(bytes)).format).toBe(format);
});

test('an empty archive is a zip', async () => {
  expect(await sniff(archive({}))).toBe('zip');
});

test.each<[string, Uint8Array]>([
  ['an empty file', Buffer.alloc(0)],
  ['a PDF document', Buffer.from('%PDF-1.7\n')],
  ['a bare DEX file', Buffer.from('dex\n035\0')],
  ['HTML or XML text', Buffer.from('\n <!doctype html><title>404</title>')],
  ['JSON text', Buffer.from('\ufeff{"error":"not found"}')],
  ['a RAR archive', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1')],
  ['a tar archive', Buffer.concat([Buffer.alloc(257, 'a'), Buffer.from('ustar\0')])],
  ['an old, encrypted APKM package, which cannot be read', encryptedApkm()],
  ['nothing but zero bytes', Buffer.alloc(5000)],
  ['unknown data (it begins with 0102030405060708)', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 9])],
])('%s is no package, and the error says so in both languages', async (found, bytes) => {
  const error = await sniff(bytes).catch((caught) => caught);
  expect(error).toBeInstanceOf(InputError);
  expect(error).toMatchObject({ code: 'not-a-package', text: { en: `not an app package: this is ${found}` } });
  expect(error.text.zh).toMatch(/^不是应用安装包：这是/);
  const facts = await inspectBytes(bytes);
  expect(facts.coverage.level).toBe('none');
  expect(facts.gaps.length).toBeGreaterThan(0);
});

test('a package whose end is missing is still the package it was meant to be', async () => {
  const bytes = buildApk({ packageName: 'com.example', classes: [{ name: 'com.example.A' }] });
  expect(await sniff(bytes.subarray(0, bytes.length - 30))).toBe('apk');
  expect(await sniff(archive({ 'readme.txt': 'x'.repeat(100) }).subarray(0, 40))).toBe('zip');
});

test('a description of more than a megabyte does not hide what it describes', async () => {
  const description = `{"package_name":"com.example","xapk_version":2,"filler":"${' '.repeat(2 << 20)}"}`;
  const set = buildZip([
    { name: 'manifest.json', data: Buffer.from(description) },
    { name: 'com.example.apk', data: buildApk({ packageName: 'com.example' }) },
  ]);
  expect((await inspectBytes(set)).format).toBe('xapk');
});
