import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { answersOf } from '../../services/cli/evaluation/sdk/judge.ts';
import { readRealPackages } from '../../services/cli/evaluation/sdk/real-packages.ts';
import { scoreOf } from '../../services/cli/evaluation/sdk/score.ts';
import { sourceOf } from '../../services/cli/evaluation/sdk/vendor-archive.ts';
import { inspectPackage } from '../../shared/inspection/index.ts';
import { knowledge } from '../../shared/knowledge/index.ts';

const CORPUS = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));
const inCorpus = existsSync(CORPUS) ? test : test.skip;

/** One of each kind: SDKs of China, Google's, plain libraries, an app without any, other formats. `npm run eval:sdk` takes them all. */
const SOME = [
  'apk/BuglyDevTeam_Bugly-Android-Demo.app-release.f6604d59.apk',
  'apk/MobClub_ShareSDK-for-Android.Sample.05fecd60.apk',
  'apk/androguard_androguard.com.example.android.wearable.wear.weardrawers.3a15c9d5.apk',
  'apk/android-cn_android-open-project-demo.android-view-hover-demo-release.ff7317e6.apk',
  'apk/androguard_androguard.com.teleca.jamendo_35.44e880a1.apk',
  'hap/openharmony_applications_hap.Clock_Demo.08ca1992.hap',
];

// Skipped where the machine does not have the corpus: its packages are not ours to keep.
inCorpus.each(SOME)('%s shows the SDKs that a person found in it, and no others', async (name) => {
  const one = readRealPackages(CORPUS, 'node_modules').find((real) => real.name === name)!;
  const bytes = one.read()!;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const facts = await inspectPackage(sourceOf(bytes), { sha256, knowledge, reading: 'full' });
  expect(scoreOf(one.truth, answersOf(facts, knowledge).answers)).toMatchObject({ missed: [], wrong: [] });
});
