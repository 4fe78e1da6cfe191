import type { Component } from '../../domain/facts/package.ts';
import { isWebViewShell, type ShellInput } from './webview-shell.ts';

const activity = (name: string): Component => ({
  ...{
    kind: 'activity',
    name,
    exported: true,
    enabled: true,
    intentFilters: [],
    metaData: [],
    place: '/manifest/application/activity[1]',
  },
});
const shell: ShellInput = {
  packageName: 'com.example.shop',
  launcher: 'com.example.shop.MainActivity',
  components: [activity('com.example.shop.MainActivity'), activity('com.vendor.sdk.Callback')],
  code: {
    ...{ dexFiles: [], apiUses: [], dynamicLoading: [], hosts: ['schemas.android.com', 'm.shop.example'] },
    packages: [
      { name: 'com.example.shop', classes: 12, methods: 40 },
      { name: 'androidx.core.app', classes: 900, methods: 9000 },
    ],
    declaredClasses: [
      {
        name: 'com.example.shop.MainActivity',
        defined: true,
        superclasses: ['com.example.shop.base.WebActivity', 'android.app.Activity'],
      },
    ],
  },
  pageLoaders: ['com.example.shop.MainActivity$1'],
};

test('a launcher that loads a site and next to nothing beside it', () => {
  expect(isWebViewShell(shell)).toBe(true);
  expect(isWebViewShell({ ...shell, pageLoaders: ['com.example.shop.base.WebActivity'] })).toBe(true);
});

test.each<[string, Partial<ShellInput>]>([
  ['another class of the app loads pages', { pageLoaders: ['com.example.shop.AboutActivity'] }],
  ['only an SDK loads pages', { pageLoaders: ['com.vendor.sdk.Browser'] }],
  [
    'many classes of its own',
    { code: { ...shell.code, packages: [{ name: 'com.example.shop.ui', classes: 400, methods: 4000 }] } },
  ],
  ['many screens of its own', { components: ['A', 'B', 'C', 'D', 'E'].map((name) => activity(`com.example.shop.${name}`)) }],
  ['no site is named', { code: { ...shell.code, hosts: ['schemas.android.com', 'www.w3.org'] } }],
  ['no icon', { launcher: null }],
])('%s: no shell', (_name, other) => {
  expect(isWebViewShell({ ...shell, ...other })).toBe(false);
});
