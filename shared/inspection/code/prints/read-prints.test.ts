import { ACCESS, buildDex, type ClassRecipe } from '../../../../services/cli/building/dex.ts';
import { decodePrints, isKept, printOfText } from '../../../knowledge/sdks/prints/prints.ts';
import { LIMITS } from '../../limits.ts';
import { buildProgram } from '../build-program.ts';
import { scanEntry } from '../scan-dex.ts';
import { PrintLists } from './print-lists.ts';
import { readPrints } from './read-prints.ts';

/** Prints of the classes by package, `*` for passed over ones, and of the classes asked for. */
function printsOf(classes: readonly ClassRecipe[], passedOver: readonly string[] = [], asked: readonly string[] = []) {
  const { dexes } = scanEntry(buildDex(classes, '038') as Buffer<ArrayBuffer>, 'classes.dex', {
    fields: [],
    strings: [],
    prefixes: [],
  });
  const files = dexes.map((scanned) => ({ entry: 'classes.dex', hidden: false, scanned }));
  const { program, places } = buildProgram(files);
  const names = [...new Set(classes.map(({ name }) => name.slice(0, Math.max(0, name.lastIndexOf('.')))))].sort();
  const ofType = new Int32Array(program.types.count).fill(-1);
  for (const { name } of classes) {
    ofType[program.types.find(`L${name.replaceAll('.', '/')};`)] = names.indexOf(
      name.slice(0, Math.max(0, name.lastIndexOf('.'))),
    );
  }
  const over = Uint8Array.from(names, (name) => Number(passedOver.includes(name)));
  const prints = readPrints(program, files, places, { ofType, passedOver: over, classes: asked });
  return {
    of: (name: string) =>
      new Set(decodePrints(prints.packages.find((each) => each.package === names.indexOf(name))?.prints ?? '')),
    classes: new Map(prints.classes.map((each) => [each.class, new Set(decodePrints(each.prints))])),
  };
}

/** Strings that are kept, so that what is looked for is there. */
const kept = (label: string, count: number): string[] =>
  Array.from({ length: count * 40 }, (_, i) => `${label} says ${i}`)
    .filter((text) => isKept(printOfText('s', text)))
    .slice(0, count);
const KEPT = kept('vendor', 6);

test('strings that are loaded or held have prints of their package and class', () => {
  const prints = printsOf(
    [
      {
        name: 'com.vendor.A',
        methods: [
          { name: 'run', strings: [KEPT[0]!, KEPT[0]!] },
          { name: 'stop', strings: [KEPT[0]!] },
        ],
      },
      { name: 'com.vendor.B', fields: [{ name: 'TAG', type: 'java.lang.String', flags: ACCESS.static, value: KEPT[1]! }] },
      { name: 'com.other.C', methods: [{ name: 'run', strings: [KEPT[2]!] }] },
      { name: 'androidx.lib.D', methods: [{ name: 'run', strings: [KEPT[3]!] }] },
    ],
    ['androidx.lib'],
    ['com.vendor.B', 'com.vendor.Unknown', 'androidx.lib.D'],
  );
  expect(prints.of('com.vendor')).toEqual(new Set([printOfText('s', KEPT[0]!), printOfText('s', KEPT[1]!)]));
  expect(prints.of('com.other')).toEqual(new Set([printOfText('s', KEPT[2]!)]));
  expect(prints.of('androidx.lib').size).toBe(0);
  expect(prints.classes).toEqual(new Map([['com.vendor.B', new Set([printOfText('s', KEPT[1]!)])]]));
});

test('what a shrinker adapts and what tells nothing has no print', () => {
  const texts = [
    'short',
    '1234567890',
    'com.vendor.sdk.Tracker',
    'com/vendor/sdk/Tracker',
    'Lcom/vendor/Tracker;',
    'x'.repeat(201),
  ];
  const many = texts.flatMap((text) => [text, `${text}X`, `${text}Y`, `${text}Z`].slice(0, text.endsWith(';') ? 1 : 4));
  const silent = many.filter((text) => !text.startsWith('short') && !text.startsWith('1234'));
  const prints = printsOf([{ name: 'com.vendor.A', methods: [{ name: 'run', strings: [...silent, 'short', '1234567890'] }] }]);
  expect([...prints.of('com.vendor')]).toEqual([]);
});

test('names of the platform and texts in other scripts tell something', () => {
  const texts = [
    ...Array.from({ length: 40 }, (_, i) => `android.vendor.Props${i}`),
    ...Array.from({ length: 40 }, (_, i) => `设备标识读取失败${i}`),
    ...Array.from({ length: 40 }, (_, i) => `com.vendor.action.REGISTER_${i} `),
  ];
  const expected = texts.map((text) => printOfText('s', text)).filter(isKept);
  expect(expected.length).toBeGreaterThan(15);
  expect(printsOf([{ name: 'com.vendor.A', methods: [{ name: 'run', strings: texts }] }]).of('com.vendor')).toEqual(
    new Set(expected),
  );
});

const CALLS = [
  'Landroid/app/Activity;->getPackageManager()Landroid/content/pm/PackageManager;',
  'Ljava/io/File;->length()J',
  'Ljava/io/File;->length()J',
  'Ljava/util/List;->size()I',
];

/** Many methods, each calling others of the platform in a row, so that some of their prints are kept. */
function vendor(pack: string, name: (i: number) => string, own: string, extra: readonly string[] = []): ClassRecipe[] {
  return Array.from({ length: 24 }, (_, i) => ({
    name: `${pack}.${name(i)}`,
    superclass: 'android.app.Service',
    interfaces: ['java.lang.Runnable', `${pack}.${own}`],
    methods: [
      {
        name: name(i + 1),
        calls: [...CALLS, `Ljava/util/Vendor;->go${i}()V`, `L${pack.replaceAll('.', '/')}/${name(0)};->${name(1)}()V`, ...extra],
      },
      { name: 'onStartCommand', descriptor: '(Landroid/content/Intent;II)I' },
      { name: name(i + 2), descriptor: `(L${pack.replaceAll('.', '/')}/${name(i)};[J)V` },
      { name: `${name(i + 3)}x`, descriptor: `(${'I'.repeat(i + 1)})[L${pack.replaceAll('.', '/')}/${name(i)};` },
    ],
  }));
}

test('code that is renamed and repackaged keeps its prints', () => {
  const before = printsOf(vendor('com.vendor.sdk', (i) => `Component${i}`, 'Callback')).of('com.vendor.sdk');
  const after = printsOf(vendor('a.b', (i) => `x${i}`, 'c')).of('a.b');
  expect(before.size).toBeGreaterThan(5);
  expect(after).toEqual(before);
});

test('the class of a chain that a call names, logging and boxing change nothing', () => {
  const plain = printsOf(vendor('com.vendor', (i) => `C${i}`, 'X')).of('com.vendor');
  const other = vendor('com.vendor', (i) => `C${i}`, 'X', [
    'Landroid/util/Log;->d(Ljava/lang/String;Ljava/lang/String;)I',
    'Ljava/lang/Integer;->intValue()I',
  ]).map((recipe) => ({
    ...recipe,
    methods: recipe.methods?.map((method) => ({
      ...method,
      ...(method.calls && { calls: method.calls.map((call) => call.replace('Landroid/app/Activity;', 'Lcom/vendor/C5;')) }),
    })),
  }));
  expect(printsOf(other).of('com.vendor')).toEqual(plain);
});

test('another platform call is another print', () => {
  const plain = printsOf(vendor('com.vendor', (i) => `C${i}`, 'X')).of('com.vendor');
  const other = printsOf(vendor('com.vendor', (i) => `C${i}`, 'X', ['Ljava/io/File;->delete()Z'])).of('com.vendor');
  const shared = [...other].filter((print) => plain.has(print));
  // The shapes of the classes are as they were.
  expect(shared.length).toBeGreaterThan(0);
  expect(other).not.toEqual(plain);
});

test('too many prints are cut evenly, the smallest stay', () => {
  const lists = new PrintLists();
  for (let print = 0; print < 4000; print += 4) for (const owner of [0, 2]) lists.add(owner, print);
  lists.add(1, 8);
  const cut = lists
    .finish(3, 500, 800)
    .map(({ owner, prints }) => [owner, decodePrints(prints).length, decodePrints(prints).at(-1)]);
  expect(cut).toEqual([
    [0, 399, 1592],
    [1, 1, 8],
    [2, 399, 1592],
  ]);
  expect(lists.finish(3, LIMITS.packagePrints, 5000).map(({ prints }) => decodePrints(prints).length)).toEqual([1000, 1, 1000]);
});
