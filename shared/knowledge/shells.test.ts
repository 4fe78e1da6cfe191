import { NEUTRAL_PACKAGE } from '../../test/rules/support/facts.ts';
import { knowledge } from './index.ts';
import { detectSdks } from './sdks/detection/detect.ts';
import { unknownNamespace } from './sdks/detection/namespaces.ts';
import { ownerOf } from './sdks/detection/owner.ts';
import { shellOf } from './shells.ts';

test.each([
  ['com.stub.StubApp', '360加固'],
  ['com.stub', '360加固'],
  ['com.secneo.apkwrapper.AW', '梆梆安全（企业版）'],
  ['com.tencent.StubShell.TxAppEntry', '腾讯乐固（旧版）'],
  ['com.netease.nis.wrapper.Entry', '网易易盾'],
])('%s is the shell of %s', (name, packer) => {
  expect(shellOf(name, knowledge)).toBe(packer);
});

test.each(['com.stubborn.App', 'com.tencent.bugly.Bugly', 'com.netease.nis.captcha.Captcha', 'com', ''])(
  '%p is no shell',
  (name) => {
    expect(shellOf(name, knowledge)).toBeNull();
  },
);

test('the code of a shell is no SDK, whatever prefix covers it, and of no unknown operator', () => {
  const sdks = [{ ...knowledge.sdks[0]!, prefixes: ['com.stub'] }];
  expect(ownerOf('com.stub.StubApp', sdks)?.prefix).toBe('com.stub');
  const code = { ...NEUTRAL_PACKAGE.code, packages: [{ name: 'com.stub', classes: 30, methods: 300 }] };
  expect(detectSdks({ ...NEUTRAL_PACKAGE, code }, { ...knowledge, sdks })).toEqual([]);
  expect(detectSdks({ ...NEUTRAL_PACKAGE, code }, { ...knowledge, sdks, packers: [] })).toHaveLength(1);
  expect(unknownNamespace('com.secneo.apkwrapper.AW', NEUTRAL_PACKAGE, knowledge)).toBeNull();
});

test('no SDK that is known claims a class of a shell', () => {
  const claimed = knowledge.packers.filter(({ kind, value }) => {
    return (kind === 'class' || kind === 'namespace') && ownerOf(value, knowledge.sdks) !== null;
  });
  expect(claimed.map(({ value }) => value)).toEqual([]);
});

test('marks are written as they are compared: dotted names of classes and packages, files without folders as libraries', () => {
  for (const { kind, value } of knowledge.packers) {
    if (kind === 'class' || kind === 'namespace') expect(value).toMatch(/^\w+(?:\.\w+)+$/);
    if (kind === 'library') expect(value).not.toContain('/');
  }
});
