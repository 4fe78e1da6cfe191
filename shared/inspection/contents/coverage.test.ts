import type { ApiUse } from '../../domain/facts/package.ts';
import { assessCoverage, type CoverageInput } from './coverage.ts';

const clean: CoverageInput = {
  manifest: true,
  hasCode: true,
  dexRead: 1,
  dexUnread: [],
  packers: [],
  frameworks: [],
  dynamicLoading: [],
  scripts: [],
  hidden: [],
  unread: [],
  missingSplits: [],
  declaredClasses: 4,
  undefinedClasses: [],
};
const level = (input: Partial<CoverageInput>) => assessCoverage({ ...clean, ...input }).level;
const packers = [{ packer: '某加固', evidence: 'lib/arm64-v8a/libjiagu.so' }];

function loading(target: string, ...callers: string[]): ApiUse {
  const sites = callers.map((name) => ({ class: name, method: 'load', offset: 0, dex: 'classes.dex' }));
  return { target, apis: [], permissions: [], piTypes: [], count: callers.length, callers: sites };
}
const DEX_LOADER = 'Ldalvik/system/DexClassLoader;-><init>';
const PATH_LOADER = 'Ldalvik/system/PathClassLoader;-><init>';

test('everything read: full, without reasons', () => {
  expect(assessCoverage(clean)).toEqual({ level: 'full', reasons: [] });
});

test.each<[string, Partial<CoverageInput>, string]>([
  ['no readable DEX', { dexRead: 0, dexUnread: ['classes.dex'] }, 'none'],
  ['no DEX at all although the app says it has code', { dexRead: 0 }, 'none'],
  ['no DEX in an app that says it has none', { dexRead: 0, hasCode: false }, 'full'],
  ['no manifest and no DEX', { dexRead: 0, manifest: false }, 'none'],
  ['one of two DEX unreadable', { dexUnread: ['classes2.dex'] }, 'partial'],
  ['packed, most declared classes missing', { packers, undefinedClasses: ['a.A', 'a.B', 'a.C'] }, 'none'],
  ['packed, nothing declared to compare with', { packers, declaredClasses: 0 }, 'none'],
  ['hardened, but the declared classes are there', { packers }, 'partial'],
  ['most declared classes missing without a known packer', { undefinedClasses: ['a.A', 'a.B', 'a.C'] }, 'partial'],
  ['one declared class missing', { undefinedClasses: ['a.A'] }, 'full'],
  ['a foreign runtime', { frameworks: ['flutter'] }, 'partial'],
  ['a DEX file that only the app can load', { hidden: ['assets/plugin.apk!classes.dex'] }, 'partial'],
  ['further code that was not read', { unread: ['assets/plugin.jar'] }, 'partial'],
  ['a split that is not there', { missingSplits: ['config.arm64_v8a'] }, 'partial'],
])('%s', (_name, input, expected) => {
  expect(level(input)).toBe(expected);
});

test('reasons name the evidence in both languages', () => {
  const { reasons } = assessCoverage({ ...clean, packers, declaredClasses: 0 });
  expect(reasons).toHaveLength(1);
  expect(reasons[0]!.zh).toContain('某加固');
  expect(reasons[0]!.en).toContain('libjiagu.so');
});

test('each runtime says what of it was read', () => {
  const { reasons } = assessCoverage({
    ...clean,
    frameworks: ['flutter', 'react-native'],
    scripts: [{ entry: 'assets/index.android.bundle', runtime: 'hermes' }],
  });
  expect(reasons.map(({ en }) => en)).toEqual([
    'the logic is Dart compiled to machine code (Flutter); only its texts were taken',
    'the script is compiled to Hermes bytecode (assets/index.android.bundle); only its texts were taken',
    "the app's logic runs in react-native, whose code was searched as text and not analysed",
  ]);
});

test.each<[string, ApiUse[], string]>([
  ['multidex alone', [loading(DEX_LOADER, 'androidx.multidex.MultiDex$V14', 'android.support.multidex.MultiDex')], 'full'],
  ['Play services glue alone', [loading(PATH_LOADER, 'com.google.android.gms.dynamite.zzd')], 'full'],
  ['a plug-in framework', [loading(DEX_LOADER, 'androidx.multidex.MultiDex', 'com.example.plugin.Loader')], 'partial'],
  ['a hot-fix framework', [loading(PATH_LOADER, 'com.tencent.tinker.loader.AndroidNClassLoader')], 'partial'],
  ['a class whose name only resembles a support library', [loading(DEX_LOADER, 'androidx.multidexevil.A')], 'partial'],
  ['listing the classes of a DexFile', [loading('Ldalvik/system/DexFile;->loadDex', 'com.example.router.ClassUtils')], 'full'],
  ['taking classes out of a DexFile', [loading('Ldalvik/system/DexFile;->loadClass', 'com.example.fix.Fix')], 'partial'],
  [
    'more calls than are known, all known ones harmless',
    [{ ...loading(DEX_LOADER, 'androidx.multidex.MultiDex'), count: 40 }],
    'partial',
  ],
])('loading at run time: %s', (_name, dynamicLoading, expected) => {
  expect(level({ dynamicLoading })).toBe(expected);
});
