/** Quick apps that the real packager built. It brings a thousand packages along, so that it is no dependency: the tests run where it is. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { inspectFile } from '../fixtures/source.ts';

/** `node_modules` with hap-toolkit in it: the project's own, or where HAP_TOOLKIT says. */
const folder = [process.env.HAP_TOOLKIT, resolve(import.meta.dirname, '../../node_modules')].find(
  (path) => path !== undefined && existsSync(join(path, 'hap-toolkit/package.json')),
);
const judged = folder === undefined ? describe.skip : describe;

const SOURCES: Record<string, string> = {
  'package.json': '{"name":"built","version":"1.0.0"}',
  'src/manifest.json': JSON.stringify({
    package: 'com.example.built',
    name: 'Built',
    versionName: '1.0.0',
    versionCode: 5,
    minPlatformVersion: 1070,
    icon: '/logo.png',
    features: [{ name: 'system.geolocation' }, { name: 'system.contact' }],
    config: { logLevel: 'off' },
    router: { entry: 'pages/index', pages: { 'pages/index': { component: 'index' }, 'shop/home': { component: 'index' } } },
    subpackages: [{ name: 'shop', resource: 'shop' }],
  }),
  'src/logo.png': 'no picture',
  'src/app.ux': '<script>\nexport default { onCreate() {} }\n</script>\n',
  'src/pages/index/index.ux': `<template><div><text>登录即代表您已同意《用户协议》</text></div></template>
<script>
import geolocation from '@system.geolocation'
export default { onInit() { geolocation.getLocation({ success: () => fetch('https://api.example.com/v1') }) } }
</script>
`,
  'src/shop/home/index.ux': `<template><div><text>shop</text></div></template>
<script>
import contact from '@system.contact'
export default { onInit() { contact.list({}) } }
</script>
`,
};

judged('what hap-toolkit builds', () => {
  let project: string;
  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), 'shelfgate-rpk-'));
    for (const [path, text] of Object.entries(SOURCES)) {
      mkdirSync(dirname(join(project, path)), { recursive: true });
      writeFileSync(join(project, path), text);
    }
    symlinkSync(folder!, join(project, 'node_modules'));
    spawnSync(process.execPath, ['node_modules/hap-toolkit/bin/index.js', 'build'], { cwd: project, stdio: 'ignore' });
  }, 120_000);
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  test.each(['rpk', 'rpks'])('%s', async (ending) => {
    const name = readdirSync(join(project, 'dist')).find((each) => each.endsWith(`.${ending}`))!;
    const { facts } = await inspectFile(join(project, 'dist', name));
    expect(facts).toMatchObject({
      format: 'rpk',
      identity: { packageName: 'com.example.built', versionName: '1.0.0', versionCode: 5 },
      quickApp: {
        minPlatformVersion: 1070,
        features: ['system.geolocation', 'system.contact'],
        pages: ['pages/index', 'shop/home'],
        subpackages: ['shop'],
      },
      signing: {
        schemes: ['rpk'],
        verified: 'valid',
        results: [{ problems: [] }],
        signers: [{ certificates: [{ debug: true }] }],
      },
      tampering: [],
      gaps: [],
    });
    expect(facts.scripts.flatMap(({ apis }) => apis)).toEqual(
      expect.arrayContaining(['system.geolocation.getLocation', 'system.contact.list']),
    );
    expect(facts.scripts.flatMap(({ hosts }) => hosts)).toContain('api.example.com');
    expect(facts.texts.map(({ text }) => text)).toContain('登录即代表您已同意《用户协议》');
    const signers = new Set(facts.modules.flatMap((module) => module.signers));
    expect([facts.modules.length, signers.size]).toEqual(ending === 'rpk' ? [0, 0] : [3, 1]);
  });
});

if (folder === undefined)
  test.skip('hap-toolkit is not installed (HAP_TOOLKIT names a node_modules that has it)', () => undefined);
