import fc from 'fast-check';
import { type ApkRecipe, buildApk, type ClassRecipe } from '../../services/cli/building/apk.ts';
import { inspectBytes } from '../fixtures/source.ts';

/** Whatever the builder can write, the reader reads back. */

const identifier = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
const dotted = fc.array(identifier, { minLength: 2, maxLength: 5 }).map((parts) => parts.join('.'));
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((value) => !value.includes('\0'));
const called = fc.constantFrom(
  'Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;',
  'Landroid/location/LocationManager;->getLastKnownLocation(Ljava/lang/String;)Landroid/location/Location;',
  'Ljava/lang/Object;-><init>()V',
  'Ldalvik/system/DexClassLoader;-><init>(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;Ljava/lang/ClassLoader;)V',
);
const method = fc.record({
  name: identifier,
  descriptor: fc.constantFrom('()V', '(IJ)Ljava/lang/String;', '([BLjava/lang/Object;)I', '()J'),
  calls: fc.array(called, { maxLength: 5 }),
  strings: fc.array(text, { maxLength: 3 }),
  payload: fc.option(fc.uint8Array({ maxLength: 50 }), { nil: undefined }),
});
const classes: fc.Arbitrary<ClassRecipe[]> = fc.uniqueArray(
  fc.record({
    name: dotted,
    methods: fc.uniqueArray(method, { selector: ({ name, descriptor }) => `${name}${descriptor}`, maxLength: 6 }),
  }),
  { selector: ({ name }) => name, minLength: 1, maxLength: 8 },
);
const filter = fc.record({ actions: fc.array(dotted, { maxLength: 3 }), categories: fc.array(dotted, { maxLength: 2 }) });
const component = fc.record(
  {
    kind: fc.constantFrom('activity' as const, 'service' as const, 'receiver' as const, 'provider' as const),
    name: dotted,
    exported: fc.boolean(),
    enabled: fc.boolean(),
    permission: dotted,
    initOrder: fc.integer({ min: -1000, max: 1000 }),
    intentFilters: fc.array(filter, { maxLength: 2 }),
    metaData: fc.dictionary(dotted, fc.oneof(text, fc.boolean(), fc.integer()), { maxKeys: 3, noNullPrototype: true }),
  },
  { requiredKeys: ['kind', 'name'] },
);
const recipe: fc.Arbitrary<ApkRecipe> = fc.record(
  {
    packageName: dotted,
    versionName: text,
    versionCode: fc.nat(0x7fffffff),
    label: fc.oneof(text, fc.record({ default: text, 'zh-rCN': text }), fc.record({ default: text })),
    minSdk: fc.integer({ min: 1, max: 36 }),
    targetSdk: fc.integer({ min: 1, max: 36 }),
    debuggable: fc.boolean(),
    permissions: fc.array(fc.oneof(dotted, fc.record({ name: dotted, maxSdk: fc.nat(40) })), { maxLength: 10 }),
    components: fc.array(component, { maxLength: 6 }),
    classes,
    moreDex: fc.array(classes, { maxLength: 2 }),
    lies: fc.record({
      manifest: fc.record({ utf8: fc.boolean(), stripNames: fc.boolean(), strangeChunk: fc.boolean() }),
      archive: fc.record({ zip64: fc.boolean() }),
    }),
  },
  { requiredKeys: ['packageName', 'classes'] },
);

test('manifest and code come back as they were written', async () => {
  await fc.assert(
    fc.asyncProperty(recipe, async (given) => {
      const facts = await inspectBytes(buildApk(given));
      expect(facts.gaps).toEqual([]);
      expect(new Set(facts.tampering.map(({ trick }) => trick))).toEqual(tricksOf(given));
      expect(facts.identity).toMatchObject({
        packageName: given.packageName,
        versionName: given.versionName ?? null,
        versionCode: given.versionCode ?? null,
        minSdk: given.minSdk ?? 1,
        targetSdk: given.targetSdk ?? given.minSdk ?? 1,
      });
      const { label } = given;
      const shown: Readonly<Record<string, string>> =
        typeof label === 'object' ? label : label === undefined ? {} : { default: label };
      expect(facts.identity.label).toEqual({ zh: shown['zh-rCN'] ?? shown.default ?? null, default: shown.default ?? null });
      expect(facts.application.debuggable).toBe(given.debuggable ?? false);
      expect(facts.permissions.map(({ name, maxSdkVersion }) => [name, maxSdkVersion])).toEqual(
        (given.permissions ?? []).map((each) => (typeof each === 'string' ? [each, undefined] : [each.name, each.maxSdk])),
      );
      expectComponents(facts.components, given);
      expectCode(facts.code, [given.classes!, ...(given.moreDex ?? [])]);
    }),
    { numRuns: 150 },
  );
});

/** A chunk that no tool writes, and a component with filters that does not say what the newer platforms want to know. */
function tricksOf({ lies, components = [], targetSdk, minSdk }: ApkRecipe): Set<string> {
  const filtered = components.filter(({ kind, intentFilters = [] }) => kind !== 'provider' && intentFilters.length > 0);
  const undeclared = Number(targetSdk ?? minSdk ?? 1) >= 31 && filtered.some(({ exported }) => exported === undefined);
  return new Set([
    ...(lies?.manifest?.strangeChunk ? ['xml-unknown-chunk'] : []),
    ...(undeclared ? ['exported-undeclared'] : []),
  ]);
}

type Facts = Awaited<ReturnType<typeof inspectBytes>>;

function expectComponents(components: Facts['components'], given: ApkRecipe): void {
  const wanted = (given.components ?? []).map((each) => ({
    kind: each.kind,
    name: each.name,
    exported:
      each.exported ??
      (each.kind === 'provider' ? Number(given.targetSdk ?? given.minSdk ?? 1) < 17 : (each.intentFilters ?? []).length > 0),
    enabled: each.enabled ?? true,
    permission: each.permission,
    initOrder: each.initOrder,
    intentFilters: each.intentFilters ?? [],
    metaData: Object.entries(each.metaData ?? {}).map(([name, value]) => ({ name, value: String(value) })),
  }));
  const found = components.map(({ kind, name, exported, enabled, permission, initOrder, intentFilters, metaData }) => {
    return { kind, name, exported, enabled, permission, initOrder, intentFilters, metaData };
  });
  expect(found).toEqual(wanted);
}

function expectCode(code: Facts['code'], files: readonly (readonly ClassRecipe[])[]): void {
  expect(code.dexFiles.map(({ classes: count }) => count)).toEqual(files.map((each) => each.length));
  const all = files.flat();
  const methods = all.flatMap(({ name, methods: list }) => (list ?? []).map((each) => ({ class: name, ...each })));
  for (const target of ['Landroid/telephony/TelephonyManager;->getDeviceId', 'Ldalvik/system/DexClassLoader;-><init>']) {
    const sites = methods.flatMap((each) =>
      (each.calls ?? []).filter((call) => call.startsWith(`${target}(`)).map(() => each.class),
    );
    const use = [...code.apiUses, ...code.dynamicLoading].find((each) => each.target === target);
    expect(use?.count ?? 0).toBe(sites.length);
    for (const { class: name } of use?.callers ?? []) expect(sites).toContain(name);
  }
  const packages = new Map<string, number>();
  for (const { name } of all) {
    const parent = name.slice(0, name.lastIndexOf('.'));
    packages.set(parent, (packages.get(parent) ?? 0) + 1);
  }
  expect(Object.fromEntries(code.packages.map(({ name, classes: count }) => [name, count]))).toEqual(
    Object.fromEntries(packages),
  );
}
