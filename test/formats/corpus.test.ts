import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { sniffFormat } from '../../shared/inspection/index.ts';
import { corpus, DEPENDENCY_APKS } from '../fixtures/packages.ts';
import { bytesSource, inspectBytes, inspectFile } from '../fixtures/source.ts';

const named = (paths: readonly string[]) => paths.map((path) => [basename(path), path] as const);
const withCorpus = corpus('apk').length > 0 ? describe : describe.skip;
const reason = corpus('apk').length > 0 ? '' : ' (no corpus beside the repository)';

describe('real packages', () => {
  test.each(named(DEPENDENCY_APKS))('%s is read whole, by its parts', async (_name, path) => {
    const { facts, fetched } = await inspectFile(path);
    expect(facts.gaps).toEqual([]);
    expect(facts.tampering).toEqual([]);
    expect(facts.signing.signers.length).toBeGreaterThan(0);
    expect(facts.code.packages.length).toBeGreaterThan(0);
    // Directory, manifest, resources, layouts, code and signature, plus windows of neighbouring bytes; never the pictures beside them.
    if (facts.size > 4_000_000) expect(fetched).toBeLessThan(facts.size * 0.85);
  });

  test('the demo app as its source has it', async () => {
    const { facts } = await inspectFile(DEPENDENCY_APKS[0]!);
    expect(facts.identity).toMatchObject({ packageName: 'io.appium.android.apis', minSdk: 17, targetSdk: 33, compileSdk: 33 });
    expect(facts.application).toMatchObject({ className: 'io.appium.android.apis.ApiDemosApplication', debuggable: true });
    expect(facts.launcher).toBe('io.appium.android.apis.ApiDemos');
    expect(facts.code.packages.find(({ name }) => name === 'io.appium.android.apis.app')!.classes).toBeGreaterThan(100);
    const sms = facts.code.apiUses.find(({ target }) => target === 'Landroid/telephony/SmsManager;->sendTextMessage');
    expect(sms?.callers[0]?.class).toMatch(/^io\.appium\.android\.apis\./);
    expect(facts.signing.signers[0]!.certificates[0]!.debug).toBe(true);
    expect(facts.coverage).toMatchObject({ level: 'partial' });
    expect(facts.coverage.reasons[0]!.en).toContain('assets/HelloActivity.apk');
  });

  test('loading of modules by Play services glue alone leaves coverage full', async () => {
    const { facts } = await inspectFile(DEPENDENCY_APKS[1]!);
    expect(facts.code.dynamicLoading.map(({ target }) => target)).toContain('Ldalvik/system/DelegateLastClassLoader;-><init>');
    expect(facts.coverage).toEqual({ level: 'full', reasons: [] });
  });
});

withCorpus(`the corpus${reason}`, () => {
  test.each(named(corpus('apk')))('%s', async (_name, path) => {
    const { facts } = await inspectFile(path);
    expect(facts.gaps).toEqual([]);
    expect(facts.identity.packageName).toMatch(/^[\w.]+$/);
    expect(facts.identity.label.zh).not.toBeNull();
    expect(facts.code.dexFiles.length).toBeGreaterThan(0);
    expect(facts.coverage.level).not.toBe('none');
  });

  test.each(named(['hap', 'rpk'].flatMap((kind) => corpus(kind as 'hap'))))('%s is told by content', async (name, path) => {
    expect(await sniffFormat(bytesSource(readFileSync(path)))).toBe(name.slice(name.lastIndexOf('.') + 1));
    const { facts } = await inspectFile(path);
    expect(facts.gaps).toEqual([]);
    expect(facts.platform).toBe(name.endsWith('.hap') ? 'harmony' : 'quick-app');
    expect(facts.identity.packageName).toMatch(/^[\w.]+$/);
    expect(facts.scripts.length).toBeGreaterThan(0);
    expect(facts.coverage.level).toBe('partial');
  });

  test('a false length of an extra field hides nothing', async () => {
    const path = corpus('hostile').find((each) => each.includes('SIZE_ExtraField'))!;
    const { facts } = await inspectFile(path);
    expect(facts.identity).toMatchObject({ packageName: 'com.erev0s.minimal', versionName: '1.0', minSdk: 24, targetSdk: 33 });
    expect(facts.launcher).toBe('com.erev0s.minimal.MainActivity');
    expect(facts.tampering.map(({ trick, place }) => [trick, place])).toEqual([
      ['false-extra-length', 'AndroidManifest.xml'],
      ['local-header-differs', 'AndroidManifest.xml'],
    ]);
    expect(facts.gaps).toEqual([]);
    expect(facts.entries.count).toBe(23);
  });

  test('an end record far from the end of the file is found', async () => {
    const path = corpus('hostile').find((each) => each.includes('eocd_at_offset'))!;
    const { facts } = await inspectFile(path);
    expect(facts.identity).toMatchObject({ packageName: 'android.appsecurity.cts.tinyapp', versionName: '1.0', targetSdk: 23 });
    expect(facts.gaps).toEqual([]);
    expect(facts.entries.count).toBe(8);
  });
});

test('facts survive JSON and the same bytes give the same facts', async () => {
  const bytes = readFileSync(DEPENDENCY_APKS[2]!);
  const facts = await inspectBytes(bytes);
  expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
  expect(await inspectBytes(bytes)).toEqual(facts);
});
