import { knowledge } from '../../knowledge/index.ts';
import { readPolicyDocument } from '../index.ts';

/** What a sentence says of permissions surely enough: `+` used, `-` not used. */
async function said(sentence: string): Promise<string[]> {
  const bytes = new TextEncoder().encode(`示例隐私政策\n${sentence}\n`);
  const { permissions } = await readPolicyDocument({ bytes, mediaType: 'text/plain', fileName: null }, knowledge);
  const names = ['READ_CONTACTS', 'CAMERA', 'ACCESS_FINE_LOCATION'];
  return names.flatMap((name) => {
    const mention = permissions.find((found) => found.permission === `android.permission.${name}` && found.confidence >= 0.6);
    return mention === undefined ? [] : [`${mention.negated ? '-' : '+'}${name}`];
  });
}

test.each([
  '除此之外，应用不索取你的姓名、通讯录等任何信息。',
  '本应用无需通讯录权限。',
  '本应用没有使用通讯录权限。',
  '本产品不涉及短信、通讯录权限的获取。',
  '通讯录：不收集',
  '本App不申请短信、通讯录等任何权限，不在后台运行，也不自启动。',
  '我们承诺绝不读取您的通讯录。',
])('denied: %s', async (sentence) => {
  expect(await said(sentence)).toEqual(['-READ_CONTACTS']);
});

test.each([
  '未经您授权，我们不会获取您的通讯录。',
  '我们不会收集与服务无关的通讯录信息。',
  '我们不会在后台读取您的通讯录，仅在您添加好友时读取。',
  '您关闭通讯录权限后，我们不再读取通讯录。',
  '除通讯录之外，我们不会读取其他信息。',
])('used after all: %s', async (sentence) => {
  expect(await said(sentence)).toEqual(['+READ_CONTACTS']);
});

test.each(['其他应用可能会读取通讯录，请您注意防范。', '恶意软件会窃取并读取您的通讯录权限。'])(
  'what others do: %s',
  async (sentence) => {
    expect(await said(sentence)).toEqual([]);
  },
);

test('what SDKs in the app do is its own to tell', async () => {
  expect(await said('第三方SDK可能会读取通讯录权限。')).toEqual(['+READ_CONTACTS']);
});

test.each([
  ['您授权后，我们会获取您的位置，推荐附近门店。', ['+ACCESS_FINE_LOCATION']],
  ['政策更新会在显著位置公告，数据存储位置在境内。', []],
  ['我们在七个日历日内答复，验证码不要告诉他人。', []],
  ['扫码时需要您拍摄二维码。', ['+CAMERA']],
])('general words: %s', async (sentence, expected) => {
  expect(await said(sentence)).toEqual(expected);
});

/** Whether a type is said to be collected, not to be, or not named. */
async function typeIn(sentence: string, type: string): Promise<boolean | undefined> {
  const bytes = new TextEncoder().encode(`示例隐私政策\n${sentence}\n`);
  const { types } = await readPolicyDocument({ bytes, mediaType: 'text/plain', fileName: null }, knowledge);
  return types.find((mention) => mention.type === type)?.negated;
}

test.each([
  ['您无需向我们提供手机号码即可浏览。', 'phone_number'],
  ['您不必提供通讯录信息。', 'contacts'],
  ['本应用已停止收集IMEI。', 'device.imei'],
  ['我们仅收集OAID，而不是IMEI。', 'device.imei'],
  ['不会收集包括通讯录、通话记录在内的任何隐私信息。', 'call_log'],
  ['通讯录信息：本应用不收集。', 'contacts'],
])('not collected: %s', async (sentence, type) => {
  expect(await typeIn(sentence, type)).toBe(true);
});

test.each([
  ['我们并非不收集您的通讯录，而是在您授权后收集。', 'contacts'],
  ['我们不得不收集您的手机号码以完成注册。', 'phone_number'],
  ['除非您同意，否则我们不收集您的通讯录。', 'contacts'],
  ['在您同意本政策之前，我们不会收集您的手机号码。', 'phone_number'],
  ['我们不会在您不知情的情况下收集您的通讯录。', 'contacts'],
  ['我们不会读取您的全部通讯录。', 'contacts'],
  ['如我们停止运营，将停止收集您的手机号码。', 'phone_number'],
])('collected after all: %s', async (sentence, type) => {
  expect(await typeIn(sentence, type)).toBe(false);
});
