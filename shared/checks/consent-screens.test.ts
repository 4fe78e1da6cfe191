import type { ConsentControl } from '../domain/facts/contents.ts';
import { acknowledges, agreedWith, isSdkLayout, refuses, subjectOfBox } from './consent-screens.ts';

const control = (kind: ConsentControl['kind'], zh: string | null, place: string): ConsentControl => ({
  kind,
  id: null,
  text: { zh, default: zh },
  checked: null,
  visible: null,
  place,
});

test.each<[string, ReturnType<typeof agreedWith>]>([
  ['我已阅读并同意《用户协议》和《隐私政策》', 'policy'],
  ['同意《隐私权政策》', 'policy'],
  ['我已閱讀並同意隱私權政策', 'policy'],
  ['I have read and agree to the Privacy Policy', 'policy'],
  ['同意《用户服务协议》', 'agreement'],
  ['I accept the Terms of Service', 'agreement'],
  ['不同意《隐私政策》', null],
  ['隐私政策', null],
  ['记住密码', null],
  ['同意', null],
])('%s agrees with: %s', (text, expected) => {
  expect(agreedWith(text)).toBe(expected);
});

test.each([
  '不同意',
  '不同意并退出',
  '暂不使用',
  '拒绝',
  '取消',
  '退出',
  '稍后再说',
  '仅浏览',
  'Disagree',
  'Not now',
  'Cancel',
  'Exit',
  '下次再说',
  '先逛逛',
  'Manage options',
])('%s is a way out', (text) => {
  expect(refuses(text)).toBe(true);
});

test.each(['同意', '同意并继续', '我知道了', '登录', 'Agree', 'Continue'])('%s is none', (text) => {
  expect(refuses(text)).toBe(false);
});

test.each([
  ['我知道了', true],
  ['好的', true],
  ['确定', true],
  ['Got it', true],
  ['同意', false],
  ['好的服务从这里开始', false],
] as const)('%s only takes notice: %s', (text, expected) => {
  expect(acknowledges(text)).toBe(expected);
});

describe('what a box is for', () => {
  const sentence = '我已阅读并同意《隐私政策》';
  test('its own text', () => {
    expect(subjectOfBox([control('checkbox', sentence, '/L/CheckBox[1]')], 0)).toEqual({ text: sentence, certain: true });
  });

  test('the text beside it, behind or before', () => {
    const box = control('checkbox', null, '/L/R[1]/CheckBox[1]');
    const text = control('text', sentence, '/L/R[1]/TextView[1]');
    expect(subjectOfBox([box, text], 0)).toEqual({ text: sentence, certain: true });
    expect(subjectOfBox([text, box], 1)).toEqual({ text: sentence, certain: false });
    expect(subjectOfBox([text, { ...box, id: 'cb_agree' }], 1)).toEqual({ text: sentence, certain: true });
  });

  test('a text elsewhere on the screen, or one before which another may stand, is merely near', () => {
    const box = control('checkbox', null, '/L/R[1]/CheckBox[1]');
    expect(subjectOfBox([box, control('text', sentence, '/L/R[2]/TextView[1]')], 0).certain).toBe(false);
    expect(subjectOfBox([box, control('text', sentence, '/L/R[1]/TextView[2]')], 0).certain).toBe(false);
  });

  test('another purpose keeps to itself', () => {
    const box = control('checkbox', '记住密码', '/L/CheckBox[1]');
    expect(subjectOfBox([box, control('text', sentence, '/L/TextView[1]')], 0)).toEqual({ text: '记住密码', certain: true });
  });
});

test('layouts of login SDKs are known by their names', () => {
  const screen = { entry: 'res/layout/a.xml', topics: [], controls: [] };
  expect(isSdkLayout({ ...screen, name: 'umcsdk_login_authority' })).toBe(true);
  expect(isSdkLayout({ ...screen, name: 'activity_login' })).toBe(false);
  expect(isSdkLayout({ ...screen, name: null, entry: 'res/layout/shanyan_view_login.xml' })).toBe(true);
});

test.each(['本人已知悉并认可《隐私政策》全部内容', '授权示例应用按《隐私政策》处理我的个人信息', '我已閱讀並同意《隱私權政策》'])(
  'words of consent: %s',
  (text) => {
    expect(agreedWith(text)).toBe('policy');
  },
);

test.each(['隐私设置与授权管理', '不同意《隐私政策》', '查看隐私政策'])('none: %s', (text) => {
  expect(agreedWith(text)).toBeNull();
});

test.each(['我知道了', '朕知道了', '立即体验', '开启旅程', '进入应用'])('takes notice only: %s', (text) => {
  expect(acknowledges(text)).toBe(true);
});

test.each(['下一步', '登录', '不同意', '立即购买'])('does something else: %s', (text) => {
  expect(acknowledges(text)).toBe(false);
});
