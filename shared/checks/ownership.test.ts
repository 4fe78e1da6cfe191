import { NEUTRAL_PACKAGE } from '../../test/rules/support/facts.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import { knowledge } from '../knowledge/index.ts';
import { codeOwner, ownerEvidence } from './ownership.ts';

function app(packageName: string | null, more: Partial<PackageFacts> = {}): PackageFacts {
  return { ...NEUTRAL_PACKAGE, identity: { ...NEUTRAL_PACKAGE.identity, packageName }, launcher: null, ...more };
}
const ownerIn = (facts: PackageFacts) => (name: string) => codeOwner(name, facts, knowledge).id;

test.each([
  ['cn.shop.mobile.ui.Main', 'app'],
  ['cn.shop.basics.Network', 'app'],
  ['com.umeng.commonsdk.UMConfigure', 'umeng-analytics'],
  ['androidx.appcompat.app.TwilightManager', 'library'],
  ['com.google.android.gms.dynamite.DynamiteModule', 'library'],
  ['com.vendor.sdk.Collector', 'unknown'],
  ['a.b.c', 'unknown'],
  ['Main', 'unknown'],
])('%s in an app cn.shop.mobile is code of: %s', (name, owner) => {
  expect(ownerIn(app('cn.shop.mobile'))(name)).toBe(owner);
});

test("an SDK's own demo is an app, and the rest below the SDK's prefix is the SDK", () => {
  const ownerOf = ownerIn(app('com.tencent.bugly.hotfix'));
  expect(ownerOf('com.tencent.bugly.hotfix.MainActivity')).toBe('app');
  expect(ownerOf('com.tencent.bugly.crashreport.CrashReport')).toBe('bugly');
});

test('launcher and application class tell the namespace where the package name is another one, or unknown', () => {
  const own = { launcher: 'org.maker.app.Main', application: { ...NEUTRAL_PACKAGE.application, className: 'net.other.App' } };
  const ownerOf = ownerIn(app(null, own));
  expect(['org.maker.util.A', 'net.other.b.C', 'cn.shop.Main'].map(ownerOf)).toEqual(['app', 'app', 'unknown']);
});

test('a namespace that many share says nothing by its second segment', () => {
  const ownerOf = ownerIn(app('com.github.maker.tool'));
  expect(['com.github.maker.lib.A', 'com.github.other.lib.A'].map(ownerOf)).toEqual(['app', 'unknown']);
});

test('evidence names the SDK by its id', () => {
  const facts = app('cn.shop.mobile');
  expect(ownerEvidence(codeOwner('com.umeng.commonsdk.A', facts, knowledge))).toEqual({ kind: 'sdk', sdk: 'umeng-analytics' });
  expect(ownerEvidence(codeOwner('cn.shop.mobile.A', facts, knowledge))).toEqual({ kind: 'app', sdk: null });
});
