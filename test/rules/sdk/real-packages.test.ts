import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { loadRules } from '../../../shared/checks/registry.ts';
import { runCheck } from '../../../shared/checks/run.ts';
import type { PackageFacts } from '../../../shared/domain/facts/package.ts';
import { inspectPackage } from '../../../shared/inspection/index.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import { detectSdks } from '../../../shared/knowledge/sdks/detection/detect.ts';
import { NEUTRAL_LISTING, NEUTRAL_POLICY } from '../support/facts.ts';

/** SDK detection and rules on packages that people really built: our fixtures cannot invent how SDKs look in one. */
const root = new URL('../../../', import.meta.url);
const corpus = new URL('../shared/corpus/apk/', root);

async function inspect(file: URL): Promise<PackageFacts> {
  const bytes = await readFile(file);
  const source = { size: bytes.length, read: async (offset: number, length: number) => bytes.subarray(offset, offset + length) };
  return inspectPackage(source, { sha256: '0'.repeat(64), knowledge });
}

const present = (facts: PackageFacts) =>
  detectSdks(facts, knowledge)
    .filter(({ level, confidence }) => level !== 'declared' && confidence === 'high')
    .map(({ sdk }) => sdk.id);

async function findings(facts: PackageFacts): Promise<string[]> {
  const report = runCheck(
    'sdk',
    await loadRules(),
    { package: facts, policy: NEUTRAL_POLICY, listing: NEUTRAL_LISTING },
    knowledge,
  );
  return report.findings.map(({ rule, message, subject, severity }) => `${severity} ${rule} ${message} ${subject}`);
}

describe('packages of the development dependencies', () => {
  test('an app with Play services and open-source libraries gives no SDK rule a reason to speak', async () => {
    const facts = await inspect(new URL('node_modules/io.appium.settings/apks/settings_apk-debug.apk', root));
    expect(present(facts)).toEqual(expect.arrayContaining(['apache-commons', 'google-location', 'google-play-services']));
    expect(await findings(facts)).toEqual([]);
  });

  test('an app without SDKs has none', async () => {
    const facts = await inspect(new URL('node_modules/android-apidemos/apks/ApiDemos-debug.apk', root));
    expect(present(facts)).toEqual([]);
    expect(await findings(facts)).toEqual([]);
  });
});

const inCorpus = existsSync(corpus) ? describe : describe.skip;
inCorpus('packages of the corpus (skipped where ../shared/corpus is absent)', () => {
  test('a demo of a crash reporter', async () => {
    const facts = await inspect(new URL('BuglyDevTeam_Bugly-Android-Demo.app-release.f6604d59.apk', corpus));
    expect(present(facts)).toEqual(['bugly', 'tinker']);
    expect(await findings(facts)).toEqual(['reject sdk/undisclosed silent bugly']);
  });

  test('a demo of a sharing SDK that brings others along and starts by itself', async () => {
    const facts = await inspect(new URL('MobClub_ShareSDK-for-Android.app-release.70799998.apk', corpus));
    expect(present(facts)).toEqual(['douyin-open', 'fastjson', 'mob-core', 'sharesdk', 'weibo']);
    expect(await findings(facts)).toEqual([
      'reject sdk/undisclosed silent sharesdk',
      'review sdk/pre-consent-component collecting mob-core com.mob.MobProvider',
      'review sdk/undisclosed unsure weibo',
      'warn sdk/known-bad-version fault fastjson <1.2.83',
    ]);
  });
});
