import { buildApk } from '../../services/cli/building/apk.ts';
import type { ClassRecipe, MethodRecipe } from '../../services/cli/building/dex.ts';
import { buildDex } from '../../services/cli/building/dex.ts';
import type { ApiUse, PackageFacts } from '../../shared/domain/facts/package.ts';
import { inspectBytes } from '../fixtures/source.ts';

/** A method of `com.example.Main` that does the lines. */
function does(name: string, ...lines: string[]): MethodRecipe {
  return { name, code: [...lines, 'return-void'] };
}

function inspectClasses(...classes: ClassRecipe[]): Promise<PackageFacts> {
  return inspectBytes(buildApk({ packageName: 'com.example', classes }));
}

function inspectMethods(...methods: MethodRecipe[]): Promise<PackageFacts> {
  return inspectClasses({ name: 'com.example.Main', superclass: 'android.app.Activity', methods });
}

function use(uses: readonly ApiUse[] | undefined, target: string, constant?: string): ApiUse | undefined {
  return uses?.find((each) => each.target === target && each.constant === constant);
}

const QUERY =
  'invoke-virtual v1 v0 v2 v2 v2 v2 Landroid/content/ContentResolver;->query(Landroid/net/Uri;Ljava/lang/String;)Landroid/database/Cursor;';
const QUERY_TARGET = 'Landroid/content/ContentResolver;->query';
const PARSE = 'invoke-static v0 Landroid/net/Uri;->parse(Ljava/lang/String;)Landroid/net/Uri;';
const SECURE = 'Landroid/provider/Settings$Secure;->getString';
const GET_STRING = `invoke-static v1 v0 ${SECURE}(Landroid/content/ContentResolver;Ljava/lang/String;)Ljava/lang/String;`;

describe('constant arguments', () => {
  test('an address that is parsed and asked for, and one that is a field of the platform', async () => {
    const query = QUERY.replace(' v2 v2 v2 v2', ' v2');
    const { code } = await inspectMethods(
      does('sms', 'const-string v0 "content://sms/inbox"', PARSE, 'move-result-object v0', query),
      does('contacts', 'sget-object v0 Landroid/provider/ContactsContract$Contacts;->CONTENT_URI:Landroid/net/Uri;', query),
      does('other', 'const-string v0 "content://com.example.own/x"', PARSE, 'move-result-object v0', query),
    );
    expect(use(code.apiUses, QUERY_TARGET, 'content://sms')).toMatchObject({
      count: 1,
      piTypes: ['sms'],
      permissions: ['android.permission.READ_SMS'],
      callers: [{ class: 'com.example.Main', method: 'sms', arguments: ['content://sms/inbox'] }],
    });
    expect(use(code.apiUses, QUERY_TARGET, 'content://com.android.contacts')?.callers[0]?.method).toBe('contacts');
    expect(
      use(code.apiUses, 'Landroid/provider/ContactsContract$Contacts;->CONTENT_URI', 'content://com.android.contacts'),
    ).toBeDefined();
    expect(code.apiUses.filter(({ target }) => target === QUERY_TARGET)).toHaveLength(2);
  });

  test('a key of the settings decides; one that is not known stays a question, one that means nothing is left out', async () => {
    const { code } = await inspectMethods(
      does('id', 'const-string v0 "android_id"', GET_STRING),
      does('font', 'const-string v0 "font_scale"', GET_STRING),
      does('asked', 'move-object v0 p0', GET_STRING),
    );
    const uses = code.apiUses.filter(({ target }) => target === SECURE);
    expect(uses.map(({ constant, callers }) => [constant, callers.map(({ method }) => method)])).toEqual([
      [undefined, ['asked']],
      ['android_id', ['id']],
    ]);
  });

  test('what is known does not outlive a place where ways meet, nor a register that is written over', async () => {
    const { code } = await inspectMethods(
      does('joined', 'if-eqz p0 :other', 'const-string v0 "android_id"', ':other', GET_STRING),
      does('looped', 'const-string v0 "android_id"', ':loop', GET_STRING, 'const-string v0 "font_scale"', 'if-eqz p0 :loop'),
      does('either', 'const-string v0 "font_scale"', 'if-eqz p0 :other', 'const-string v0 "android_id"', ':other', GET_STRING),
      does('written', 'const-string v0 "android_id"', 'iget-object v0 p0 Lcom/example/Main;->key:Ljava/lang/String;', GET_STRING),
      does('wide', 'const-string v1 "android_id"', 'const-wide/16 v0 5', 'move-object v0 v1', GET_STRING),
      does('before', 'const-string v0 "android_id"', 'if-eqz p0 :other', 'nop', ':other', GET_STRING),
      does('around', 'const-string v0 "android_id"', 'if-eqz p0 :other', 'return-void', ':other', GET_STRING),
      does('moved', 'const-string v3 "android_id"', 'move-object v0 v3', GET_STRING),
    );
    const [unknown, known] = code.apiUses.filter(({ target }) => target === SECURE);
    expect(unknown!.callers.map(({ method }) => method).sort()).toEqual(['either', 'joined', 'looped', 'wide', 'written']);
    expect(known!.callers.map(({ method }) => method)).toEqual(['around', 'before', 'moved']);
  });

  test('permissions that are asked for, from an array, by a call that names the activity itself', async () => {
    const { code } = await inspectMethods(
      does(
        'ask',
        'const/4 v1 2',
        'new-array v0 v1 [Ljava/lang/String;',
        'const/4 v2 0',
        'const-string v3 "android.permission.CAMERA"',
        'aput-object v3 v0 v2',
        'const/4 v2 1',
        'const-string v3 "android.permission.RECORD_AUDIO"',
        'aput-object v3 v0 v2',
        'invoke-virtual p0 v0 v1 Lcom/example/Main;->requestPermissions([Ljava/lang/String;I)V',
      ),
    );
    expect(use(code.apiUses, 'Landroid/app/Activity;->requestPermissions')?.callers).toEqual([
      expect.objectContaining({
        via: 'com.example.Main',
        arguments: ['android.permission.CAMERA', 'android.permission.RECORD_AUDIO'],
      }),
    ]);
  });

  test('a system property, asked for by reflection', async () => {
    const { code } = await inspectMethods(
      does(
        'serial',
        'const-string v0 "android.os.SystemProperties"',
        'invoke-static v0 Ljava/lang/Class;->forName(Ljava/lang/String;)Ljava/lang/Class;',
        'move-result-object v0',
        'const-string v1 "get"',
        'invoke-virtual v0 v1 v2 Ljava/lang/Class;->getMethod(Ljava/lang/String;[Ljava/lang/Class;)Ljava/lang/reflect/Method;',
        'move-result-object v0',
        'const-string v1 "ro.serialno"',
        'filled-new-array v1 [Ljava/lang/Object;',
        'move-result-object v1',
        'invoke-virtual v0 v2 v1 Ljava/lang/reflect/Method;->invoke(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;',
      ),
    );
    const names = code.reflection!.map(({ target, constant }) => [target, constant]);
    expect(names).toEqual([
      ['Ljava/lang/Class;->forName', 'android.os.SystemProperties'],
      ['Ljava/lang/Class;->getMethod', 'android.os.SystemProperties.get'],
      ['Ljava/lang/reflect/Method;->invoke', 'android.os.SystemProperties.get'],
    ]);
    expect(use(code.apiUses, 'Ljava/lang/reflect/Method;->invoke', 'ro.serialno')?.piTypes).toEqual(['device.serial']);
  });
});

describe('which method a call means', () => {
  const GET_ID = 'Landroid/telephony/TelephonyManager;->getDeviceId';
  const phone = (...methods: MethodRecipe[]): ClassRecipe => ({
    name: 'com.example.Phone',
    superclass: 'android.telephony.TelephonyManager',
    methods,
  });
  const deeper: ClassRecipe = { name: 'com.example.Deeper', superclass: 'com.example.Phone' };
  const caller: ClassRecipe = {
    name: 'com.example.Main',
    methods: [does('run', 'invoke-virtual v0 Lcom/example/Deeper;->getDeviceId()Ljava/lang/String;')],
  };

  test('a call that names a subclass of the app means the class of the platform above it', async () => {
    const { code } = await inspectClasses(phone(), deeper, caller);
    expect(use(code.apiUses, GET_ID)).toMatchObject({ count: 1, callers: [{ via: 'com.example.Deeper', offset: 0 }] });
  });

  test('unless a class in between has a method of its own', async () => {
    const own = { name: 'getDeviceId', descriptor: '()Ljava/lang/String;', code: ['const-string v0 "none"', 'return-object v0'] };
    const { code } = await inspectClasses(phone(own), deeper, caller);
    expect(use(code.apiUses, GET_ID)).toBeUndefined();
  });

  test('superclasses in a circle are not followed for ever', async () => {
    const { code } = await inspectClasses(
      { name: 'com.example.Phone', superclass: 'com.example.Deeper' },
      { ...deeper, methods: [] },
      caller,
    );
    expect(code.apiUses).toEqual([]);
    expect(code.packages).toEqual([{ name: 'com.example', classes: 3, methods: 1, bodies: 1, callers: [] }]);
  });
});

test('the serial number is a field that is read', async () => {
  const { code } = await inspectMethods(does('read', 'nop', 'sget-object v0 Landroid/os/Build;->SERIAL:Ljava/lang/String;'));
  expect(use(code.apiUses, 'Landroid/os/Build;->SERIAL')).toMatchObject({
    apis: ['API-A-025'],
    count: 1,
    callers: [{ method: 'read', offset: 1 }],
  });
});

test('the body of a lambda is called where it is made', async () => {
  const { code } = await inspectMethods(
    does('run', 'lambda v0 Landroid/telephony/TelephonyManager;->getDeviceId(Ljava/lang/String;)V Ljava/lang/Runnable;->run()V'),
  );
  expect(use(code.apiUses, 'Landroid/telephony/TelephonyManager;->getDeviceId')?.callers[0]).toMatchObject({ method: 'run' });
});

test('a class that the manifest names, with what it extends', async () => {
  const facts = await inspectBytes(
    buildApk({
      packageName: 'com.example',
      components: [{ kind: 'activity', name: 'com.example.Main' }],
      classes: [
        { name: 'com.example.Main', superclass: 'com.example.Base' },
        { name: 'com.example.Base', superclass: 'android.app.Activity' },
      ],
    }),
  );
  expect(facts.code.declaredClasses).toEqual([
    { name: 'com.example.Main', defined: true, superclasses: ['com.example.Base', 'android.app.Activity'] },
  ]);
});

test('keys are hinted at and never told, texts in Chinese are told by topic', async () => {
  const secret = `LTAI${'5tAbCdEf'.repeat(2)}wxyz`;
  const facts = await inspectMethods(
    does('keep', `const-string v0 "${secret}"`),
    does('say', 'const-string v0 "我已阅读并同意《隐私政策》和《用户协议》"', 'const-string v0 "今天天气很好"'),
  );
  expect(facts.code.keys).toEqual([{ kind: 'aliyun-access-key', hint: 'LTAI…(24)', place: 'com.example.Main' }]);
  expect(JSON.stringify(facts)).not.toContain(secret);
  expect(facts.texts.map(({ text, topics }) => [text, topics.includes('privacy-policy')])).toEqual([
    ['我已阅读并同意《隐私政策》和《用户协议》', true],
  ]);
});

test('code that the system does not load is read and marked', async () => {
  const hidden = buildDex([
    { name: 'plugin.Spy', methods: [{ name: 'run', calls: ['Landroid/telephony/TelephonyManager;->getDeviceId()V'] }] },
  ]);
  const facts = await inspectBytes(
    buildApk({
      packageName: 'com.example',
      classes: [{ name: 'com.example.Main' }],
      entries: { 'classes3.dex': buildDex([{ name: 'behind.Gap' }]), 'assets/logo.png': hidden },
    }),
  );
  expect(facts.code.dexFiles.map(({ entry, loading }) => [entry, loading])).toEqual([
    ['classes.dex', 'loaded'],
    ['classes3.dex', 'hidden'],
    ['assets/logo.png', 'hidden'],
  ]);
  expect(facts.code.apiUses[0]?.callers[0]).toMatchObject({ class: 'plugin.Spy', dex: 'assets/logo.png' });
});

test('the first of two definitions of a class counts, the calls of both are told', async () => {
  const spy = (name: string): ClassRecipe => ({
    name: 'com.example.Main',
    methods: [{ name, calls: ['Landroid/telephony/TelephonyManager;->getDeviceId()V'] }],
  });
  const facts = await inspectBytes(buildApk({ packageName: 'com.example', classes: [spy('first')], moreDex: [[spy('second')]] }));
  expect(facts.code.apiUses[0]).toMatchObject({ count: 2 });
  expect(facts.code.packages).toEqual([{ name: 'com.example', classes: 2, methods: 2, bodies: 2, callers: [] }]);
});
