import { NEUTRAL_PACKAGE } from '../../test/rules/support/facts.ts';
import { appWith, knowing, packagePrints, printsOf, sdkOf } from '../../test/support/third-party.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import { knowledge } from '../knowledge/index.ts';
import { encodePrints } from '../knowledge/sdks/prints/prints.ts';
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

describe('code under another name', () => {
  const vendor = sdkOf('vendor');
  const VENDOR = printsOf('vendor', 100);
  const ours = knowing([vendor], { vendor: VENDOR });
  const packages = [['a.b', 40, 400] as const, ['q', 900, 9_000] as const, ['com.maker.lib.com.vendor.sdk', 40, 400] as const];
  const facts = (classes: Readonly<Record<string, readonly number[]>>) => {
    const prints = packagePrints(VENDOR.slice(0, 60), [...printsOf('noise', 500), ...VENDOR.slice(50)])!;
    const ofClasses = Object.entries(classes).map(([name, own]) => ({ class: name, prints: encodePrints(own) }));
    return appWith({ packages, code: { prints: { ...prints, classes: ofClasses } } });
  };
  const owner = (name: string, classes = {}) => {
    const { id, name: words } = codeOwner(name, facts(classes), ours);
    return [id, words.zh];
  };

  test('a package that a shrinker has renamed', () => {
    expect(owner('a.b.C')).toEqual(['vendor', 'vendor 软件（改名后的代码）']);
    expect(owner('a.c.C')[0]).toBe('unknown');
  });

  test('a copy below another prefix', () => {
    expect(owner('com.maker.lib.com.vendor.sdk.core.A')).toEqual(['vendor', 'vendor 软件（副本）']);
    expect(owner('com.maker.lib.A')[0]).toBe('unknown');
  });

  test.each([
    ['of an SDK that was found', 'q.A', VENDOR.slice(50, 55), 'vendor'],
    ["of an SDK, under the app's own name", 'com.example.app.a', VENDOR.slice(50, 55), 'vendor'],
    ['with two prints', 'q.A', VENDOR.slice(50, 52), 'unknown'],
    ['without prints', 'q.A', printsOf('noise', 9), 'unknown'],
    ["of the app's own", 'com.example.app.Main', printsOf('noise', 9), 'app'],
  ])('a class %s', (_what, name, prints, id) => {
    expect(owner(name, { [name]: prints })[0]).toBe(id);
  });

  test('a class of an SDK that was not found otherwise is nobody’s that we know', () => {
    const alone = appWith({
      packages: [['q', 9, 90]],
      code: { prints: { ...packagePrints([])!, classes: [{ class: 'q.A', prints: encodePrints(VENDOR) }] } },
    });
    expect(codeOwner('q.A', alone, ours).id).toBe('unknown');
  });
});
