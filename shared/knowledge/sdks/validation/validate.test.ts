import { knowledge } from '../../index.ts';
import type { SdkEntry } from '../entry.ts';
import { readRawSdkFiles } from '../read.ts';
import { SDK_CATEGORIES } from '../schema.ts';
import { describeProblem } from './problem.ts';
import { checkSdkFiles, validateSdks } from './validate.ts';

const NOTE = { source: 'Written for a test, as long as the schema wants a source to be.', confidence: 'high' };
const ENTRY = {
  id: 'vendor-push',
  name: { zh: '某厂推送SDK', en: 'Vendor Push SDK' },
  operator: { zh: '某厂有限公司', en: 'Vendor Ltd.' },
  category: 'push',
  prefixes: ['com.vendor.push'],
  collects: 'yes',
  confidence: 'high',
};

/** Problems of entries that differ from a good one by the given fields, dead categories aside. */
function problemsOf(...changes: object[]) {
  const entries = changes.map((change, index) => ({
    ...ENTRY,
    ...(index === 0 ? {} : { id: `other-${index}`, name: { zh: `别家${index}推送`, en: `Other ${index} Push` } }),
    ...(index === 0 ? {} : { prefixes: [`com.other${index}.push`] }),
    ...change,
  }));
  return checkSdkFiles(new Map([['mine.json', { ...NOTE, entries }]]), knowledge).filter((problem) => problem.file !== null);
}

test('a good entry has no problem, and its file may name its schema', () => {
  expect(problemsOf({})).toEqual([]);
  const file = { $schema: './sdks.schema.json', ...NOTE, entries: [ENTRY] };
  expect(checkSdkFiles(new Map([['mine.json', file]]), knowledge).map(({ field }) => field)).toEqual(['category']);
});

test('a category that no entry uses is dead', () => {
  const [problem] = checkSdkFiles(new Map([['mine.json', { ...NOTE, entries: [ENTRY] }]]), knowledge);
  expect(problem?.file).toBeNull();
  for (const category of SDK_CATEGORIES) expect(problem?.wrong.en.includes(category)).toBe(category !== 'push');
});

test('a problem names file, entry and field, what is wrong and how to mend it, in both languages', () => {
  const [problem] = problemsOf({ prefixes: ['com.baidu'] });
  expect(problem).toMatchObject({ file: 'mine.json', entry: 'vendor-push', field: 'prefixes' });
  expect(describeProblem(problem!)).toEqual({
    zh: 'mine.json → vendor-push → prefixes：“com.baidu”是整个厂商或托管平台的命名空间，会误认别的产品。改法：加上产品自己的那一段，例如 com.baidu.mobstat。',
    en: 'mine.json → vendor-push → prefixes: “com.baidu” is the namespace of a whole vendor or host and would take other products for this one. To mend: add the part of the product, as com.baidu.mobstat.',
  });
});

test.each<[string, object[], string, string]>([
  ['an id twice', [{}, { id: 'vendor-push' }], 'id', 'is used in'],
  ['a prefix of one part', [{ prefixes: ['vendor'] }], 'prefixes', 'no package prefix'],
  ['a prefix with a dot at its end', [{ prefixes: ['com.vendor.push.'] }], 'prefixes', 'no package prefix'],
  ['a short prefix', [{ prefixes: ['a.bc'] }], 'prefixes', 'too short'],
  ['the prefix of another', [{}, { prefixes: ['com.vendor.push'] }], 'prefixes', 'belongs to vendor-push (mine.json)'],
  [
    'a prefix inside another’s',
    [{}, { prefixes: ['com.vendor.push.core'] }],
    'prefixes',
    'lies inside the prefix “com.vendor.push”',
  ],
  ['a prefix inside its own', [{ prefixes: ['com.vendor.push', 'com.vendor.push.core'] }], 'prefixes', 'is covered by'],
  ['the name of another', [{}, { aliases: ['Vendor-PUSH'] }], 'aliases', 'is also one of vendor-push'],
  ['an everyday word', [{ aliases: ['推送'] }], 'aliases', 'everyday word'],
  ['a name of one letter', [{ aliases: ['+Q'] }], 'aliases', 'fewer than two letters'],
  [
    'a library that another brings',
    [{ nativeLibraries: ['libv.so'] }, { nativeLibraries: ['libv.so'] }],
    'nativeLibraries',
    'belongs to',
  ],
  ['a component that another starts', [{ components: ['com.v.P'] }, { autoStart: ['com.v.P'] }], 'components', 'belongs to'],
  [
    'a plugin of another',
    [{ plugins: { cordova: ['v-push'] } }, { plugins: { cordova: ['v-push'] } }],
    'plugins',
    'cordova: v-push',
  ],
  ['an unknown kind of information', [{ piTypes: ['device.imie'] }], 'piTypes', '“device.imie” is not among'],
  ['an unknown permission', [{ permissions: ['android.permission.NO'] }], 'permissions', 'is not among'],
  ['what it brings is unknown', [{ brings: ['nobody'] }], 'brings', '“nobody” is not among the ids'],
  [
    'what it brings brings it',
    [{ brings: ['other-1'] }, { brings: ['vendor-push'] }],
    'brings',
    'vendor-push → other-1 → vendor-push',
  ],
  ['a host with a scheme', [{ domains: ['https://v.com'] }], 'domains', 'not written'],
  ['coordinates with a version', [{ maven: ['com.v:push:1.0'] }], 'maven', 'not written'],
  ['coordinates that may be any', [{ maven: ['com.v'] }], 'maven', 'not written'],
  ['meta-data that may be any', [{ metaData: ['V*'] }], 'metaData', 'not written'],
  ['a library in a folder', [{ nativeLibraries: ['lib/arm64-v8a/libv.so'] }], 'nativeLibraries', 'not written'],
  ['a Flutter plugin with hyphens', [{ plugins: { flutter: ['v-push'] } }], 'plugins.flutter', 'not written'],
  ['a value twice', [{ domains: ['v.com', 'v.com'] }], 'domains', 'stands there twice'],
  ['nothing collected, yet kinds', [{ collects: 'no', piTypes: ['device.imei'] }], 'collects', 'yet lists'],
  ['nothing collected, yet profiles', [{ collects: 'no', profiling: true }], 'profiling', 'builds profiles'],
  ['a sure collector of nobody', [{ operator: null }], 'operator', 'no operator is named'],
  ['consent without a source', [{ consent: { start: ['com.vendor.push.V.init'] } }], 'source', 'not where that is documented'],
  ['a switch of nothing', [{ autoStartSwitch: 'v_auto_init' }], 'autoStartSwitch', 'nothing starts by itself'],
  ['a version elsewhere', [{ versionAt: ['com.elsewhere.V.VERSION'] }], 'versionAt', 'none of the entry’s prefixes'],
  [
    'consent elsewhere',
    [{ source: 'its guide', consent: { tell: ['com.else.V.agree'] } }],
    'consent.tell',
    'none of the entry’s',
  ],
  ['bounds the wrong way round', [{ badVersions: [{ ...bad(), from: '1.10', below: '1.9.5' }] }], 'badVersions.0', 'not lower'],
  ['no trace at all', [{ prefixes: [] }], 'prefixes', 'nothing tells'],
])('%s is a problem', (_, changes, field, text) => {
  const problems = problemsOf(...changes);
  expect(problems.map((problem) => problem.field)).toEqual([field]);
  expect(problems[0]?.wrong.en).toContain(text);
});

function bad() {
  return { below: '2.0', reason: { zh: '漏洞', en: 'A fault' }, source: 'https://example.com/notice', weight: 'warn' };
}

test('a prefix may lie inside one of an umbrella, and bounds may be open or in order', () => {
  expect(problemsOf({ umbrella: true }, { prefixes: ['com.vendor.push.core'] })).toEqual([]);
  expect(problemsOf({ badVersions: [bad(), { ...bad(), from: '1.9', below: '1.10' }] })).toEqual([]);
});

test.each<[string, object, string | null, string]>([
  ['a field that there is not', { colour: 'red' }, 'colour', 'no such field'],
  ['a missing field', { category: undefined }, 'category', 'is missing'],
  ['an unknown category', { category: 'pushing' }, 'category', 'no such value'],
  ['a text for a list', { prefixes: 'com.vendor.push' }, 'prefixes', 'wrong type'],
  ['an empty name', { name: { zh: '', en: 'V' } }, 'name.zh', 'too short'],
  ['an id with blanks', { id: 'vendor push' }, 'id', 'not written'],
  ['an address without a scheme', { privacyUrl: 'v.com' }, 'privacyUrl', 'not written'],
])('what does not fit the schema is explained: %s', (_, change, field, text) => {
  const problems = problemsOf(change).filter((problem) => problem.file === 'mine.json');
  expect(problems.map((problem) => problem.field)).toEqual([field]);
  expect(problems[0]?.wrong.en).toContain(text);
});

test('an entry without an id is named by its number, and what is no list of SDKs is explained', () => {
  expect(problemsOf({ id: undefined })[0]).toMatchObject({ entry: '#1', field: 'id' });
  for (const data of [null, [], 'text', { entries: 3 }]) {
    expect(checkSdkFiles(new Map([['mine.json', data]]), knowledge)[0]).toMatchObject({ file: 'mine.json', entry: null });
  }
});

test('a file of somebody joins those of the folder', () => {
  const files = new Map([...readRawSdkFiles(), ['mine.json', { ...NOTE, entries: [{ ...ENTRY, aliases: ['极光推送'] }] }]]);
  const problems = checkSdkFiles(files, knowledge);
  expect(problems.filter((problem) => problem.file === 'mine.json' && problem.field === 'aliases')).toHaveLength(1);
  expect(problems.map((problem) => problem.wrong.en).join()).toContain('the name “极光推送” is also one of jpush (push.json)');
});

test('a circle is told once, whoever leads into it, and what meets again is none', () => {
  const circle = problemsOf({ brings: ['other-1'] }, { brings: ['other-2'] }, { brings: ['other-3'] }, { brings: ['other-1'] });
  expect(circle.map(({ entry, wrong }) => [entry, wrong.en])).toEqual([
    ['other-1', 'brings leads back to itself: other-1 → other-2 → other-3 → other-1'],
  ]);
  expect(problemsOf({ brings: ['other-1', 'other-2'] }, { brings: ['other-2'] }, {})).toEqual([]);
});

test('thousands of entries take no time', () => {
  const entry = knowledge.sdks[0]!;
  const many = Array.from({ length: 5000 }, (_, at): SdkEntry => ({ ...entry, id: `s-${at}`, brings: [`s-${at + 1}`] }));
  expect(validateSdks(new Map([['many.json', many]]), knowledge).length).toBeGreaterThan(0);
});
