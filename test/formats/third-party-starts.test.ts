/** How code that others wrote is started, and how entry points come into it. */
import type { ClassRecipe } from '../../services/cli/building/dex.ts';
import { ACCESS } from '../../services/cli/building/dex.ts';
import type { CodeFacts } from '../../shared/domain/facts/package.ts';
import { app, BOOLEAN, inspectShop, main } from '../fixtures/shop-app.ts';
import { init, make, method, ON_CREATE, staticMethod } from '../fixtures/small-programs.ts';

describe('starts', () => {
  const AGREE = 'Lcom/vendor/sdk/Sdk;->updatePrivacyAgree(Ljava/lang/Object;JZIZ)V';
  const sdk: ClassRecipe = {
    name: 'com.vendor.sdk.Sdk',
    methods: [
      staticMethod('init', 'invoke-static Lcom/vendor/inner/Core;->start()V'),
      staticMethod('updatePrivacyAgree(Ljava/lang/Object;JZIZ)V'),
      staticMethod('other'),
      { ...method('setEnablePush(Z)V'), flags: ACCESS.public },
    ],
  };
  const inner: ClassRecipe = { name: 'com.vendor.inner.Core', methods: [staticMethod('start')] };
  const INIT = 'invoke-static Lcom/vendor/sdk/Sdk;->init()V';

  test('are told with paths and the test of consent on the way; calls within a namespace and other names are not', async () => {
    const agreed = ['const-string v1 "privacy_agreed"', 'const/4 v2 0', `invoke-interface v9 v1 v2 ${BOOLEAN}`, 'move-result v0'];
    const code = await inspectShop([
      app(INIT, 'invoke-static Lcom/vendor/sdk/Sdk;->other()V', ...make('com.vendor.sdk.Sdk')),
      main(...agreed, 'if-eqz v0 :end', INIT, ':end'),
      sdk,
      inner,
    ]);
    expect(code.startCalls!.map(({ target }) => target)).toEqual(['Lcom/vendor/sdk/Sdk;->init']);
    const [start] = code.startCalls!;
    expect(start).toMatchObject({ apis: [], permissions: [], piTypes: [], count: 2, reachable: 2 });
    const shown = start!.callers.map((caller) => [
      caller.class,
      caller.paths!.map(({ entry, steps, guard }) => [code.entryPoints![entry]!.kind, steps.length, guard?.name]),
    ]);
    expect(shown).toEqual([
      ['com.shop.app.App', [['application', 1, undefined]]],
      ['com.shop.app.Main', [['launcher', 1, 'privacy_agreed']]],
    ]);
  });

  test('constants are told in order, a question mark for what is none; texts never are', async () => {
    const code = await inspectShop([
      app('const/4 v4 1', 'const/16 v5 300', `invoke-static v1 v2 v3 v4 v5 ${AGREE.replace('IZ', 'I')}`),
      main('const/4 v4 0', 'move v6 v4', `invoke-static/range v1 v2 v3 v4 v5 v6 ${AGREE}`),
      { name: 'com.third.A', methods: [method('run', `invoke-static/range v1 v2 v3 v4 v5 v6 ${AGREE}`)] },
      {
        name: 'com.fourth.A',
        methods: [method('run', 'const/4 v1 1', 'invoke-virtual v0 v1 Lcom/vendor/sdk/Sdk;->setEnablePush(Z)V')],
      },
      { ...sdk, methods: [...sdk.methods!, staticMethod('updatePrivacyAgree(Ljava/lang/Object;JZI)V')] },
    ]);
    const told = code.startCalls!.map(({ target, callers }) => [target, callers.map((each) => each.arguments)]);
    expect(told).toEqual([
      ['Lcom/vendor/sdk/Sdk;->setEnablePush', [['true']]],
      ['Lcom/vendor/sdk/Sdk;->updatePrivacyAgree', [['true', '300'], ['false', '?', 'false'], undefined]],
    ]);
  });

  test('three callers: reached ones first, of these those of the app, of these the earliest', async () => {
    const calls = (name: string): ClassRecipe => ({ name, methods: [staticMethod('run', INIT)] });
    const run = (name: string) => `invoke-static L${name.replaceAll('.', '/')};->run()V`;
    const code = await inspectShop([
      ...['com.aaa.A', 'com.bbb.B', 'com.shop.dead.D', 'com.shop.late.L', 'com.shop.soon.S'].map(calls),
      app(run('com.aaa.A'), run('com.shop.soon.S')),
      main(run('com.shop.late.L')),
      sdk,
    ]);
    const [start] = code.startCalls!;
    expect(start).toMatchObject({ count: 5, reachable: 3 });
    expect(start!.callers.map((each) => each.class)).toEqual(['com.shop.soon.S', 'com.shop.late.L', 'com.aaa.A']);
  });

  test('base libraries are started by nobody, the services among them are; inherited starts belong to who defines them', async () => {
    const start = (name: string): ClassRecipe => ({ name, methods: [staticMethod('initialize')] });
    const code = await inspectShop([
      app(
        'invoke-static Landroidx/work/W;->initialize()V',
        'invoke-static Lcom/google/android/gms/ads/MobileAds;->initialize()V',
        'invoke-static Lcom/shop/app/Own;->initialize()V',
      ),
      start('androidx.work.W'),
      start('com.google.android.gms.ads.MobileAds'),
      start('com.vendor.Base'),
      { name: 'com.shop.app.Own', superclass: 'com.vendor.Base' },
    ]);
    expect(code.startCalls!.map(({ target, callers }) => [target, callers[0]!.via])).toEqual([
      ['Lcom/google/android/gms/ads/MobileAds;->initialize', undefined],
      ['Lcom/vendor/Base;->initialize', 'com.shop.app.Own'],
    ]);
  });

  test('a thousand targets, those that the app calls first', async () => {
    const vendor = (count: number, from: string): ClassRecipe => ({
      name: `com.${from}.Sdk`,
      methods: Array.from({ length: count }, (_, i) => staticMethod(`initPart${i}`)),
    });
    const calls = (count: number, from: string) =>
      Array.from({ length: count }, (_, i) => `invoke-static Lcom/${from}/Sdk;->initPart${i}()V`);
    const code = await inspectShop([
      vendor(990, 'many'),
      vendor(20, 'own'),
      { name: 'com.caller.C', methods: [method('run', ...calls(990, 'many'))] },
      app(...calls(20, 'own')),
    ]);
    expect(code.startCalls).toHaveLength(1000);
    expect(code.startCalls!.filter(({ target }) => target.startsWith('Lcom/own/'))).toHaveLength(20);
    expect(code.startCalls!.map(({ target }) => target)).toEqual(code.startCalls!.map(({ target }) => target).sort());
  });
});

describe('ways in', () => {
  const entries = ({ packages, packageEntries, entryPoints }: CodeFacts) =>
    packageEntries!.map(({ package: index, target, path }) => [
      packages[index]!.name,
      target,
      entryPoints![path.entry]!.kind,
      path.steps.map((step) => `${step.class}.${step.method} ${step.link}`),
    ]);

  test('the earliest kind and the nearest method, from outside of the namespace only', async () => {
    const code = await inspectShop(
      [
        app('invoke-static Lcom/shop/app/Tools;->prepare()V'),
        main(
          'invoke-static Lcom/vendor/a/A;->near()V',
          'invoke-static Landroidx/core/C;->run()V',
          'invoke-static Lcom/late/L;->a()V',
        ),
        { name: 'com.shop.app.Tools', methods: [staticMethod('prepare', 'invoke-static Lcom/vendor/a/A;->far()V')] },
        {
          name: 'com.vendor.a.A',
          methods: [staticMethod('near'), staticMethod('far', 'invoke-static Lcom/vendor/b/B;->run()V')],
        },
        { name: 'com.vendor.b.B', methods: [staticMethod('run')] },
        { name: 'androidx.core.C', methods: [staticMethod('run')] },
        { name: 'com.late.L', methods: [staticMethod('a'), staticMethod('dead', 'invoke-static Lcom/dead/D;->a()V')] },
        { name: 'com.dead.D', methods: [staticMethod('a')] },
        { name: 'com.pushed.Service', superclass: 'android.app.Service', methods: [method('onCreate')] },
      ],
      [{ kind: 'service', name: 'com.pushed.Service' }],
    );
    expect(entries(code)).toEqual([
      [
        'com.vendor.a',
        'Lcom/vendor/a/A;->far',
        'application',
        ['com.shop.app.App.onCreate call', 'com.shop.app.Tools.prepare call'],
      ],
      ['com.late', 'Lcom/late/L;->a', 'launcher', ['com.shop.app.Main.onCreate call']],
      ['com.pushed', 'Lcom/pushed/Service;->onCreate', 'service', []],
    ]);
  });

  test('say how they lead in, and which test stands on the way', async () => {
    const thread: ClassRecipe = {
      name: 'com.vendor.Work',
      interfaces: ['java.lang.Runnable'],
      methods: [init('java.lang.Object'), method('run', 'invoke-static Lcom/deep/D;->a()V')],
    };
    const code = await inspectShop([
      app(
        'const-string v1 "agreed"',
        'const/4 v2 0',
        `invoke-interface v9 v1 v2 ${BOOLEAN}`,
        'move-result v0',
        'if-eqz v0 :end',
        'sget-object v0 Lcom/other/Settings;->x:Ljava/lang/Object;',
        ...make('com.vendor.Work', 'v3'),
        ':end',
      ),
      thread,
      { name: 'com.other.Settings', fields: [], methods: [{ name: '<clinit>', code: ['return-void'] }] },
      { name: 'com.deep.D', methods: [staticMethod('a')] },
    ]);
    expect(entries(code).map(([name, , , steps]) => [name, steps])).toEqual([
      ['com.other', ['com.shop.app.App.onCreate class-initialiser']],
      ['com.vendor', ['com.shop.app.App.onCreate call']],
    ]);
    expect(code.packageEntries!.map(({ path }) => path.guard?.name)).toEqual(['agreed', 'agreed']);
  });

  test("two hundred, of an engine's own launcher last", async () => {
    const vendors = Array.from({ length: 205 }, (_, i): ClassRecipe => ({ name: `com.n${i}.A`, methods: [staticMethod('a')] }));
    const engine: ClassRecipe = { name: 'com.engine.ui.U', methods: [staticMethod('a')] };
    const calls = [engine, ...vendors].map(({ name }) => `invoke-static L${name.replaceAll('.', '/')};->a()V`);
    const start: ClassRecipe = { name: 'com.engine.Main', superclass: 'android.app.Activity', methods: [method(ON_CREATE)] };
    const launcher = { kind: 'activity', name: 'com.engine.Main', launcher: true } as const;
    const code = await inspectShop([app(...calls), start, engine, ...vendors], [], launcher);
    expect(code.packageEntries).toHaveLength(200);
    expect(entries(code).filter(([name]) => String(name).startsWith('com.engine'))).toEqual([]);
  });
});
