/** The rules on pages and transport over packages that were built and inspected, so that what they rest on is what the inspector gives. */

import { type ApkRecipe, buildApk } from '../../../services/cli/building/apk.ts';
import { writeBinaryXml, type XmlElement } from '../../../services/cli/building/axml.ts';
import { loadRules } from '../../../shared/checks/registry.ts';
import { runCheck } from '../../../shared/checks/run.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import { inspectBytes } from '../../fixtures/source.ts';
import { NEUTRAL_LISTING, NEUTRAL_POLICY } from '../support/facts.ts';

const rules = await loadRules();
const INTERNET = 'android.permission.INTERNET';

/** What the named rules say about an app: message and severity. */
async function saidBy(names: readonly string[], recipe: Partial<ApkRecipe>, layout?: XmlElement): Promise<string[]> {
  const resources = layout ? { layout: { login: { default: 'res/login.xml' } }, ...recipe.resources } : recipe.resources;
  const pages: Record<string, Uint8Array> = layout ? { 'res/login.xml': writeBinaryXml(layout) } : {};
  const entries = { ...pages, ...recipe.entries };
  const built = buildApk({
    packageName: 'com.example.app',
    targetSdk: 34,
    permissions: [INTERNET],
    ...recipe,
    resources,
    entries,
  });
  const facts = { package: await inspectBytes(built), policy: NEUTRAL_POLICY, listing: NEUTRAL_LISTING };
  const chosen = rules.filter(({ id }) => names.includes(id));
  expect(chosen).toHaveLength(names.length);
  return runCheck('behaviour', chosen, facts, knowledge).findings.map(
    ({ rule, message, severity }) => `${severity} ${rule} ${message}`,
  );
}

const page = (...children: XmlElement[]): XmlElement => ({ name: 'LinearLayout', children });
const say = (name: string, text: string, checked?: boolean): XmlElement => ({
  name,
  android: { text, ...(checked === undefined ? {} : { checked }) },
});
const PRETICKED = ['behaviour/consent-preticked'];
const REFUSAL = ['behaviour/consent-without-refusal'];
const SENTENCE = '我已阅读并同意《用户协议》和《隐私政策》';

test.each<[string, XmlElement, string[]]>([
  ['a box with its sentence', page(say('CheckBox', SENTENCE, true)), ['reject behaviour/consent-preticked policy']],
  [
    'a box of the app’s own class, its sentence beside it',
    page({
      name: 'RelativeLayout',
      children: [{ name: 'com.example.app.SmoothCheckBox', android: { checked: true } }, say('TextView', SENTENCE)],
    }),
    ['reject behaviour/consent-preticked policy'],
  ],
  [
    'a box for the password before a sentence that is another text',
    page({ name: 'CheckBox', android: { checked: true } }, say('TextView', '记住密码'), say('TextView', SENTENCE)),
    ['review behaviour/consent-preticked unclear'],
  ],
  ['a box that is not ticked', page(say('CheckBox', SENTENCE, false)), []],
  ['a box for the password', page(say('CheckBox', '记住密码', true), say('TextView', SENTENCE)), []],
])('%s', async (_name, layout, expected) => {
  expect(await saidBy(PRETICKED, {}, layout)).toEqual(expected);
});

test.each<[string, XmlElement, string[]]>([
  [
    'one button that agrees',
    page(say('TextView', '欢迎使用，请阅读并同意《隐私政策》后继续使用'), say('Button', '同意并继续')),
    ['review behaviour/consent-without-refusal noRefusal'],
  ],
  [
    'one button that takes notice',
    page(say('TextView', '欢迎使用，请您仔细阅读并理解《隐私政策》的全部内容'), say('Button', '我知道了')),
    ['review behaviour/consent-without-refusal noticeOnly'],
  ],
  ['two buttons', page(say('TextView', '请阅读《隐私政策》'), say('Button', '同意并继续'), say('TextView', '不同意并退出')), []],
])('%s', async (_name, layout, expected) => {
  expect(await saidBy(REFUSAL, {}, layout)).toEqual(expected);
});

test('a text that takes logging in for consent, in a resource and in a script', async () => {
  const names = ['behaviour/consent-by-login'];
  const text = '点击登录即代表您已同意《用户协议》和《隐私政策》';
  const expected = ['review behaviour/consent-by-login text'];
  expect(await saidBy(names, { resources: { string: { hint: { default: text } } } })).toEqual(expected);
  expect(await saidBy(names, { entries: { 'assets/apps/a/www/app-service.js': `var t="${text}"` } })).toEqual(expected);
  expect(await saidBy(names, { resources: { string: { hint: { default: SENTENCE } } } })).toEqual([]);
});

test('a network security configuration, and an address for logging in that it leaves open', async () => {
  const names = ['behaviour/cleartext-traffic', 'behaviour/cleartext-credentials', 'behaviour/user-certificates-trusted'];
  const configuration = (plain: Record<string, boolean>, ...children: XmlElement[]) =>
    writeBinaryXml({ name: 'network-security-config', children: [{ name: 'base-config', plain, children }] });
  const open = configuration(
    { cleartextTrafficPermitted: true },
    {
      name: 'trust-anchors',
      children: [{ name: 'certificates', plain: { src: 'user' } }],
    },
  );
  const recipe = (bytes: Uint8Array): Partial<ApkRecipe> => ({
    networkSecurityConfig: { reference: 0x7f010000 },
    resources: { xml: { net: { default: 'res/net.xml' } } },
    entries: { 'res/net.xml': bytes },
    classes: [
      {
        name: 'com.example.app.Main',
        methods: [{ name: 'go', code: ['const-string v0 "http://api.shop-company.cn/user/login"'] }],
      },
    ],
  });
  expect(await saidBy(names, recipe(open))).toEqual([
    'review behaviour/cleartext-credentials address',
    'warn behaviour/cleartext-traffic configured',
    'warn behaviour/user-certificates-trusted trusted',
  ]);
  expect(await saidBy(names, recipe(configuration({ cleartextTrafficPermitted: false })))).toEqual([]);
});
