import type { PackageFacts } from '../../../shared/domain/facts/package.ts';
import { emptyFacts } from '../../../shared/inspection/empty.ts';
import { presentFacts } from './facts.ts';

const ESCAPE = '\u001b[31m';
const step = (name: string, method: string) => ({ class: name, method, offset: 1, link: 'call' as const });
const facts: PackageFacts = {
  schema: 'package-facts/2',
  inspector: 'inspector/2',
  format: 'apk',
  sha256: 'ab'.repeat(32),
  size: 1000,
  ...emptyFacts(),
  platform: 'android',
  code: {
    ...{ packages: [], dynamicLoading: [], hosts: [] },
    dexFiles: [
      { entry: `assets/${ESCAPE}x.bin`, version: '035', bytes: 10, classes: 1, methods: 1, strings: 1, loading: 'hidden' },
    ],
    entryPoints: [{ kind: 'application', class: 'com.example.App', reaches: 7 }],
    apiUses: [
      {
        ...{
          target: 'Landroid/telephony/TelephonyManager;->getDeviceId',
          apis: [],
          permissions: [],
          piTypes: [],
          count: 4,
          reachable: 1,
        },
        callers: [
          {
            ...{ class: 'com.example.sdk.Collector', method: 'read', offset: 8, dex: 'classes.dex' },
            paths: [
              {
                entry: 0,
                steps: [step('com.example.App', 'onCreate'), step('com.example.sdk.Collector', 'read')],
                guard: {
                  kind: 'preference',
                  name: `${ESCAPE}agreed`,
                  class: 'com.example.App',
                  method: 'onCreate',
                  offset: 4,
                  named: true,
                },
              },
            ],
          },
        ],
      },
    ],
  },
  signing: {
    schemes: ['v2'],
    signers: [],
    verified: 'invalid',
    results: [
      {
        scheme: 'v2',
        result: 'invalid',
        problems: [{ code: 'digest-mismatch', message: { zh: '摘要不符', en: 'the digest differs' } }],
      },
    ],
  },
  consentScreens: [
    {
      ...{ entry: 'res/layout/login.xml', name: 'login', topics: ['agree'] },
      controls: [
        {
          kind: 'checkbox',
          id: 'cb_agree',
          text: { zh: null, default: null },
          checked: true,
          visible: null,
          place: '/LinearLayout/CheckBox',
        },
      ],
    },
  ],
  modules: [{ name: 'camera', kind: 'feature', entry: '', bytes: 5, delivery: 'on-demand', versionCode: null, signers: [] }],
  nested: [
    {
      ...{ entry: `assets/${ESCAPE}plugin.apk`, format: 'apk', bytes: 9, sha256: null, packageName: 'com.example.plugin' },
      ...{ versionName: null, permissions: [], dexFiles: 1 },
    },
  ],
  nestedCount: 1,
  tampering: [],
  gaps: [],
};

test('a person sees paths, guards, signature results, ticked boxes, modules and packages within', () => {
  const page = presentFacts(facts, [], 'en');
  expect(page).toContain('Landroid/telephony/TelephonyManager;->getDeviceId ×4, reachable 1');
  expect(page).toContain('Application.onCreate com.example.App: App.onCreate → Collector.read; tests on the way:');
  expect(page).toContain('digest-mismatch: the digest differs');
  expect(page).toContain('res/layout/login.xml (agree), ticked by default: cb_agree');
  expect(page).toContain('camera (feature, on-demand, 5 bytes)');
  expect(page).toContain('com.example.plugin');
  expect(page).toContain('not loaded by the system');
});

test('what comes from the package cannot command the terminal', () => {
  for (const language of ['zh', 'en', 'both'] as const) expect(presentFacts(facts, [], language)).not.toContain('\u001b');
});

test('an app of another platform has no Android levels', () => {
  const harmony = {
    ...{
      minApiVersion: 9,
      targetApiVersion: 12,
      apiReleaseType: 'Release',
      bundleType: 'app',
      vendor: null,
      deviceTypes: ['phone'],
    },
    ...{ debug: false, model: 'stage' as const, installationFree: false, packages: [{ name: '@ohos/axios', version: '2.0.1' }] },
  };
  const page = presentFacts({ ...facts, format: 'hap', platform: 'harmony', harmony }, [], 'zh');
  expect(page).not.toContain('SDK ?');
  expect(page).toContain('API 9–12, stage, app');
  expect(page).toContain('@ohos/axios 2.0.1');
});
