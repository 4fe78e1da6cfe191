import { appWith, ENTRY_POINTS, knowing, type Parts, sdkOf } from '../../../../test/support/third-party.ts';
import type { CallPath, ConsentGuard, PackageFacts, PathStep, StartCall } from '../../../domain/facts/package.ts';
import { detectSdks } from './detect.ts';

const vendor = sdkOf('vendor', {
  autoStart: ['com.vendor.sdk.InitProvider'],
  autoStartSwitch: 'vendor_auto_start',
  consent: {
    before: ['com.vendor.sdk.Core.preInit'],
    start: ['com.vendor.sdk.Core.init'],
    tell: ['com.vendor.sdk.Core.agree'],
  },
});
const other = sdkOf('other');
const ours = knowing([vendor, other]);

const APP = { name: 'com.example.app', classes: 50, methods: 500 };
const CORE = { name: 'com.vendor.sdk', classes: 50, methods: 500 };
const packages = [APP, CORE];

const step = (method: string, link: PathStep['link'] = 'call', name = 'com.example.app.App'): PathStep => ({
  class: name,
  method,
  offset: 3,
  link,
});
const guard = (name: string, named: boolean): ConsentGuard => ({
  ...{ kind: 'preference', name, named, class: 'com.example.app.App', method: 'onCreate', offset: 1 },
});
const way = (entry: number, steps: readonly PathStep[] = [step('onCreate')], tested: ConsentGuard | null = null): CallPath => ({
  entry,
  steps,
  guard: tested,
});

function startCall(method: string, ...paths: CallPath[]): StartCall {
  const site = { class: 'com.example.app.App', method: 'onCreate', offset: 3, dex: 'classes.dex' };
  const target = `Lcom/vendor/sdk/Core;->${method}`;
  return {
    target,
    apis: [],
    permissions: [],
    piTypes: [],
    count: 1,
    callers: [{ ...site, ...(paths.length > 0 ? { paths } : {}) }],
  };
}

const found = (code: Partial<PackageFacts['code']>, parts: Parts = { packages }) =>
  detectSdks(appWith({ ...parts, code: { entryPoints: ENTRY_POINTS, ...code } }), ours).find(({ sdk }) => sdk === vendor)!;
const entry = (target: string, path: CallPath) => ({
  packageEntries: [{ package: 1, target: `Lcom/vendor/sdk/Core;->${target}`, path }],
});

describe('called', () => {
  const calledFrom = (...callers: number[]) => {
    const code = [
      APP,
      { ...CORE, callers },
      { name: 'com.vendor.more', classes: 9, methods: 90 },
      { name: 'com.other.sdk', classes: 9, methods: 90 },
    ];
    const { level, calledFrom: from } = found({}, { packages: code });
    return [level, from];
  };
  test.each([
    ['the app', [0], ['called', ['com.example.app']]],
    ['another SDK', [3], ['called', ['com.other.sdk']]],
    ['more code of its vendor', [2], ['present', []]],
    ['nobody', [], ['present', []]],
    ['what facts do not have', [77], ['present', []]],
  ])('by %s', (_who, callers, expected) => {
    expect(calledFrom(...callers)).toEqual(expected);
  });

  test("by an app of its vendor's", () => {
    const code = [
      { ...CORE, callers: [1] },
      { name: 'com.vendor.demo.ui', classes: 9, methods: 90 },
    ];
    expect(found({}, { packageName: 'com.vendor.demo', packages: code })).toMatchObject({
      level: 'called',
      calledFrom: ['com.vendor.demo.ui'],
    });
  });

  test('by its own packages it is not', () => {
    const inner = { name: 'com.vendor.sdk.inner', classes: 9, methods: 90, callers: [0] };
    expect(found({}, { packages: [CORE, inner] }).level).toBe('present');
  });

  test('facts that do not tell who calls whom still hold ways into it', () => {
    const read = { class: 'com.vendor.sdk.Reader', method: 'read', offset: 1, dex: 'classes.dex' };
    const path = way(0, [
      step('onCreate'),
      step('run', 'call', 'com.vendor.sdk.Core'),
      step('read', 'call', 'com.vendor.sdk.Reader'),
    ]);
    const use = {
      ...startCall('x'),
      target: 'Landroid/telephony/TelephonyManager;->getDeviceId',
      callers: [{ ...read, paths: [path] }],
    };
    expect(found({ apiUses: [use] })).toMatchObject({ level: 'called', calledFrom: ['com.example.app'] });
  });

  test('a stub that is called is a stub', () => {
    const stub = { ...CORE, bodies: 0, callers: [0] };
    expect(found(entry('init', way(0)), { packages: [APP, stub] })).toMatchObject({ level: 'declared', stub: true, start: null });
  });
});

describe('started', () => {
  test.each([
    ['before', way(0)],
    ['before', way(0, [step('onCreate'), step('run', 'hand-off')], guard('isMainProcess', false))],
    ['guarded', way(0, [step('onCreate')], guard('user_agreed', true))],
    ['unknown', way(0, [step('onCreate')], guard('a', false))],
    ['unknown', way(0, [step('onCreate', 'callback'), step('onActivityCreated')])],
    ['unknown', way(1)],
    ['after', way(1, [step('onCreate', 'callback'), step('onClick')])],
  ] as const)('%s', (consent, path) => {
    expect(found({ startCalls: [startCall('init', path)] })).toMatchObject({ level: 'started', start: { consent, path } });
    expect(found(entry('go', path))).toMatchObject({ level: 'started', start: { use: null, consent, path } });
  });

  test('when a class is only initialised, when it is started is not known', () => {
    expect(found(entry('<clinit>', way(0)))).toMatchObject({ level: 'started', start: { consent: 'unknown' } });
  });

  test('of several ways the earliest counts, then what the entry names, then what facts tell by itself', () => {
    const target = (code: Partial<PackageFacts['code']>) => found(code).start?.target;
    const late = way(0, [step('onCreate')], guard('agree', true));
    const core = 'Lcom/vendor/sdk/Core;->';
    expect(target({ startCalls: [startCall('start', way(0)), startCall('init', way(0))] })).toBe(`${core}init`);
    expect(target({ startCalls: [startCall('init', late)], ...entry('go', way(0)) })).toBe(`${core}go`);
    expect(target({ startCalls: [startCall('start', way(0))], ...entry('go', way(0)) })).toBe(`${core}start`);
  });

  test('not by what may be called before consent, which is told all the same', () => {
    const { level, start, switches } = found({
      startCalls: [startCall('preInit', way(0)), startCall('agree', way(1))],
      ...entry('preInit', way(0)),
    });
    expect([level, start]).toEqual(['called', null]);
    expect(switches.map(({ kind, method }) => [kind, method])).toEqual([
      ['before', 'com.vendor.sdk.Core.preInit'],
      ['tell', 'com.vendor.sdk.Core.agree'],
    ]);
  });

  test('not by a call that nothing is known to reach', () => {
    expect(found({ startCalls: [startCall('init')] })).toMatchObject({ level: 'called', start: null });
    expect(found(entry('go', way(99)))).toMatchObject({ level: 'present', start: null });
  });

  test.each([
    ['provider', 'com.example.Base', 'started'],
    ['provider', 'androidx.core.content.FileProvider', 'present'],
    ['receiver-boot', 'com.example.Base', 'started'],
    ['activity', 'com.example.Base', 'present'],
    ['service', 'com.example.Base', 'present'],
  ] as const)('by its own %s of the parent %s: %s', (kind, parent, level) => {
    const own = { kind, class: 'com.vendor.sdk.Own', reaches: 1 };
    const declaredClasses = [{ name: own.class, defined: true, superclasses: [parent] }];
    expect(found({ entryPoints: [own], declaredClasses, ...entry('x', way(0, [])) }).level).toBe(level);
  });

  describe('by its own provider', () => {
    const provider = { kind: 'provider' as const, name: 'com.vendor.sdk.InitProvider' };
    const declaredClasses = [{ name: provider.name, defined: true, superclasses: [] }];
    const level = (component: object, code: object, metaData: readonly { name: string; value: string }[] = []) => {
      const application = { ...appWith({}).application, metaData };
      return found({ declaredClasses, ...code }, { packages, components: [component], more: { application } }).level;
    };
    test('where it is enabled, defined and not told to wait', () => {
      expect(level(provider, {})).toBe('started');
      expect(level({ ...provider, enabled: false }, {})).toBe('present');
      expect(level({ ...provider, name: 'com.vendor.sdk.OtherProvider' }, {})).toBe('present');
      expect(level(provider, { declaredClasses: undefined })).toBe('present');
      expect(level(provider, { entryPoints: [] })).toBe('present');
      expect(level(provider, {}, [{ name: 'vendor_auto_start', value: 'false' }])).toBe('present');
    });
  });
});
