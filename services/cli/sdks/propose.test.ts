import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PackageFacts } from '../../../shared/domain/facts/package.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import { readRawSdkFiles } from '../../../shared/knowledge/sdks/read.ts';
import { checkSdkFiles } from '../../../shared/knowledge/sdks/validation/validate.ts';
import { NEUTRAL_PACKAGE } from '../../../test/rules/support/facts.ts';
import { main } from '../main.ts';
import type { Proposals } from './propose.ts';

const target = 'Landroid/telephony/TelephonyManager;->getDeviceId';
const site = (name: string) => ({ class: name, method: 'read', offset: 2, dex: 'classes.dex' });

/** An app with code of a vendor that nobody knows, and what comes with it. */
function app(name: string, version = '3.1.4'): PackageFacts {
  const packageName = `com.example.${name}`;
  return {
    ...NEUTRAL_PACKAGE,
    identity: { ...NEUTRAL_PACKAGE.identity, packageName },
    launcher: `${packageName}.MainActivity`,
    components: [
      {
        ...{ kind: 'provider', name: 'com.strangers.push.InitProvider', exported: false, enabled: true },
        ...{ place: '/manifest/application/provider[1]', intentFilters: [], metaData: [] },
      },
    ] as unknown as PackageFacts['components'],
    application: { ...NEUTRAL_PACKAGE.application, metaData: [{ name: 'STRANGERS_APPKEY', value: 'x' }] },
    nativeLibraries: [
      { abi: 'arm64-v8a', name: 'libstrangers-push.so', bytes: 9 },
      { abi: 'arm64-v8a', name: 'libapp.so', bytes: 9 },
    ],
    versions: [
      { source: 'constant', subject: 'com.strangers.push.BuildConfig.VERSION_NAME', value: version, entry: 'classes.dex' },
      { source: 'maven', subject: 'com.strangers:push', value: version, entry: 'META-INF/maven/pom.properties' },
    ],
    plugins: [{ runtime: 'cordova', name: 'cordova-plugin-strangers', version: null, entry: 'assets/www/plugins.json' }],
    code: {
      ...NEUTRAL_PACKAGE.code,
      packages: [
        { name: packageName, classes: 10, methods: 90 },
        { name: 'com.strangers.push', classes: 20, methods: 90, callers: [0] },
        { name: 'com.strangers.push.core', classes: 10, methods: 90, callers: [1] },
        { name: 'com.strangers.push.\u202e', classes: 1, methods: 1 },
      ],
      apiUses: [
        {
          target,
          apis: [],
          permissions: [],
          piTypes: ['device.imei'],
          count: 1,
          callers: [site('com.strangers.push.core.Reader')],
        },
      ],
      startCalls: [
        {
          target: 'Lcom/strangers/push/Push;->init',
          apis: [],
          permissions: [],
          piTypes: [],
          count: 1,
          callers: [site(`${packageName}.App`)],
        },
      ],
      hosts: ['api.strangers.example', 'www.example.org'],
    },
  };
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelfgate-sdks-'));
  const other = { ...NEUTRAL_PACKAGE.code, packages: [{ name: 'net.lonely.widget', classes: 5, methods: 30 }] };
  const files: Record<string, unknown> = {
    'a.json': app('one'),
    'b.json': { package: app('two'), policy: null },
    // The same app once more is no other app.
    'c.json': app('one', '9.9'),
    'd.json': { ...NEUTRAL_PACKAGE, code: other },
    'e.json': { nothing: true },
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), JSON.stringify(content));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await main(['sdks', 'propose', ...args], {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    env: {},
    version: '0',
  });
  return { status, out: out.join('\n'), err: err.join('\n') };
}
const proposals = async (...args: string[]): Promise<Proposals> =>
  JSON.parse((await run('--facts', folder, '--json', ...args)).out) as Proposals;

test('ranks what nobody knows by different apps, and says what could not be read', async () => {
  const made = await proposals();
  expect([made.apps, made.approximate]).toEqual([3, false]);
  expect(made.proposals.map(({ namespace, apps }) => [namespace, apps])).toEqual([
    ['com.strangers', 2],
    ['net.lonely', 1],
  ]);
  expect(made.skipped).toMatchObject({ count: 1, first: [{ app: 'e.json' }] });
  expect((await proposals('--least-apps', '2')).proposals).toHaveLength(1);
  expect((await proposals('--limit', '1')).proposals).toHaveLength(1);
});

test('gathers what goes with it: classes, callers, starts, information, components, versions, hosts, libraries, plugins', async () => {
  const [proposal] = (await proposals()).proposals;
  expect(proposal).toMatchObject({
    prefix: 'com.strangers.push',
    examples: ['android com.example.one', 'android com.example.two'],
    classes: { least: 31, most: 31 },
    callers: [{ name: 'app', apps: 2 }],
    startCalls: [{ name: 'com.strangers.push.Push.init', apps: 2 }],
    information: [{ name: 'device.imei', apps: 2 }],
    calls: [{ name: target, apps: 2 }],
    providers: [{ name: 'com.strangers.push.InitProvider', apps: 2 }],
    versions: [{ name: 'com.strangers.push.BuildConfig.VERSION_NAME 3.1.4', apps: 2 }],
    company: {
      hosts: [{ name: 'api.strangers.example', apps: 2, inAll: 2 }],
      nativeLibraries: [{ name: 'libstrangers-push.so', apps: 2, inAll: 2 }],
      plugins: [{ name: 'cordova cordova-plugin-strangers', apps: 2, inAll: 2 }],
      metaData: [{ name: 'STRANGERS_APPKEY', apps: 2, inAll: 2 }],
      maven: [{ name: 'com.strangers:push', apps: 2, inAll: 2 }],
    },
  });
});

test('the entry is no entry until a person has named it, and then fits beside all others', async () => {
  const [{ entry } = { entry: {} }] = (await proposals()).proposals;
  const fileOf = (entries: unknown[]) => ({ source: 'x'.repeat(40), confidence: 'low, a test', entries });
  const check = (filled: unknown) =>
    checkSdkFiles(new Map([...readRawSdkFiles(), ['mine.json', fileOf([filled])]]), knowledge).filter(
      ({ file }) => file === 'mine.json',
    );
  expect(check(entry).map(({ field }) => field)).toEqual(['name.zh', 'name.en']);
  expect(check({ ...entry, name: { zh: '陌生推送', en: 'Strangers Push' } })).toEqual([]);
});

test('for a person it is text without anything that a terminal obeys, the same every time', async () => {
  const { out, status } = await run('--facts', folder, '--lang', 'both');
  expect(status).toBe(0);
  expect(out).toContain('com.strangers.push  2 个应用，31 个类 / 2 apps, 31 classes');
  expect(out).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
  expect((await run('--facts', folder, '--lang', 'both')).out).toBe(out);
});

test('a folder that is not there ends with 3', async () => {
  const { status, err } = await run('--facts', join(folder, 'none'));
  expect([status, err]).toEqual([3, expect.stringContaining('none')]);
});
