import { ACCESS, type ClassRecipe } from '../../services/cli/building/dex.ts';
import { COLLECT, init, main, make, method, ON_CREATE, runnable, staticMethod, ways } from '../fixtures/small-programs.ts';

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
