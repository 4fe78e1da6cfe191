import type { ClassRecipe } from '../../services/cli/building/dex.ts';
import { declare } from '../fixtures/reachable.ts';
import { COLLECT, init, main, make, method, ON_CREATE, staticMethod, ways } from '../fixtures/small-programs.ts';

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

  test('a dialog that is shown is made, and its buttons wait for the user', () => {
    const dialog: ClassRecipe = {
      name: 'a.Notice',
      superclass: 'android.app.Dialog',
      interfaces: ['android.view.View$OnClickListener'],
      methods: [
        init('android.app.Dialog'),
        method('onCreate(Landroid/os/Bundle;)V', COLLECT),
        method('onClick(Landroid/view/View;)V', COLLECT),
      ],
    };
    const show = 'invoke-virtual v0 La/Notice;->show()V';
    expect(ways([main(...make('a.Notice'), show), dialog])).toEqual(['launcher: a.Main.onCreate -callback> a.Notice.onCreate']);
    expect(ways([main(...make('a.Notice')), dialog])).toEqual([]);
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
