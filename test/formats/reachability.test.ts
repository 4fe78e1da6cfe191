import { ENTRY_KINDS } from '../../shared/domain/facts/code.ts';
import { ACCESS, type ClassRecipe, type MethodRecipe } from '../fixtures/dex.ts';
import { callsIn, declare, programOfClasses, reachable } from '../fixtures/reachable.ts';

/** What every program here wants to know: from where this is called. */
const COLLECT = 'invoke-static Lapi/Phone;->collect()V';
const LAUNCHED = declare({ applicationClass: 'a.App', launcher: 'a.Main' });

/** A method that does the lines and returns. */
function method(name: string, ...lines: string[]): MethodRecipe {
  const [, plain, descriptor] = /^([^(]+)(\(.*)?$/.exec(name)!;
  return { name: plain!, ...(descriptor ? { descriptor } : {}), code: [...lines, 'return-void'] };
}

function staticMethod(name: string, ...lines: string[]): MethodRecipe {
  return { ...method(name, ...lines), flags: ACCESS.public | ACCESS.static };
}

function init(superclass: string, ...lines: string[]): MethodRecipe {
  return method('<init>', `invoke-direct p0 L${superclass.replaceAll('.', '/')};-><init>()V`, ...lines);
}

/** `new-instance` and its constructor call, into v0. */
function make(name: string, register = 'v0'): string[] {
  const type = `L${name.replaceAll('.', '/')};`;
  return [`new-instance ${register} ${type}`, `invoke-direct ${register} ${type}-><init>()V`];
}

const ON_CREATE = 'onCreate(Landroid/os/Bundle;)V';

function main(...lines: string[]): ClassRecipe {
  return {
    name: 'a.Main',
    superclass: 'android.app.Activity',
    methods: [init('android.app.Activity'), method(ON_CREATE, ...lines)],
  };
}

function runnable(name: string, ...lines: string[]): ClassRecipe {
  return { name, interfaces: ['java.lang.Runnable'], methods: [init('java.lang.Object'), method('run', ...lines)] };
}

/** How each kind of entry point comes to the only call of `collect` in the class: `kind: class.method -link> …`. */
function ways(classes: readonly ClassRecipe[], declared = LAUNCHED, caller?: string): string[] {
  const program = programOfClasses(classes);
  const found = reachable(program, declared);
  const calls = classes.flatMap(({ name, methods }) =>
    (methods ?? []).flatMap((each) =>
      caller === undefined || caller === `${name}.${each.name}` ? callsIn(program, `${name}.${each.name}`, 'collect') : [],
    ),
  );
  return calls.flatMap((call) => {
    const paths = found.pathsTo(call);
    expect(found.isReachable(call)).toBe(paths.length > 0);
    return paths.map(({ entry, steps }) => {
      expect(ENTRY_KINDS).toContain(found.entryPoints[entry]!.kind);
      const shown = steps.map((step, index) => {
        return `${step.class}.${step.method}${index + 1 < steps.length ? ` -${step.link}>` : ''}`;
      });
      return `${found.entryPoints[entry]!.kind}: ${shown.join(' ')}`;
    });
  });
}

describe('calls', () => {
  test('a direct, a static and an inherited method', () => {
    const base = { name: 'a.Base', methods: [method('work', COLLECT)] };
    const child = { name: 'a.Child', superclass: 'a.Base', methods: [init('a.Base')] };
    const tool = { name: 'a.Tool', methods: [staticMethod('go', ...make('a.Child'), 'invoke-virtual v0 La/Child;->work()V')] };
    expect(ways([main('invoke-static La/Tool;->go()V'), tool, base, child])).toEqual([
      'launcher: a.Main.onCreate -call> a.Tool.go -call> a.Base.work',
    ]);
  });

  test('dead code is not reached', () => {
    const dead = { name: 'a.Dead', methods: [staticMethod('never', COLLECT)] };
    const caller = { name: 'a.Caller', methods: [staticMethod('neither', 'invoke-static La/Dead;->never()V')] };
    expect(ways([main(), dead, caller])).toEqual([]);
  });

  test('of several implementers, the one that has objects', () => {
    const task = {
      name: 'a.Task',
      flags: ACCESS.public | ACCESS.interface | ACCESS.abstract,
      methods: [{ name: 'go', flags: ACCESS.public | ACCESS.abstract }],
    };
    const one = { name: 'a.One', interfaces: ['a.Task'], methods: [init('java.lang.Object'), method('go', COLLECT)] };
    const other = { name: 'a.Other', interfaces: ['a.Task'], methods: [init('java.lang.Object'), method('go', COLLECT)] };
    const dead = { name: 'a.Dead', methods: [staticMethod('never', ...make('a.Other'))] };
    const program = [main(...make('a.One'), 'invoke-interface v0 La/Task;->go()V'), task, one, other, dead];
    expect(ways(program)).toEqual(['launcher: a.Main.onCreate -call> a.One.go']);
  });

  test('an object that is made after the call was seen', () => {
    const base = {
      name: 'a.Base',
      flags: ACCESS.public | ACCESS.abstract,
      methods: [init('java.lang.Object'), { name: 'go', flags: ACCESS.public | ACCESS.abstract }],
    };
    const child = { name: 'a.Child', superclass: 'a.Base', methods: [init('a.Base'), method('go', COLLECT)] };
    const maker = { name: 'a.Maker', methods: [staticMethod('far', ...make('a.Child'))] };
    const between = { name: 'a.Between', methods: [staticMethod('on', 'invoke-static La/Maker;->far()V')] };
    const program = [
      main('const/4 v0 0', 'invoke-virtual v0 La/Base;->go()V', 'invoke-static La/Between;->on()V'),
      base,
      child,
      maker,
      between,
    ];
    expect(ways(program)).toEqual(['launcher: a.Main.onCreate -call> a.Child.go']);
  });

  test('an overridden method runs only where it is called by super', () => {
    const base = { name: 'a.Base', methods: [init('java.lang.Object'), method('go', COLLECT)] };
    const quiet = { name: 'a.Child', superclass: 'a.Base', methods: [init('a.Base'), method('go')] };
    const loud = { ...quiet, methods: [init('a.Base'), method('go', 'invoke-super p0 La/Base;->go()V')] };
    const calling = main(...make('a.Child'), 'invoke-virtual v0 La/Base;->go()V');
    expect(ways([calling, base, quiet])).toEqual([]);
    expect(ways([calling, base, loud])).toEqual(['launcher: a.Main.onCreate -call> a.Child.go -call> a.Base.go']);
  });

  test('a default method of an interface', () => {
    const task = { name: 'a.Task', flags: ACCESS.public | ACCESS.interface | ACCESS.abstract, methods: [method('go', COLLECT)] };
    const one = { name: 'a.One', interfaces: ['a.Task'], methods: [init('java.lang.Object')] };
    expect(ways([main(...make('a.One'), 'invoke-virtual v0 La/One;->go()V'), task, one])).toEqual([
      'launcher: a.Main.onCreate -call> a.Task.go',
    ]);
  });

  test('methods of different files', () => {
    const classes = [main('invoke-static La/Tool;->go()V'), { name: 'a.Tool', methods: [staticMethod('go', COLLECT)] }];
    const program = programOfClasses(classes, 1);
    expect(program.dexes).toHaveLength(2);
    const [call] = callsIn(program, 'a.Tool.go', 'collect');
    expect(reachable(program, LAUNCHED).isReachable(call!)).toBe(true);
  });
});

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

describe('hand-offs', () => {
  const EXECUTE = 'invoke-interface v9 v0 Ljava/util/concurrent/Executor;->execute(Ljava/lang/Runnable;)V';
  const post = (register: string) => `invoke-virtual v9 ${register} Landroid/os/Handler;->post(Ljava/lang/Runnable;)Z`;

  test.each([
    ['an executor', [...make('a.Work'), EXECUTE]],
    ['a handler', [...make('a.Work'), post('v0')]],
    [
      'a thread',
      [
        ...make('a.Work'),
        'new-instance v1 Ljava/lang/Thread;',
        'invoke-direct v1 v0 Ljava/lang/Thread;-><init>(Ljava/lang/Runnable;)V',
        'invoke-virtual v1 Ljava/lang/Thread;->start()V',
      ],
    ],
    ['a pool of the app', [...make('a.Work'), 'invoke-static v0 La/Pool;->run(Ljava/lang/Runnable;)V']],
  ])('a Runnable by %s', (_name, lines) => {
    const pool = {
      name: 'a.Pool',
      methods: [
        staticMethod(
          'run(Ljava/lang/Runnable;)V',
          'invoke-interface v9 p0 Ljava/util/concurrent/Executor;->execute(Ljava/lang/Runnable;)V',
        ),
      ],
    };
    expect(ways([main(...lines), runnable('a.Work', COLLECT), pool])).toEqual([
      'launcher: a.Main.onCreate -hand-off> a.Work.run',
    ]);
  });

  test('a Runnable that is made and never handed on does not run', () => {
    expect(ways([main(...make('a.Work')), runnable('a.Work', COLLECT)])).toEqual([]);
    expect(
      ways([
        main(...make('a.Work'), 'invoke-virtual v9 v0 Landroid/os/Handler;->removeCallbacks(Ljava/lang/Runnable;)V'),
        runnable('a.Work', COLLECT),
      ]),
    ).toEqual([]);
  });

  test('a Runnable in a field runs where the field is handed on', () => {
    const holder = (reader: string): ClassRecipe => ({
      name: 'a.Main',
      superclass: 'android.app.Activity',
      fields: [{ name: 'work', type: 'java.lang.Runnable' }],
      methods: [
        init('android.app.Activity', ...make('a.Work'), 'iput-object v0 p0 La/Main;->work:Ljava/lang/Runnable;'),
        method(ON_CREATE),
        method(reader, 'iget-object v0 p0 La/Main;->work:Ljava/lang/Runnable;', post('v0')),
      ],
    });
    expect(ways([holder('onClick'), runnable('a.Work', COLLECT)])).toEqual([]);
    expect(ways([holder('onResume'), runnable('a.Work', COLLECT)])).toEqual(['launcher: a.Main.onResume -hand-off> a.Work.run']);
  });

  test('an object that hands itself on', () => {
    const worker = runnable('a.Work', COLLECT);
    const self: ClassRecipe = {
      ...worker,
      methods: [
        ...worker.methods!,
        method('begin', 'invoke-interface v0 p0 Ljava/util/concurrent/Executor;->execute(Ljava/lang/Runnable;)V'),
      ],
    };
    expect(ways([main(...make('a.Work'), 'invoke-virtual v0 La/Work;->begin()V'), self])).toEqual([
      'launcher: a.Main.onCreate -call> a.Work.begin -hand-off> a.Work.run',
    ]);
    expect(ways([main(...make('a.Work')), self])).toEqual([]);
  });

  test.each([
    ['a Thread', 'java.lang.Thread', 'run', 'invoke-virtual v0 La/Work;->start()V'],
    [
      'a task',
      'android.os.AsyncTask',
      'doInBackground([Ljava/lang/Object;)V',
      'invoke-virtual v0 v1 La/Work;->execute([Ljava/lang/Object;)V',
    ],
    [
      'a Handler',
      'android.os.Handler',
      'handleMessage(Landroid/os/Message;)V',
      'invoke-virtual v0 v1 La/Work;->sendEmptyMessage(I)Z',
    ],
    [
      'a TimerTask',
      'java.util.TimerTask',
      'run',
      'invoke-virtual v1 v0 v2 v3 Ljava/util/Timer;->schedule(Ljava/util/TimerTask;J)V',
    ],
    ['a HandlerThread', 'android.os.HandlerThread', 'onLooperPrepared', 'invoke-virtual v0 La/Work;->start()V'],
  ])('%s runs when it is started', (_name, superclass, name, start) => {
    const work = { name: 'a.Work', superclass, methods: [init(superclass), method(name, COLLECT)] };
    expect(ways([main(...make('a.Work')), work])).toEqual([]);
    expect(ways([main(...make('a.Work'), start), work])).toEqual([
      `launcher: a.Main.onCreate -hand-off> a.Work.${name.replace(/\(.*/, '')}`,
    ]);
  });

  test('a Thread that starts itself in its constructor', () => {
    const work = {
      name: 'a.Work',
      superclass: 'java.lang.Thread',
      methods: [init('java.lang.Thread', 'invoke-virtual p0 La/Work;->start()V'), method('run', COLLECT)],
    };
    expect(ways([main(...make('a.Work')), work])).toEqual([
      'launcher: a.Main.onCreate -call> a.Work.<init> -hand-off> a.Work.run',
    ]);
  });

  test('a Callable and a message handler', () => {
    const callable = {
      name: 'a.Work',
      interfaces: ['java.util.concurrent.Callable'],
      methods: [
        init('java.lang.Object'),
        { ...method('call()Ljava/lang/Object;'), code: [COLLECT, 'const/4 v0 0', 'return-object v0'] },
      ],
    };
    expect(
      ways([
        main(
          ...make('a.Work'),
          'invoke-interface v1 v0 Ljava/util/concurrent/ExecutorService;->submit(Ljava/util/concurrent/Callable;)Ljava/util/concurrent/Future;',
        ),
        callable,
      ]),
    ).toEqual(['launcher: a.Main.onCreate -hand-off> a.Work.call']);
  });

  test('a worker by its class constant', () => {
    const worker = {
      name: 'androidx.work.Worker',
      flags: ACCESS.public | ACCESS.abstract,
      methods: [init('java.lang.Object')],
    };
    const mine = {
      name: 'a.Sync',
      superclass: 'androidx.work.Worker',
      methods: [init('androidx.work.Worker'), method('doWork', COLLECT)],
    };
    const lines = [
      'const-class v0 a.Sync',
      'new-instance v1 Landroidx/work/OneTimeWorkRequest$Builder;',
      'invoke-direct v1 v0 Landroidx/work/OneTimeWorkRequest$Builder;-><init>(Ljava/lang/Class;)V',
    ];
    expect(ways([main(...lines), worker, mine])).toEqual(['launcher: a.Main.onCreate -hand-off> a.Sync.doWork']);
    expect(ways([main(), worker, mine])).toEqual([]);
  });

  test('a coroutine', () => {
    const base = {
      name: 'kotlin.coroutines.jvm.internal.SuspendLambda',
      flags: ACCESS.public | ACCESS.abstract,
      methods: [init('java.lang.Object')],
    };
    const block: ClassRecipe = {
      name: 'a.Main$launch$1',
      superclass: base.name,
      interfaces: ['kotlin.jvm.functions.Function2'],
      methods: [
        init(base.name),
        { ...method('invokeSuspend(Ljava/lang/Object;)Ljava/lang/Object;'), code: [COLLECT, 'const/4 v0 0', 'return-object v0'] },
      ],
    };
    const launch =
      'invoke-static v1 v0 Lkotlinx/coroutines/BuildersKt;->launch(Ljava/lang/Object;Lkotlin/jvm/functions/Function2;)V';
    const builders = {
      name: 'kotlinx.coroutines.BuildersKt',
      methods: [staticMethod('launch(Ljava/lang/Object;Lkotlin/jvm/functions/Function2;)V')],
    };
    expect(ways([main(...make('a.Main$launch$1'), launch), base, block, builders])).toEqual([
      'launcher: a.Main.onCreate -hand-off> a.Main$launch$1.invokeSuspend',
    ]);
  });

  test('what RxJava is given, by a lambda without captured values too', () => {
    const consumer = { name: 'io.reactivex.functions.Consumer', flags: ACCESS.public | ACCESS.interface | ACCESS.abstract };
    const lambda: ClassRecipe = {
      name: 'a.-$$Lambda$0',
      interfaces: [consumer.name],
      fields: [{ name: 'INSTANCE', type: 'a.-$$Lambda$0', flags: ACCESS.public | ACCESS.static }],
      methods: [
        {
          name: '<clinit>',
          code: [...make('a.-$$Lambda$0'), 'sput-object v0 La/-$$Lambda$0;->INSTANCE:La/-$$Lambda$0;', 'return-void'],
        },
        init('java.lang.Object'),
        method('accept(Ljava/lang/Object;)V', COLLECT),
      ],
    };
    const subscribe = 'invoke-virtual v1 v0 Lio/reactivex/Observable;->subscribe(Lio/reactivex/functions/Consumer;)V';
    expect(ways([main(...make('a.-$$Lambda$0'), subscribe), consumer, lambda])).toEqual([
      'launcher: a.Main.onCreate -hand-off> a.-$$Lambda$0.accept',
    ]);
    expect(ways([main('sget-object v0 La/-$$Lambda$0;->INSTANCE:La/-$$Lambda$0;', subscribe), consumer, lambda])).toEqual([
      'launcher: a.Main.onCreate -hand-off> a.-$$Lambda$0.accept',
    ]);
  });

  test('lambdas by invoke-custom: work runs, a click does not', () => {
    const by = (iface: string): ClassRecipe => ({
      name: 'a.Main',
      superclass: 'android.app.Activity',
      methods: [
        init('android.app.Activity'),
        method(ON_CREATE, `lambda La/Main;->body()V ${iface}`),
        staticMethod('body', COLLECT),
      ],
    });
    expect(ways([by('Ljava/lang/Runnable;->run()V')])).toEqual(['launcher: a.Main.onCreate -hand-off> a.Main.body']);
    expect(ways([by('Landroid/view/View$OnClickListener;->onClick()V')])).toEqual([]);
  });
});

describe('callbacks', () => {
  const listener = (iface: string, name: string, owner = 'java.lang.Object'): ClassRecipe => ({
    name: 'a.Listener',
    superclass: owner,
    interfaces: owner === 'java.lang.Object' ? [iface] : [],
    methods: [init(owner), method(name, COLLECT)],
  });

  test('a click waits for the user', () => {
    const set = 'invoke-virtual v1 v0 Landroid/view/View;->setOnClickListener(Landroid/view/View$OnClickListener;)V';
    expect(
      ways([main(...make('a.Listener'), set), listener('android.view.View$OnClickListener', 'onClick(Landroid/view/View;)V')]),
    ).toEqual([]);
    const dialog =
      'invoke-virtual v1 v0 Landroid/app/AlertDialog$Builder;->setButton(Landroid/content/DialogInterface$OnClickListener;)V';
    expect(
      ways([main(...make('a.Listener'), dialog), listener('android.content.DialogInterface$OnClickListener', 'onClick')]),
    ).toEqual([]);
  });

  test.each([
    [
      'a location',
      'invoke-virtual v1 v0 Landroid/location/LocationManager;->request(Landroid/location/LocationListener;)V',
      listener('android.location.LocationListener', 'onLocationChanged'),
    ],
    [
      'a broadcast',
      'invoke-virtual v1 v0 Landroid/content/Context;->registerReceiver(Landroid/content/BroadcastReceiver;)V',
      listener('', 'onReceive', 'android.content.BroadcastReceiver'),
    ],
    [
      'a service',
      'invoke-virtual v1 v0 Landroid/content/Context;->bind(Landroid/content/ServiceConnection;)V',
      listener('android.content.ServiceConnection', 'onServiceConnected'),
    ],
    [
      'content',
      'invoke-virtual v1 v0 Landroid/content/ContentResolver;->registerContentObserver(Landroid/database/ContentObserver;)V',
      listener('', 'onChange', 'android.database.ContentObserver'),
    ],
    [
      'the life of activities',
      'invoke-virtual v1 v0 Landroid/app/Application;->registerActivityLifecycleCallbacks(Landroid/app/Application$ActivityLifecycleCallbacks;)V',
      listener('android.app.Application$ActivityLifecycleCallbacks', 'onActivityResumed'),
    ],
    [
      'a type that is not listed',
      'invoke-virtual v1 v0 Landroid/nfc/NfcAdapter;->listen(Landroid/nfc/NfcAdapter$ReaderCallback;)V',
      listener('android.nfc.NfcAdapter$ReaderCallback', 'onTagDiscovered'),
    ],
  ])('%s comes by itself', (_name, register, recipe) => {
    expect(ways([main(...make('a.Listener'), register), recipe])).toEqual([
      `launcher: a.Main.onCreate -callback> a.Listener.${recipe.methods![1]!.name}`,
    ]);
  });

  test('an activity is its own listener only where it says so', () => {
    const activity = (line: string): ClassRecipe => ({
      ...main(line),
      interfaces: ['android.location.LocationListener'],
      methods: [...main(line).methods!, method('onLocationChanged', COLLECT)],
    });
    const asContext = 'invoke-static p0 La/Sdk;->init(Landroid/content/Context;)V';
    const sdk = { name: 'a.Sdk', methods: [staticMethod('init(Landroid/content/Context;)V')] };
    expect(ways([activity(asContext), sdk])).toEqual([]);
    const asListener = 'invoke-virtual v0 p0 Landroid/location/LocationManager;->request(Landroid/location/LocationListener;)V';
    expect(ways([activity(asListener)])).toEqual(['launcher: a.Main.onCreate -callback> a.Main.onLocationChanged']);
  });
});

describe('what a constant class sets off', () => {
  const intent = (lines: readonly string[], start: string) => ['new-instance v0 Landroid/content/Intent;', ...lines, start];
  const START = 'invoke-virtual p0 v0 La/Main;->startActivity(Landroid/content/Intent;)V';
  const next = {
    name: 'a.Next',
    superclass: 'android.app.Activity',
    methods: [init('android.app.Activity'), method(ON_CREATE, COLLECT)],
  };
  const declared = declare({ launcher: 'a.Main' }, { 'a.Main': 'activity', 'a.Next': 'activity' });

  test.each([
    [
      'Intent(Context, Class)',
      [
        'const-class v1 a.Next',
        'invoke-direct v0 p0 v1 Landroid/content/Intent;-><init>(Landroid/content/Context;Ljava/lang/Class;)V',
      ],
    ],
    [
      'setClass',
      [
        'const-class v1 a.Next',
        'invoke-virtual v0 p0 v1 Landroid/content/Intent;->setClass(Landroid/content/Context;Ljava/lang/Class;)V',
      ],
    ],
    [
      'setClassName',
      [
        'const-string v1 "a.Next"',
        'invoke-virtual v0 p0 v1 Landroid/content/Intent;->setClassName(Landroid/content/Context;Ljava/lang/String;)V',
      ],
    ],
  ])('a component started by %s', (_name, lines) => {
    expect(ways([main(...intent(lines, START)), next], declared)).toEqual([
      'launcher: a.Main.onCreate -start> a.Next.onCreate',
      'activity: a.Next.onCreate',
    ]);
    expect(ways([main(...intent(lines, 'nop')), next], declared)).toEqual(['activity: a.Next.onCreate']);
  });

  test('a service', () => {
    const service = {
      name: 'a.Next',
      superclass: 'android.app.Service',
      methods: [init('android.app.Service'), method('onStartCommand(Landroid/content/Intent;II)V', COLLECT)],
    };
    const lines = [
      'const-class v1 a.Next',
      'invoke-direct v0 p0 v1 Landroid/content/Intent;-><init>(Landroid/content/Context;Ljava/lang/Class;)V',
    ];
    const start = 'invoke-virtual p0 v0 La/Main;->startForegroundService(Landroid/content/Intent;)V';
    expect(ways([main(...intent(lines, start)), service], declare({ launcher: 'a.Main' }, { 'a.Next': 'service' }))[0]).toBe(
      'launcher: a.Main.onCreate -start> a.Next.onStartCommand',
    );
  });

  test('reflection with constant names', () => {
    const hidden = { name: 'a.Hidden', methods: [init('java.lang.Object'), method('secret', COLLECT)] };
    const lines = [
      'const-string v0 "a.Hidden"',
      'invoke-static v0 Ljava/lang/Class;->forName(Ljava/lang/String;)Ljava/lang/Class;',
      'move-result-object v0',
      'const-string v1 "secret"',
      'invoke-virtual v0 v1 v2 Ljava/lang/Class;->getMethod(Ljava/lang/String;[Ljava/lang/Class;)Ljava/lang/reflect/Method;',
      'move-result-object v1',
    ];
    const invoke =
      'invoke-virtual v1 v3 v4 Ljava/lang/reflect/Method;->invoke(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;';
    expect(ways([main(...lines, invoke), hidden])).toEqual(['launcher: a.Main.onCreate -call> a.Hidden.secret']);
    expect(ways([main(...lines), hidden])).toEqual([]);
  });

  test('an object that a library makes of a class constant', () => {
    const model = { name: 'a.Model', methods: [init('java.lang.Object', COLLECT), method('load')] };
    const lines = [
      'const-class v0 a.Model',
      'invoke-virtual v1 v0 Landroidx/lifecycle/ViewModelProvider;->get(Ljava/lang/Class;)Ljava/lang/Object;',
    ];
    expect(ways([main(...lines), model])).toEqual(['launcher: a.Main.onCreate -callback> a.Model.<init>']);
  });
});
