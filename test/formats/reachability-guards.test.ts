import { ACCESS, type ClassRecipe } from '../../services/cli/building/dex.ts';
import type { ConsentGuard } from '../../shared/domain/facts/code.ts';
import { callsIn, declare, programOfClasses, reachable } from '../fixtures/reachable.ts';

const COLLECT = 'invoke-static Lapi/Phone;->collect()V';
const BOOLEAN = 'Landroid/content/SharedPreferences;->getBoolean(Ljava/lang/String;Z)Z';

/** Reads a stored boolean into v0; v9 holds the preferences. */
function preference(key: string, unset = 0): string[] {
  return [`const-string v1 "${key}"`, `const/4 v2 ${unset}`, `invoke-interface v9 v1 v2 ${BOOLEAN}`, 'move-result v0'];
}

const KEY = 'La/Keys;->PRIVACY_KEY:Ljava/lang/String;';

/** Reads a stored number into v0. */
function number(key: string, unset: number): string[] {
  const call = 'invoke-interface v9 v1 v2 Landroid/content/SharedPreferences;->getInt(Ljava/lang/String;I)I';
  return [`const-string v1 "${key}"`, `const/4 v2 ${unset}`, call, 'move-result v0'];
}

/** The launcher's guard before the call of `collect`, wherever in the classes it stands. */
function guard(lines: readonly string[], more: readonly ClassRecipe[] = [], caller = 'a.Main.onCreate'): ConsentGuard | null {
  const classes: ClassRecipe[] = [
    {
      name: 'a.Main',
      superclass: 'android.app.Activity',
      fields: [
        { name: 'agreed', type: 'Z' },
        { name: 'b', type: 'Z', flags: ACCESS.public | ACCESS.static },
      ],
      methods: [{ name: 'onCreate', descriptor: '(Landroid/os/Bundle;)V', code: [...lines, 'return-void'] }],
    },
    ...more,
  ];
  const program = programOfClasses(classes);
  const [call] = callsIn(program, caller, 'collect');
  const [path] = reachable(program, declare({ launcher: 'a.Main' })).pathsTo(call!);
  return path!.guard;
}

const shown = (found: ConsentGuard | null) => found && `${found.kind} ${found.name}${found.named ? ' named' : ''}`;

describe('a guard', () => {
  test.each([
    [
      'a preference that must be true',
      [...preference('user_agree'), 'if-eqz v0 :end', COLLECT, ':end'],
      'preference user_agree named',
    ],
    [
      'one that returns early',
      [...preference('user_agree'), 'if-nez v0 :go', 'return-void', ':go', COLLECT],
      'preference user_agree named',
    ],
    ['one in Chinese', [...preference('同意协议'), 'if-eqz v0 :end', COLLECT, ':end'], 'preference 同意协议 named'],
    [
      'a first run that must be over',
      [...preference('is_first_run', 1), 'if-nez v0 :end', COLLECT, ':end'],
      'preference is_first_run named',
    ],
    ['a preference of any name', [...preference('k7'), 'if-eqz v0 :end', COLLECT, ':end'], 'preference k7'],
    [
      'a negated one',
      [...preference('privacy'), 'xor-int/lit8 v0 v0 1', 'if-nez v0 :end', COLLECT, ':end'],
      'preference privacy named',
    ],
    ['a moved one', [...preference('privacy'), 'move v3 v0', 'if-eqz v3 :end', COLLECT, ':end'], 'preference privacy named'],
    [
      'contains',
      [
        'const-string v1 "agree_time"',
        'invoke-interface v9 v1 Landroid/content/SharedPreferences;->contains(Ljava/lang/String;)Z',
        'move-result v0',
        'if-eqz v0 :end',
        COLLECT,
        ':end',
      ],
      'preference agree_time named',
    ],
    [
      'MMKV',
      [
        'const-string v1 "agree"',
        'invoke-virtual v9 v1 Lcom/tencent/mmkv/MMKV;->decodeBool(Ljava/lang/String;)Z',
        'move-result v0',
        'if-eqz v0 :end',
        COLLECT,
        ':end',
      ],
      'preference agree named',
    ],
    ['a field of the object', ['iget-boolean v0 p0 La/Main;->agreed:Z', 'if-eqz v0 :end', COLLECT, ':end'], 'field agreed named'],
    ['a static field', ['sget-boolean v0 La/Main;->b:Z', 'if-eqz v0 :end', COLLECT, ':end'], 'field b'],
    [
      'the more telling of two',
      [...preference('agree'), 'if-eqz v0 :end', 'sget-boolean v0 La/Main;->b:Z', 'if-eqz v0 :end', COLLECT, ':end'],
      'preference agree named',
    ],
    [
      'one round a loop',
      [':loop', ...preference('agree'), 'if-eqz v0 :next', COLLECT, ':next', 'goto :loop'],
      'preference agree named',
    ],
    [
      'one outside a switch',
      [...preference('agree'), 'if-eqz v0 :end', 'packed-switch v3 :one :two', ':one', 'nop', ':two', COLLECT, ':end'],
      'preference agree named',
    ],
    [
      'one before a handler',
      [
        ...preference('agree'),
        'if-eqz v0 :end',
        ':try',
        'invoke-static La/Main;->x()V',
        ':tried',
        'return-void',
        ':caught',
        'move-exception v3',
        COLLECT,
        ':end',
        '.catch :try :tried :caught',
      ],
      'preference agree named',
    ],
    [
      'a number that must be one',
      [...number('agree', 0), 'const/4 v3 1', 'if-ne v0 v3 :end', COLLECT, ':end'],
      'preference agree named',
    ],
    ['a number that must be above zero', [...number('agree', -1), 'if-lez v0 :end', COLLECT, ':end'], 'preference agree named'],
    [
      'a choice that was kept',
      [
        'sget-boolean v3 La/Main;->b:Z',
        'if-eqz v3 :no',
        ...preference('agree'),
        'if-eqz v0 :no',
        'const/4 v3 1',
        'goto :kept',
        ':no',
        'const/4 v3 0',
        ':kept',
        'if-eqz v3 :end',
        COLLECT,
        ':end',
      ],
      'preference agree named',
    ],
  ])('%s', (_name, lines, expected) => {
    expect(shown(guard(lines))).toBe(expected);
  });

  test.each([
    [
      'a number that is one in a fresh installation',
      [...number('agree', 1), 'const/4 v3 1', 'if-ne v0 v3 :end', COLLECT, ':end'],
    ],
    ['two stored numbers', [...number('agree', 0), 'move v4 v0', ...number('other', 0), 'if-ne v0 v4 :end', COLLECT, ':end']],
    [
      'a choice of which either side is enough',
      [
        'sget-boolean v3 La/Main;->b:Z',
        'if-nez v3 :yes',
        ...preference('agree'),
        'if-nez v0 :yes',
        'const/4 v3 0',
        'goto :kept',
        ':yes',
        'const/4 v3 1',
        ':kept',
        'if-eqz v3 :end',
        COLLECT,
        ':end',
      ],
    ],
  ])('%s is none', (_name, lines) => {
    expect(guard(lines)).toBeNull();
  });

  test.each([
    [
      'what its class puts there',
      [{ name: '<clinit>', code: ['const-string v0 "user_agree"', `sput-object v0 ${KEY}`, 'return-void'] }],
    ],
    ['nothing that is known: its own name', []],
  ])('has its key in a field: %s', (_name, methods) => {
    const lines = [
      `sget-object v1 ${KEY}`,
      'const/4 v2 0',
      `invoke-interface v9 v1 v2 ${BOOLEAN}`,
      'move-result v0',
      'if-eqz v0 :end',
    ];
    const keys: ClassRecipe = { name: 'a.Keys', methods };
    expect(shown(guard([...lines, COLLECT, ':end'], [keys]))).toBe(
      methods.length > 0 ? 'preference user_agree named' : 'preference PRIVACY_KEY named',
    );
  });

  test('stands where its branch is', () => {
    const found = guard([...preference('agree'), 'if-eqz v0 :end', COLLECT, ':end']);
    expect(found).toEqual({ kind: 'preference', name: 'agree', class: 'a.Main', method: 'onCreate', offset: 7, named: true });
  });

  test('may be a method that does nothing but ask', () => {
    const settings = (code: string[], fields: ClassRecipe['fields'] = []): ClassRecipe => ({
      name: 'a.Settings',
      fields,
      methods: [{ name: 'c', descriptor: '()Z', flags: ACCESS.public | ACCESS.static, code }],
    });
    const lines = ['invoke-static La/Settings;->c()Z', 'move-result v0', 'if-eqz v0 :end', COLLECT, ':end'];
    expect(shown(guard(lines, [settings([...preference('agree'), 'return v0'])]))).toBe('preference agree named');
    const field = { name: 'consented', type: 'Z', flags: ACCESS.public | ACCESS.static };
    expect(shown(guard(lines, [settings(['sget-boolean v0 La/Settings;->consented:Z', 'return v0'], [field])]))).toBe(
      'field consented named',
    );
    expect(shown(guard(lines, [settings(['const/4 v0 1', 'return v0'])]))).toBe('call c');
    const keyed = [
      'const-string v1 "privacy"',
      'const/4 v2 0',
      'invoke-static v1 v2 La/Store;->a(Ljava/lang/String;Z)Z',
      'move-result v0',
      'if-eqz v0 :end',
      COLLECT,
      ':end',
    ];
    const store: ClassRecipe = {
      name: 'a.Store',
      methods: [
        {
          name: 'a',
          descriptor: '(Ljava/lang/String;Z)Z',
          flags: ACCESS.public | ACCESS.static,
          code: [`invoke-interface v9 p0 p1 ${BOOLEAN}`, 'move-result v0', 'return v0'],
        },
      ],
    };
    expect(shown(guard(keyed, [store]))).toBe('preference privacy named');
  });

  test('may stand in a caller on the path', () => {
    const sdk: ClassRecipe = {
      name: 'a.Sdk',
      methods: [{ name: 'start', flags: ACCESS.public | ACCESS.static, code: [COLLECT, 'return-void'] }],
    };
    const lines = [...preference('agree'), 'if-eqz v0 :end', 'invoke-static La/Sdk;->start()V', ':end'];
    expect(shown(guard(lines, [sdk], 'a.Sdk.start'))).toBe('preference agree named');
  });
});

describe('no guard', () => {
  test.each([
    ['nothing is tested', [COLLECT]],
    ['it is tested after the call', [COLLECT, ...preference('agree'), 'if-eqz v0 :end', 'nop', ':end']],
    ['both sides come to the call', [...preference('agree'), 'if-eqz v0 :end', 'nop', ':end', COLLECT]],
    ['the call lies on the wrong side', [...preference('agree'), 'if-nez v0 :end', COLLECT, ':end']],
    ['there is a way round', ['if-eqz v8 :go', ...preference('agree'), 'if-eqz v0 :end', ':go', COLLECT, ':end']],
    ['it passes when nothing was stored', [...preference('agree', 1), 'if-eqz v0 :end', COLLECT, ':end']],
    ['the first run comes to the call', [...preference('is_first_run', 1), 'if-eqz v0 :end', COLLECT, ':end']],
    ['a field must not be set', ['sget-boolean v0 La/Main;->b:Z', 'if-nez v0 :end', COLLECT, ':end']],
    ['an argument is tested', ['if-eqz p1 :end', COLLECT, ':end']],
    [
      'several values meet',
      [...preference('agree'), 'if-eqz v8 :test', 'const/4 v0 1', ':test', 'if-eqz v0 :end', COLLECT, ':end'],
    ],
  ])('where %s', (_name, lines) => {
    expect(guard(lines)).toBeNull();
  });
});
