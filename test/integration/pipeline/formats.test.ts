import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { makeIdentity } from '../../../services/cli/building/certificate.ts';
import { buildZip } from '../../../services/cli/building/zip.ts';
import type { ListingFacts } from '../../../shared/domain/facts/listing.ts';
import type { PackageFacts } from '../../../shared/domain/facts/package.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import { INSPECTOR_VERSION } from '../../../shared/inspection/index.ts';
import { packageFactsSchema } from '../../../shared/inspection/schema/package-facts.ts';
import { buildAab } from '../../fixtures/aab.ts';
import { buildHap, type HapRecipe, moduleJson } from '../../fixtures/hap.ts';
import { buildRpk, rpkManifest } from '../../fixtures/rpk.ts';
import { chinese, processor, signer } from '../../fixtures/sample-set.ts';
import { releaseProfile, signHap } from '../../fixtures/sign-hap.ts';
import { buildSplit, packSet, type SplitRecipe, writeToc } from '../../fixtures/split-set.ts';
import { BACKENDS } from './backends.ts';
import { type RunningPipeline, runPipeline } from './running-pipeline.ts';

const NAME = '示例工具';
const PACKAGE = 'com.example';
const POLICY = readFileSync(new URL('../../../services/cli/samples/policies/self-check.html', import.meta.url), 'utf8')
  .replaceAll('连接自检工具', NAME)
  .replaceAll('io.appium.uiautomator2.server.test', PACKAGE);
const LISTING: ListingFacts = {
  schema: 'listing-facts/1',
  ...(JSON.parse(
    readFileSync(new URL('../../../services/cli/samples/listings/self-check.json', import.meta.url), 'utf8'),
  ) as Omit<ListingFacts, 'schema'>),
};

/** An app that asks for nothing, in every container that there is. */
const app = {
  versionName: '3.0',
  minSdk: 24,
  targetSdk: 33,
  components: [{ kind: 'activity', name: '.Main', launcher: true, exported: true }],
  classes: [{ name: 'com.example.Main' }],
} as const;
const base: SplitRecipe = { ...app, packageName: PACKAGE, signer, label: { default: NAME } };
const apks = {
  'base.apk': buildSplit(base),
  'config.zh.apk': buildSplit(chinese),
  'config.arm64_v8a.apk': buildSplit(processor),
};
const identity = makeIdentity('EC', [['CN', 'Developer']]);
const entry: HapRecipe = {
  module: moduleJson({ bundleName: PACKAGE, label: NAME, labelId: 0 }),
  abc: { records: [{ name: 'entry/a', requests: ['@ohos:deviceInfo'] }], strings: ['ODID'] },
  signing: { identity, profile: releaseProfile(identity, PACKAGE) },
};
const library: HapRecipe = {
  module: moduleJson({ bundleName: PACKAGE, label: NAME, labelId: 0 }, { name: 'library', type: 'shared', abilities: [] }),
  signing: entry.signing!,
};
const pack = { summary: { app: { bundleName: PACKAGE, version: { code: 1000000, name: '1.0.0' } }, modules: [] } };

const PACKAGES: Readonly<Record<string, Buffer>> = {
  apk: apks['base.apk'],
  aab: buildAab({ packageName: PACKAGE, modules: { base: { ...app, label: NAME } } }),
  apks: packSet({
    'toc.pb': writeToc({
      packageName: PACKAGE,
      variants: [{ number: 0, modules: [{ name: 'base', apks: { 'splits/base-master.apk': 'split' } }] }],
    }),
    'splits/base-master.apk': apks['base.apk'],
  }),
  xapk: packSet({
    'manifest.json': JSON.stringify({
      xapk_version: 2,
      package_name: PACKAGE,
      version_code: '1',
      split_apks: Object.keys(apks).map((file) => ({ file, id: file === 'base.apk' ? 'base' : file.replace('.apk', '') })),
    }),
    ...apks,
  }),
  apkm: packSet({ 'info.json': JSON.stringify({ apkm_version: 5, pname: PACKAGE, versioncode: '1', app_name: NAME }), ...apks }),
  hap: buildHap(entry),
  hsp: buildHap(library),
  app: signHap(
    buildZip([
      { name: 'pack.info', data: Buffer.from(JSON.stringify(pack)) },
      { name: 'entry-default.hap', data: buildHap(entry) },
      { name: 'library-default.hsp', data: buildHap(library) },
    ]),
    entry.signing!,
  ),
  rpk: buildRpk({
    manifest: rpkManifest({ package: PACKAGE, name: NAME }),
    files: { 'app.js': 'const d = $app_require$("@app-module/system.device"); d.getDeviceId({})' },
    signing: { identity: makeIdentity('RSA', [['CN', 'Developer']]) },
  }),
};
const ANDROID = ['apk', 'aab', 'apks', 'xapk', 'apkm'];
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

let running: RunningPipeline;
let site: Server;
let decided: ReadonlyMap<string, { readonly facts: PackageFacts; readonly verdict: Verdict }>;

beforeAll(async () => {
  running = await runPipeline(BACKENDS[0]!);
  const { objects, database, pipeline } = running.ports;
  site = createServer((request, response) => void response.end(PACKAGES[request.url!.slice('/app.'.length)]));
  await new Promise<void>((resolve) => void site.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  const policy = Buffer.from(POLICY);
  const objectKey = `policies/${sha256(policy)}`;
  await objects.put(objectKey, Readable.from([policy]), { size: policy.length });
  running.work();
  const submit = async (format: string) => {
    // A store of its own each: in one, whichever is approved first would be the version before of all the others.
    const store = await database.stores.create(`store of ${format}`);
    const submission = await running.keep(Buffer.from('unrelated'), {
      storeId: store.id,
      state: 'received',
      packageSha256: null,
      origin: { kind: 'url', url: `${origin}/app.${format}` },
      policyDocument: { sha256: sha256(policy), objectKey, mediaType: 'text/html', fileName: 'p.html', bytes: policy.length },
      listing: { ...LISTING, app: { ...LISTING.app, name: NAME, packageName: PACKAGE } },
    });
    await pipeline.advance(submission);
    const done = await running.reaches(submission.id, 'notified', 'failed');
    if (done.state === 'failed') throw new Error(`${format}: ${JSON.stringify(done.failure)}`);
    const facts = await database.facts.package(sha256(PACKAGES[format]!), INSPECTOR_VERSION);
    return [format, { facts: facts!, verdict: (await database.reviews.verdict(done.id))!.verdict }] as const;
  };
  decided = new Map(await Promise.all(Object.keys(PACKAGES).map(submit)));
});
afterAll(async () => {
  site?.closeAllConnections();
  site?.close();
  await running?.close();
});

test.each(Object.keys(PACKAGES))('%s: fetched, told by content, inspected by ranges, its facts kept', async (format) => {
  const { facts } = decided.get(format)!;
  expect(facts).toMatchObject({ format, sha256: sha256(PACKAGES[format]!), identity: { packageName: PACKAGE }, gaps: [] });
  expect(packageFactsSchema.parse(facts)).toEqual(facts);
  expect(await running.ports.database.packages.find(facts.sha256)).toMatchObject({ format, bytes: facts.size });
  expect(await running.ports.database.packages.contentDigests(facts.sha256)).not.toBeNull();
  // A bundle is signed by the store that delivers it.
  expect(facts.signing.verified).toBe(format === 'aab' ? 'not-checked' : 'valid');
});

test.each(ANDROID)('%s: an honest Android app is approved, whatever it came in', (format) => {
  const { verdict } = decided.get(format)!;
  expect(verdict.findings.filter(({ severity }) => severity !== 'warn')).toEqual([]);
  expect(verdict).toMatchObject({ decision: 'approve', coverage: { level: 'full' }, checks: { missing: [], notAssessed: [] } });
});

test.each(['hap', 'hsp', 'app', 'rpk'])(
  '%s: an app of another platform is held, and never for what only Android has',
  (format) => {
    const { verdict } = decided.get(format)!;
    expect(verdict.decision).toBe('review');
    expect(verdict.findings.filter(({ severity }) => severity !== 'warn')).toEqual([]);
    expect(verdict.checks).toMatchObject({ missing: [] });
    expect(new Set(verdict.checks.notAssessed.flatMap(({ missing }) => missing))).toEqual(new Set(['android']));
    const told = JSON.stringify(verdict.findings.map(({ text }) => text));
    expect(told).not.toMatch(/DEX|AndroidManifest|targetSdk/);
  },
);
