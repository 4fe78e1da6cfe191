/** What the code of a package says of packages that others wrote: whether they do anything, and who calls into them. */
import { buildApk } from '../../services/cli/building/apk.ts';
import { ACCESS, type ClassRecipe, type MethodRecipe } from '../../services/cli/building/dex.ts';
import type { CodeFacts } from '../../shared/domain/facts/package.ts';
import { app, inspectShop } from '../fixtures/shop-app.ts';
import { init, make, method, staticMethod } from '../fixtures/small-programs.ts';
import { inspectBytes } from '../fixtures/source.ts';

const called = ({ packages }: CodeFacts, name: string) =>
  packages.find((each) => each.name === name)!.callers!.map((index) => packages[index]!.name);

describe('bodies', () => {
  const bodies = async (methods: readonly MethodRecipe[]) => {
    const { packages } = await inspectShop([{ name: 'com.vendor.Api', superclass: 'com.vendor.Base', methods }]);
    return packages.find(({ name }) => name === 'com.vendor')!.bodies;
  };
  const object = (name: string, ...code: string[]): MethodRecipe => ({
    name,
    descriptor: '(Ljava/lang/Object;)Ljava/lang/Object;',
    code,
  });

  test('a stub has none', async () => {
    const stub: MethodRecipe[] = [
      init('com.vendor.Base'),
      { ...method('<init>(I)V'), code: ['invoke-direct p0 Lcom/vendor/Api;-><init>()V', 'return-void'] },
      method('nothing'),
      object('none', 'const/4 v0 0', 'return-object v0'),
      object('text', 'const-string v0 "1.0"', 'return-object v0'),
      object('given', 'return-object p1'),
      object('moved', 'move-object v0 p1', 'nop', 'return-object v0'),
      { name: 'long', descriptor: '()J', code: ['const-wide/16 v0 5', 'return-wide v0'] },
      method('onStop', 'invoke-super p0 Lcom/vendor/Above;->onStop()V'),
      {
        name: 'throwing',
        code: [
          'new-instance v0 Ljava/lang/RuntimeException;',
          'const-string v1 "Stub!"',
          'invoke-direct v0 v1 Ljava/lang/RuntimeException;-><init>(Ljava/lang/String;)V',
          'throw v0',
        ],
      },
      { name: 'abstracted', flags: ACCESS.public | ACCESS.abstract },
    ];
    expect(await bodies(stub)).toBe(0);
  });

  test.each<[string, MethodRecipe]>([
    ['a field', object('get', 'iget-object v0 p0 Lcom/vendor/Api;->x:Ljava/lang/Object;', 'return-object v0')],
    ['another call', method('run', 'invoke-static Lcom/vendor/Core;->run()V')],
    ["a parent's other method", method('run', 'invoke-super p0 Lcom/vendor/Base;->stop()V')],
    ['a new object', object('make', ...make('com.vendor.Thing'), 'return-object v0')],
    ['a branch', object('choose', 'if-eqz p1 :end', 'nop', ':end', 'return-object p1')],
    ['a loop', { name: 'loop', code: [':again', 'goto :again'] }],
    ['many constants', { name: 'many', code: [...Array.from({ length: 30 }, () => 'const/16 v0 9'), 'return-void'] }],
    ['native code', { name: 'start', flags: ACCESS.public | ACCESS.native }],
    ['no end', { name: 'fall', code: ['nop'] }],
  ])('%s is something', async (_name, recipe) => {
    expect(await bodies([recipe])).toBe(1);
  });

  test('every definition of a class counts, as its methods do', async () => {
    const api = { name: 'com.vendor.Api', methods: [method('run', 'invoke-static Lcom/vendor/Core;->run()V')] };
    const { code } = await inspectBytes(buildApk({ packageName: 'com.shop.app', classes: [api], moreDex: [[api]] }));
    expect(code.packages).toEqual([{ name: 'com.vendor', classes: 2, methods: 2, bodies: 2, callers: [] }]);
  });
});

describe('callers', () => {
  const core: ClassRecipe = {
    name: 'com.vendor.core.Core',
    methods: [init('java.lang.Object'), method('go'), staticMethod('at')],
  };
  const AT = 'invoke-static Lcom/vendor/core/Core;->at()V';

  test('the app first, then who calls most; nobody calls itself, and a call of what is not there is none', async () => {
    const code = await inspectShop([
      app('invoke-virtual v0 Lcom/vendor/core/Core;->missing()V'),
      { name: 'com.shop.late.Z', methods: [method('run', AT)] },
      { name: 'com.aaa.A', methods: [method('run', AT)] },
      { name: 'com.vendor.push.P', methods: [method('run', AT, AT, 'invoke-virtual v0 Lcom/vendor/core/Core;->go()V')] },
      { ...core, methods: [...core.methods!, method('self', AT)] },
    ]);
    expect(called(code, 'com.vendor.core')).toEqual(['com.shop.late', 'com.vendor.push', 'com.aaa']);
    expect(called(code, 'com.shop.app')).toEqual([]);
  });

  test('a call that names a subclass means whoever defines the method above it, be it a class or an interface', async () => {
    const code = await inspectShop([
      { name: 'com.shop.app.Own', superclass: 'com.vendor.core.Core' },
      {
        name: 'com.shop.app.Face',
        interfaces: ['com.vendor.api.Face'],
        flags: ACCESS.public | ACCESS.interface | ACCESS.abstract,
      },
      {
        name: 'com.vendor.api.Face',
        flags: ACCESS.public | ACCESS.interface | ACCESS.abstract,
        methods: [{ name: 'ask', flags: ACCESS.public | ACCESS.abstract }],
      },
      { name: 'com.caller.A', methods: [method('run', 'invoke-virtual v0 Lcom/shop/app/Own;->go()V')] },
      { name: 'com.caller.face.A', methods: [method('run', 'invoke-interface v0 Lcom/shop/app/Face;->ask()V')] },
      core,
    ]);
    expect(called(code, 'com.vendor.core')).toEqual(['com.caller']);
    expect(called(code, 'com.vendor.api')).toEqual(['com.caller.face']);
  });

  test('no more than forty, and parents in a circle end', async () => {
    const callers = Array.from({ length: 50 }, (_, i): ClassRecipe => ({ name: `com.n${i}.A`, methods: [method('run', AT)] }));
    const circle: ClassRecipe[] = [
      { name: 'com.round.A', superclass: 'com.round.B' },
      { name: 'com.round.B', superclass: 'com.round.A' },
    ];
    const code = await inspectShop([app('invoke-virtual v0 Lcom/round/A;->go()V', AT), ...callers, ...circle, core]);
    expect(called(code, 'com.vendor.core')).toHaveLength(40);
    expect(called(code, 'com.vendor.core')[0]).toBe('com.shop.app');
    expect(called(code, 'com.round')).toEqual([]);
  });
});
