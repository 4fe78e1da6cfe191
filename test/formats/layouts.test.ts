import { type ApkRecipe, buildApk } from '../../services/cli/building/apk.ts';
import type { ResourceRecipe } from '../../services/cli/building/arsc.ts';
import { writeBinaryXml, type XmlElement, type XmlLies } from '../../services/cli/building/axml.ts';
import type { ConsentControl, ConsentScreen } from '../../shared/domain/facts/contents.ts';
import { inspectBytes } from '../fixtures/source.ts';

const CHECKED = 0x01010106;
const base = { packageName: 'com.example.app', targetSdk: 34, permissions: ['android.permission.POST_NOTIFICATIONS'] };

/** Ids count up in the order of types, then of names. */
function idsOf(resources: ResourceRecipe) {
  const types = Object.keys(resources);
  return (path: string) => {
    const [type = '', name = ''] = path.split('/');
    return { reference: 0x7f000000 + ((types.indexOf(type) + 1) << 16) + Object.keys(resources[type]!).indexOf(name) };
  };
}

async function screens(
  resources: ResourceRecipe,
  layouts: Record<string, XmlElement | Uint8Array>,
  recipe: Partial<ApkRecipe> = {},
  lies: XmlLies = {},
) {
  const entries = Object.fromEntries(
    Object.entries(layouts).map(([path, tree]) => [path, tree instanceof Uint8Array ? tree : writeBinaryXml(tree, lies)]),
  );
  const facts = await inspectBytes(buildApk({ ...base, ...recipe, resources, entries: { ...entries, ...recipe.entries } }));
  return { facts, screens: facts.consentScreens };
}

const short = (screen: ConsentScreen | undefined) =>
  screen?.controls.map(({ kind, id, text, checked, visible }: ConsentControl) => [kind, id, text.zh, checked, visible]);

const LOGIN: ResourceRecipe = {
  id: { cb_agree: { default: false }, tv_more: { default: false } },
  string: {
    app: { default: 'App' },
    agree: { default: 'I have read and agree to the Privacy Policy', zh: '我已阅读并同意<a href="x">《隐私政策》</a>' },
    go: { default: 'Go', zh: '登录' },
  },
  layout: { login: { default: 'res/login.xml' }, plain: { default: 'res/a.xml' } },
  bool: { yes: { default: true } },
  style: {
    Base: { default: { style: { [CHECKED]: true } } },
    Box: { default: { style: { 16842972: 2 }, parent: 0x7f050000 } },
    Theme: { default: { style: { 2131099648: { reference: 0x7f050001 } } } },
  },
};
const id = idsOf(LOGIN);
const box = (android: XmlElement['android'], name = 'CheckBox', plain: XmlElement['plain'] = {}): XmlElement => ({
  name,
  android: { id: id('id/cb_agree'), ...android },
  plain,
});
const page = (...children: XmlElement[]): XmlElement => ({ name: 'LinearLayout', children });
const text: XmlElement = { name: 'TextView', android: { text: id('string/agree') } };
const button: XmlElement = { name: 'com.google.android.material.button.MaterialButton', android: { text: id('string/go') } };

test('a login page: the box with its state, the sentence without markup, the button', async () => {
  const { screens: found, facts } = await screens(LOGIN, {
    'res/login.xml': page(box({ checked: true }), text, button),
    'res/a.xml': page(),
  });
  expect(facts.gaps).toEqual([]);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ entry: 'res/login.xml', name: 'login', topics: ['privacy-policy', 'agree'] });
  expect(short(found[0])).toEqual([
    ['checkbox', 'cb_agree', null, true, null],
    ['text', null, '我已阅读并同意《隐私政策》', null, null],
    ['button', null, '登录', null, null],
  ]);
  expect(found[0]!.controls[0]!.place).toBe('/LinearLayout/CheckBox[1]');
  expect(facts.texts).toEqual([
    { topics: ['privacy-policy', 'agree'], text: '我已阅读并同意《隐私政策》', place: '@string/agree (zh-rCN)' },
  ]);
});

test.each<[string, XmlElement, boolean | null, boolean | null]>([
  ['nothing said', box({}), null, null],
  ['a reference', box({ checked: id('bool/yes') }), true, null],
  ['not visible', box({ checked: false, visibility: 2 }), false, false],
  ['a style and its parent', box({}, 'CheckBox', { style: id('style/Box') }), true, false],
  ['its own word before that of the style', box({ checked: false }, 'CheckBox', { style: id('style/Base') }), false, null],
  ['data binding with a constant', box({ checked: '@={true}' }), true, null],
  ['data binding with a variable', box({ checked: '@{vm.agreed}' }), null, null],
  ['a class of the app', box({ checked: true }, 'com.example.widget.SmoothCheckBox'), true, null],
  ['view with a class', box({ checked: true }, 'view', { class: 'com.example.widget.SmoothCheckBox' }), true, null],
])('the state of a box: %s', async (_name, control, checked, visible) => {
  const { screens: found } = await screens(LOGIN, { 'res/login.xml': page(control, text) });
  expect(found[0]!.controls[0]).toMatchObject({ kind: 'checkbox', checked, visible });
});

test.each<[string, string]>([
  ['Switch', 'switch'],
  ['androidx.appcompat.widget.SwitchCompat', 'switch'],
  ['RadioButton', 'radio'],
  ['ToggleButton', 'switch'],
  ['androidx.appcompat.widget.AppCompatCheckedTextView', 'checkbox'],
])('%s is a %s', async (name, kind) => {
  const { screens: found } = await screens(LOGIN, { 'res/login.xml': page({ name, android: { checked: true } }, text) });
  expect(found[0]!.controls[0]).toMatchObject({ kind, checked: true });
});

test('a dialog with literal texts and no resource strings: agree and refuse', async () => {
  const dialog = page(
    { name: 'TextView', android: { text: '温馨提示' } },
    { name: 'TextView', android: { text: '不同意并退出' } },
    { name: 'Button', android: { text: '同意' } },
  );
  for (const utf8 of [false, true]) {
    const { screens: found } = await screens({ layout: { d: { default: 'r/a/b.xml' } } }, { 'r/a/b.xml': dialog }, {}, { utf8 });
    expect(found[0]).toMatchObject({ entry: 'r/a/b.xml', topics: ['agree', 'refuse'] });
    expect(short(found[0])).toEqual([
      ['text', null, '不同意并退出', null, null],
      ['button', null, '同意', null, null],
    ]);
  }
});

test('a box whose name alone speaks: the text is set by code, so no topic is claimed', async () => {
  const { screens: found } = await screens(LOGIN, { 'res/login.xml': page(box({ checked: true }), { name: 'TextView' }) });
  expect(found[0]).toMatchObject({ topics: [] });
  expect(short(found[0])).toEqual([['checkbox', 'cb_agree', null, true, null]]);
});

test('other pages are none: a settings switch, a button to agree alone, a link', async () => {
  const friend = page({ name: 'Button', android: { text: '同意' } });
  const settings = page({ name: 'Switch', android: { text: '夜间模式' } });
  const { screens: found } = await screens(LOGIN, { 'res/login.xml': friend, 'res/a.xml': settings });
  expect(found).toEqual([]);
});

test('an included layout stands where it is included, one level deep', async () => {
  const resources: ResourceRecipe = {
    layout: { main: { default: 'res/m.xml' }, bar: { default: 'res/bar.xml' } },
  };
  const include: XmlElement = { name: 'include', plain: { layout: { reference: 0x7f010001 } } };
  const bar: XmlElement = {
    name: 'merge',
    children: [
      { name: 'CheckBox', android: { checked: true } },
      include,
      { name: 'TextView', android: { text: '《用户协议》' } },
    ],
  };
  const { screens: found, facts } = await screens(resources, {
    'res/m.xml': page({ name: 'TextView', android: { text: '使用即表示您同意本协议' } }, include),
    'res/bar.xml': bar,
  });
  expect(facts.gaps).toEqual([]);
  expect(found.map(({ entry }) => entry)).toEqual(['res/bar.xml', 'res/m.xml']);
  expect(found[1]!.topics).toEqual(['user-agreement', 'consent-by-use']);
  expect(short(found[1])!.map(([kind]) => kind)).toEqual(['text', 'checkbox', 'text']);
});

test('a layout that says nothing itself has what it includes', async () => {
  const resources: ResourceRecipe = {
    layout: { login: { default: 'res/login.xml' }, agree: { default: 'res/agree.xml' }, other: { default: 'res/other.xml' } },
  };
  const include = (reference: number): XmlElement => ({ name: 'include', plain: { layout: { reference } } });
  const { screens: found } = await screens(resources, {
    'res/login.xml': page(include(0x7f010001), { name: 'Button', android: { text: '登录' } }),
    'res/agree.xml': { name: 'merge', children: [{ name: 'CheckBox', android: { checked: true, text: '同意隐私政策' } }] },
    'res/other.xml': page(include(0x7f010000), { name: 'Button', android: { text: '返回' } }),
  });
  expect(found.map(({ entry }) => entry)).toEqual(['res/agree.xml', 'res/login.xml']);
  expect(short(found[1])!.map(([kind]) => kind)).toEqual(['checkbox', 'button']);
});

test('the theme of the application gives the style where a view asks it to', async () => {
  const resources = { ...LOGIN, attr: { box: { default: 0 } } };
  const tree = writeBinaryXml(page(box({}, 'CheckBox', { style: { reference: 0x7f060000 } }), text));
  // A reference to an attribute of the theme (type 2) where the builder writes one to a resource (type 1).
  const at = tree.indexOf(Buffer.from([8, 0, 0, 1, 0, 0, 6, 0x7f]));
  tree[at + 3] = 2;
  const { screens: found } = await screens(resources, { 'res/login.xml': tree }, { application: { theme: id('style/Theme') } });
  expect(found[0]!.controls[0]).toMatchObject({ checked: true, visible: false });
});

test('one broken layout hides no other', async () => {
  const { screens: found, facts } = await screens(LOGIN, {
    'res/login.xml': page(box({ checked: true }), text),
    'res/a.xml': Buffer.from('cb_agree 隐私政策 is no layout, but long enough to be looked at as one'),
  });
  expect(found).toHaveLength(1);
  expect(facts.gaps.every(({ affects }) => affects === 'resources')).toBe(true);
});
