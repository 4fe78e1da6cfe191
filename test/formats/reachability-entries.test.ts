import { ACCESS, type MethodRecipe } from '../../services/cli/building/dex.ts';
import { declare, programOfClasses, reachable } from '../fixtures/reachable.ts';
import { COLLECT, init, main, make, method, ON_CREATE, staticMethod, ways } from '../fixtures/small-programs.ts';

describe('entry points', () => {
  const initialised = (superclass: string, name: string, ...methods: MethodRecipe[]) => ({
    name,
    superclass,
    methods: [init(superclass), ...methods],
  });

  test.each([
    [
      'attach-base-context',
      declare({ applicationClass: 'a.X' }),
      'android.app.Application',
      'attachBaseContext(Landroid/content/Context;)V',
    ],
    ['application', declare({ applicationClass: 'a.X' }), 'android.app.Application', 'onCreate'],
    ['provider', declare({}, { 'a.X': 'provider' }), 'android.content.ContentProvider', 'onCreate'],
    ['launcher', declare({ launcher: 'a.X' }, { 'a.X': 'activity' }), 'android.app.Activity', 'onResume'],
    [
      'receiver-boot',
      declare({}, { 'a.X': 'receiver android.intent.action.BOOT_COMPLETED' }),
      'android.content.BroadcastReceiver',
      'onReceive(Landroid/content/Context;Landroid/content/Intent;)V',
    ],
    [
      'receiver-connectivity',
      declare({}, { 'a.X': 'receiver android.net.conn.CONNECTIVITY_CHANGE' }),
      'android.content.BroadcastReceiver',
      'onReceive(Landroid/content/Context;Landroid/content/Intent;)V',
    ],
    [
      'receiver',
      declare({}, { 'a.X': 'receiver a.ACTION' }),
      'android.content.BroadcastReceiver',
      'onReceive(Landroid/content/Context;Landroid/content/Intent;)V',
    ],
    ['service', declare({}, { 'a.X': 'service' }), 'android.app.Service', 'onStartCommand(Landroid/content/Intent;II)V'],
    ['activity', declare({}, { 'a.X': 'activity' }), 'android.app.Activity', ON_CREATE],
  ])('%s', (kind, declared, superclass, name) => {
    const direct = initialised(superclass, 'a.X', method(name, COLLECT));
    const plain = name.replace(/\(.*/, '');
    expect(ways([direct], declared)).toEqual([`${kind}: a.X.${plain}`]);
    // The same in a superclass of the package that the class does not override.
    const inherited = [initialised('a.Base', 'a.X'), initialised(superclass, 'a.Base', method(name, COLLECT))];
    expect(ways(inherited, declared)).toEqual([`${kind}: a.Base.${plain}`]);
  });

  test('what the user does is no entry point', () => {
    const activity = initialised(
      'android.app.Activity',
      'a.Main',
      method('onBackPressed', COLLECT),
      method('onClick(Landroid/view/View;)V', COLLECT),
    );
    expect(ways([activity])).toEqual([]);
  });

  test('constructors and static initialisers of components', () => {
    const app = {
      name: 'a.App',
      superclass: 'android.app.Application',
      methods: [init('android.app.Application', COLLECT)],
    };
    expect(ways([app])).toEqual(['attach-base-context: a.App.<init>']);
    expect(
      ways([
        { name: 'a.App', superclass: 'android.app.Application', methods: [{ name: '<clinit>', code: [COLLECT, 'return-void'] }] },
      ]),
    ).toEqual(['attach-base-context: a.App.<clinit>', 'application: a.App.<clinit>']);
  });

  test('the app component factory comes first', () => {
    const factory = initialised(
      'android.app.AppComponentFactory',
      'a.Factory',
      method('instantiateApplication(Ljava/lang/ClassLoader;Ljava/lang/String;)V', COLLECT),
    );
    expect(ways([factory], declare({ appComponentFactory: 'a.Factory' }))).toEqual([
      'attach-base-context: a.Factory.instantiateApplication',
    ]);
  });

  test('a provider of another process and a disabled component are none', () => {
    const provider = initialised('android.content.ContentProvider', 'a.X', method('onCreate', COLLECT));
    const declared = declare({}, { 'a.X': 'provider' });
    const [component] = declared.components;
    expect(ways([provider], { ...declared, components: [{ ...component!, process: ':push' }] })).toEqual([]);
    expect(ways([provider], { ...declared, components: [{ ...component!, enabled: false }] })).toEqual([]);
    expect(
      ways([provider], { ...declared, mainProcess: 'a.main', components: [{ ...component!, process: 'a.main' }] }),
    ).toHaveLength(1);
  });

  test('androidx.startup initialisers run with their provider', () => {
    const provider = initialised(
      'android.content.ContentProvider',
      'androidx.startup.InitializationProvider',
      method('onCreate'),
    );
    const initialiser = initialised('java.lang.Object', 'a.Init', {
      ...method('create(Landroid/content/Context;)Ljava/lang/Object;'),
      code: [COLLECT, 'const/4 v0 0', 'return-object v0'],
    });
    const declared = declare({}, { 'androidx.startup.InitializationProvider': 'provider' });
    const components = [{ ...declared.components[0]!, metaData: [{ name: 'a.Init', value: 'androidx.startup' }] }];
    expect(ways([provider, initialiser], { ...declared, components })).toEqual(['provider: a.Init.create']);
  });

  test('one path from each kind, the earliest first, and how many methods each reaches', () => {
    const tool = { name: 'a.Tool', methods: [staticMethod('go', COLLECT), staticMethod('on', 'invoke-static La/Tool;->go()V')] };
    const go = 'invoke-static La/Tool;->go()V';
    const classes = [
      initialised('android.app.Application', 'a.App', method('onCreate', go)),
      initialised('android.content.ContentProvider', 'a.One', method('onCreate', go)),
      initialised('android.content.ContentProvider', 'a.Two', method('onCreate', 'invoke-static La/Tool;->on()V')),
      initialised('android.app.Service', 'a.Service', method('onCreate', go)),
      main(go),
      tool,
    ];
    const declared = declare(
      { applicationClass: 'a.App', launcher: 'a.Main' },
      { 'a.One': 'provider', 'a.Two': 'provider', 'a.Service': 'service' },
    );
    expect(ways(classes, declared)).toEqual([
      'provider: a.One.onCreate -call> a.Tool.go',
      'application: a.App.onCreate -call> a.Tool.go',
      'launcher: a.Main.onCreate -call> a.Tool.go',
    ]);
    const { entryPoints, graph } = reachable(programOfClasses(classes), declared);
    expect(entryPoints.map(({ kind, class: name, reaches }) => `${kind} ${name} ${reaches}`)).toEqual([
      'attach-base-context a.App 1',
      'provider a.One 3',
      'provider a.Two 4',
      'application a.App 2',
      'launcher a.Main 3',
      'service a.Service 3',
    ]);
    expect(graph).toEqual({ methods: 12, edges: 6, reachable: 12 });
  });
});

describe('static initialisers', () => {
  const clinit = (name: string) => ({
    name,
    fields: [{ name: 'F', type: 'I', flags: ACCESS.public | ACCESS.static }],
    methods: [{ name: '<clinit>', code: [COLLECT, 'return-void'] }, init('java.lang.Object'), staticMethod('go')],
  });
  test.each([
    ['a static call', ['invoke-static La/Tool;->go()V']],
    ['a static field', ['sget v0 La/Tool;->F:I']],
    ['a new object', make('a.Tool')],
  ])('run by %s', (_name, lines) => {
    expect(ways([main(...lines), clinit('a.Tool')])).toEqual(['launcher: a.Main.onCreate -class-initialiser> a.Tool.<clinit>']);
  });

  test('of a superclass', () => {
    const child = { name: 'a.Child', superclass: 'a.Tool', methods: [init('a.Tool')] };
    expect(ways([main(...make('a.Child')), child, clinit('a.Tool')])).toEqual([
      'launcher: a.Main.onCreate -class-initialiser> a.Tool.<clinit>',
    ]);
  });

  test('do not run because a class is named', () => {
    expect(ways([main('const-class v0 a.Tool'), clinit('a.Tool')])).toEqual([]);
  });

  test('make the objects that methods are called on', () => {
    const single = {
      name: 'a.Single',
      fields: [{ name: 'INSTANCE', type: 'a.Single', flags: ACCESS.public | ACCESS.static }],
      methods: [
        { name: '<clinit>', code: [...make('a.Single'), 'sput-object v0 La/Single;->INSTANCE:La/Single;', 'return-void'] },
        init('java.lang.Object'),
        method('go', COLLECT),
      ],
    };
    const lines = ['sget-object v0 La/Single;->INSTANCE:La/Single;', 'invoke-virtual v0 La/Single;->go()V'];
    expect(ways([main(...lines), single])).toEqual(['launcher: a.Main.onCreate -call> a.Single.go']);
  });
});
