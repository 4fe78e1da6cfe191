import { buildApk } from '../../services/cli/building/apk.ts';
import { ACCESS, type ClassRecipe, type MethodRecipe } from '../../services/cli/building/dex.ts';
import type { ApiUse } from '../../shared/domain/facts/package.ts';
import { inspectBytes } from '../fixtures/source.ts';

const ASK = 'Landroidx/core/app/ActivityCompat;->requestPermissions';
const ASK_CALL = `invoke-static p0 v0 v1 ${ASK}(Landroid/app/Activity;[Ljava/lang/String;I)V`;
const LIST = '[Ljava/lang/String;';

/** Lines that make a list of the permissions in `v0`. */
function listOf(...names: string[]): string[] {
  const fill = names.flatMap((name, i) => [
    `const/4 v1 ${i}`,
    `const-string v2 "android.permission.${name}"`,
    'aput-object v2 v0 v1',
  ]);
  return [`const/4 v1 ${names.length}`, `new-array v0 v1 ${LIST}`, ...fill];
}

function initialiser(...code: string[]): MethodRecipe {
  return { name: '<clinit>', code: [...code, 'return-void'] };
}

function main(...code: string[]): ClassRecipe {
  return {
    name: 'com.example.Main',
    superclass: 'android.app.Activity',
    methods: [{ name: 'ask', code: [...code, 'return-void'] }],
  };
}

async function usesOf(...classes: ClassRecipe[]): Promise<readonly ApiUse[]> {
  return (await inspectBytes(buildApk({ packageName: 'com.example', classes }))).code.apiUses;
}

async function asked(...classes: ClassRecipe[]): Promise<readonly string[] | undefined> {
  return (await usesOf(...classes)).find(({ target }) => target === ASK)?.callers.find(({ method }) => method === 'ask')
    ?.arguments;
}

const FIELD = `Lcom/example/Main;->PERMISSIONS:${LIST}`;
const READ = [`sget-object v0 ${FIELD}`, 'const/4 v1 1', ASK_CALL];
const fields = [{ name: 'PERMISSIONS', type: LIST, flags: ACCESS.static | ACCESS.final }];

test('permissions that are asked for out of a static list', async () => {
  const own = main(...READ);
  const filled = initialiser(...listOf('CAMERA', 'RECORD_AUDIO'), `sput-object v0 ${FIELD}`);
  expect(await asked({ ...own, fields, methods: [filled, ...own.methods!] })).toEqual([
    'android.permission.CAMERA',
    'android.permission.RECORD_AUDIO',
  ]);
});

test('out of a list of another class, which takes it from a third', async () => {
  const there = `Lcom/example/Lists;->ALL:${LIST}`;
  const source = `Lcom/example/Source;->LIST:${LIST}`;
  const classes: ClassRecipe[] = [
    main(`sget-object v0 ${there}`, ASK_CALL),
    { name: 'com.example.Lists', methods: [initialiser(`sget-object v0 ${source}`, `sput-object v0 ${there}`)] },
    { name: 'com.example.Source', methods: [initialiser(...listOf('READ_CONTACTS'), `sput-object v0 ${source}`)] },
  ];
  expect(await asked(...classes)).toEqual(['android.permission.READ_CONTACTS']);
});

test('out of a member that the constructor fills', async () => {
  const own = main(`iget-object v0 p0 ${FIELD}`, ASK_CALL);
  const made: MethodRecipe = { name: '<init>', code: [...listOf('CAMERA'), `iput-object v0 p0 ${FIELD}`, 'return-void'] };
  expect(await asked({ ...own, methods: [made, ...own.methods!] })).toEqual(['android.permission.CAMERA']);
});

test('a list that depends on the version holds what any way gives', async () => {
  const own = main(...READ);
  const filled = initialiser(
    'sget v3 Landroid/os/Build$VERSION;->SDK_INT:I',
    'if-eqz v3 :old',
    ...listOf('READ_MEDIA_IMAGES'),
    `sput-object v0 ${FIELD}`,
    'goto :end',
    ':old',
    ...listOf('READ_EXTERNAL_STORAGE'),
    `sput-object v0 ${FIELD}`,
    ':end',
  );
  expect(await asked({ ...own, methods: [filled, ...own.methods!] })).toEqual([
    'android.permission.READ_MEDIA_IMAGES',
    'android.permission.READ_EXTERNAL_STORAGE',
  ]);
});

test('a list that takes what is still missing, and goes into an array', async () => {
  const add = 'invoke-interface v3 v2 Ljava/util/List;->add(Ljava/lang/Object;)Z';
  const own = main(
    'new-instance v3 Ljava/util/ArrayList;',
    'invoke-direct v3 Ljava/util/ArrayList;-><init>()V',
    'const-string v2 "android.permission.CAMERA"',
    'if-eqz p0 :has',
    add,
    ':has',
    'const-string v2 "android.permission.RECORD_AUDIO"',
    add,
    `invoke-interface v3 v1 Ljava/util/List;->toArray([Ljava/lang/Object;)[Ljava/lang/Object;`,
    'move-result-object v0',
    `check-cast v0 ${LIST}`,
    ASK_CALL,
  );
  expect(await asked(own)).toEqual(['android.permission.CAMERA', 'android.permission.RECORD_AUDIO']);
});

test('a list that holds itself ends', async () => {
  const own = main(
    'new-instance v0 Ljava/util/ArrayList;',
    'invoke-virtual v0 v0 Ljava/util/ArrayList;->add(Ljava/lang/Object;)Z',
    ASK_CALL,
  );
  expect(await asked(own)).toBeUndefined();
});

test('lists that read each other in a circle end', async () => {
  const [a, b] = [`Lcom/example/A;->L:${LIST}`, `Lcom/example/B;->L:${LIST}`];
  const classes: ClassRecipe[] = [
    main(`sget-object v0 ${a}`, ASK_CALL),
    { name: 'com.example.A', methods: [initialiser(`sget-object v0 ${b}`, `sput-object v0 ${a}`)] },
    { name: 'com.example.B', methods: [initialiser(`sget-object v0 ${a}`, `sput-object v0 ${b}`)] },
  ];
  expect(await asked(...classes)).toBeUndefined();
});

test('an address and a key of the settings out of fields; a field that is set to two values says nothing', async () => {
  const uri = 'Lcom/example/Keys;->SMS:Landroid/net/Uri;';
  const key = 'Lcom/example/Keys;->ID:Ljava/lang/String;';
  const either = 'Lcom/example/Keys;->EITHER:Ljava/lang/String;';
  const secure = 'Landroid/provider/Settings$Secure;->getString';
  const get = `invoke-static v1 v0 ${secure}(Landroid/content/ContentResolver;Ljava/lang/String;)Ljava/lang/String;`;
  const query = 'Landroid/content/ContentResolver;->query';
  const keys = initialiser(
    'const-string v0 "content://sms/inbox"',
    'invoke-static v0 Landroid/net/Uri;->parse(Ljava/lang/String;)Landroid/net/Uri;',
    'move-result-object v0',
    `sput-object v0 ${uri}`,
    'const-string v0 "android_id"',
    `sput-object v0 ${key}`,
    `sput-object v0 ${either}`,
    'const-string v0 "font_scale"',
    `sput-object v0 ${either}`,
  );
  const does = (name: string, ...code: string[]): MethodRecipe => ({ name, code: [...code, 'return-void'] });
  const uses = await usesOf(
    { name: 'com.example.Keys', methods: [keys] },
    {
      name: 'com.example.Main',
      methods: [
        does(
          'sms',
          `sget-object v0 ${uri}`,
          `invoke-virtual v1 v0 v2 ${query}(Landroid/net/Uri;Ljava/lang/String;)Landroid/database/Cursor;`,
        ),
        does('id', `sget-object v0 ${key}`, get),
        does('either', `sget-object v0 ${either}`, get),
      ],
    },
  );
  const told = uses.map(({ target, constant, callers }) => [target, constant, ...callers.map(({ method }) => method)]);
  expect(told).toContainEqual([query, 'content://sms', 'sms']);
  expect(told).toContainEqual([secure, 'android_id', 'id']);
  expect(told).toContainEqual([secure, undefined, 'either']);
});

describe('what goes through methods of the app', () => {
  const relay = (next: string, more: Partial<MethodRecipe> = {}): MethodRecipe => ({
    name: 'ask',
    descriptor: `(Landroid/app/Activity;${LIST}I)V`,
    flags: ACCESS.public | ACCESS.static,
    code: [`invoke-static p0 p1 p2 ${next}(Landroid/app/Activity;${LIST}I)V`, 'return-void'],
    ...more,
  });
  const given = async (...classes: ClassRecipe[]) =>
    (await usesOf(...classes))
      .find(({ target }) => target === ASK)
      ?.callers.map(({ class: name, arguments: texts }) => [name, texts]);
  const call = 'invoke-static p0 v0 v1 Lcom/example/Tool;->ask(Landroid/app/Activity;[Ljava/lang/String;I)V';

  test('permissions, through one method and through two', async () => {
    const caller = main(...listOf('CAMERA'), call);
    const direct: ClassRecipe = { name: 'com.example.Tool', methods: [relay(ASK)] };
    expect(await given(caller, direct)).toEqual([['com.example.Tool', ['android.permission.CAMERA']]]);
    const first: ClassRecipe = { name: 'com.example.Tool', methods: [relay('Lcom/example/Last;->ask')] };
    const last: ClassRecipe = { name: 'com.example.Last', methods: [relay(ASK)] };
    expect(await given(caller, first, last)).toEqual([['com.example.Last', ['android.permission.CAMERA']]]);
  });

  test('permissions, through a method of a superclass, from several callers', async () => {
    const base: ClassRecipe = {
      name: 'com.example.Base',
      superclass: 'android.app.Activity',
      methods: [
        {
          name: 'need',
          descriptor: `(${LIST})V`,
          code: ['const/4 v1 1', `invoke-static p0 p1 v1 ${ASK}(Landroid/app/Activity;${LIST}I)V`, 'return-void'],
        },
      ],
    };
    const page = (name: string, permission: string): ClassRecipe => ({
      name,
      superclass: 'com.example.Base',
      methods: [
        {
          name: 'show',
          code: [...listOf(permission), `invoke-virtual p0 v0 L${name.replaceAll('.', '/')};->need(${LIST})V`, 'return-void'],
        },
      ],
    });
    expect(await given(base, page('com.example.A', 'CAMERA'), page('com.example.B', 'RECORD_AUDIO'))).toEqual([
      ['com.example.Base', ['android.permission.CAMERA', 'android.permission.RECORD_AUDIO']],
    ]);
  });

  test('a method that calls itself ends; texts that are no permissions are none', async () => {
    const around: ClassRecipe = {
      name: 'com.example.Tool',
      methods: [
        relay(ASK, {
          code: [
            `invoke-static p0 p1 p2 ${ASK}(Landroid/app/Activity;${LIST}I)V`,
            `invoke-static p0 p1 p2 Lcom/example/Tool;->ask(Landroid/app/Activity;${LIST}I)V`,
            'return-void',
          ],
        }),
      ],
    };
    const caller = main('const-string v0 "hello"', `filled-new-array v0 ${LIST}`, 'move-result-object v0', call);
    expect(await given(caller, around)).toEqual([['com.example.Tool', undefined]]);
  });

  test('a key of the settings', async () => {
    const secure = 'Landroid/provider/Settings$Secure;->getString';
    const uses = await usesOf(
      main('const-string v0 "android_id"', 'invoke-static v0 Lcom/example/Tool;->read(Ljava/lang/String;)V'),
      {
        name: 'com.example.Tool',
        methods: [
          {
            name: 'read',
            descriptor: '(Ljava/lang/String;)V',
            flags: ACCESS.public | ACCESS.static,
            code: [
              `invoke-static v1 p0 ${secure}(Landroid/content/ContentResolver;Ljava/lang/String;)Ljava/lang/String;`,
              'return-void',
            ],
          },
        ],
      },
    );
    expect(uses.find(({ constant }) => constant === 'android_id')).toMatchObject({
      target: secure,
      count: 1,
      callers: [{ class: 'com.example.Tool', arguments: ['android_id'] }],
    });
  });
});
