import type { PackageFacts } from '../../../domain/facts/package.ts';
import { knowledge } from '../../index.ts';
import { unknownNamespace } from './namespaces.ts';

const facts = {
  identity: { packageName: 'com.example.app' },
  launcher: 'cn.studio.main.MainActivity',
  application: { className: 'com.shell.entry.App' },
} as PackageFacts;

test.each([
  ['com.vendor.sdk.Collector', 'com.vendor'],
  ['cn.vendor.Collector', 'cn.vendor'],
  ['com.github.someone.lib.Reader', 'com.github.someone'],
])('%s is code of %s', (name, namespace) => {
  expect(unknownNamespace(name, facts, knowledge)).toBe(namespace);
});

test.each([
  ['com.example.other.Thing', 'shares two segments with the app'],
  ['cn.studio.net.Thing', 'shares two segments with the launcher'],
  ['com.shell.net.Thing', 'shares two segments with the application class'],
  ['com.umeng.analytics.A', 'is a known SDK'],
  ['com.bytedance.other.A', 'is of a known vendor'],
  ['androidx.core.A', 'is a platform library'],
  ['okhttp3.internal.A', 'is a library'],
  ['a.b.C', 'has been shortened'],
  ['com.a.B', 'has been shortened'],
  ['Thing', 'has no package'],
  ['com.github.x.Thing', 'has been shortened below its host'],
])('%s is not: it %s', (name) => {
  expect(unknownNamespace(name, facts, knowledge)).toBeNull();
});
