import { knowledge } from '../../knowledge/index.ts';
import { readPolicyDocument } from '../index.ts';

async function makersIn(text: string): Promise<string[]> {
  const bytes = new TextEncoder().encode(`# 隐私政策\n\n${text}\n`);
  const { sdkMentions } = await readPolicyDocument({ bytes, mediaType: null, fileName: 'policy.md' }, knowledge);
  return [
    ...new Set(sdkMentions.filter(({ sdk, confidence }) => /push/.test(sdk) && confidence >= 0.6).map(({ sdk }) => sdk)),
  ].sort();
}

test.each([
  ['我们接入了华为、荣耀、小米、OPPO、vivo、魅族等手机厂商的推送SDK。', 6],
  ['为适配消息推送功能，终端设备制造商（华为、小米、OPPO、VIVO等）可能通过SDK使用你的手机型号。', 4],
  ['如您使用小米、魅族手机，我们会识别机型。上述手机厂商的Push SDK需要收集手机唯一标识。', 2],
])('named by their makers: %s', async (text, count) => {
  expect(await makersIn(text)).toHaveLength(count);
});

test.each([
  '本游戏可从OPPO、小米应用商店下载。',
  '部分手机（例如VIVO）会读取剪切板，这是系统的行为。',
  '您可以使用华为账号登录。',
])('a brand of phones alone: %s', async (text) => {
  expect(await makersIn(text)).toEqual([]);
});

test('beside an SDK of another kind the company is touched, not the push SDK told', async () => {
  const bytes = new TextEncoder().encode('# 隐私政策\n\n我们接入OPPO渠道SDK用于识别渠道，接入快手短视频SDK用于展示视频。\n');
  const { sdkMentions } = await readPolicyDocument({ bytes, mediaType: null, fileName: 'policy.md' }, knowledge);
  const confidence = (id: string) => Math.max(0, ...sdkMentions.filter(({ sdk }) => sdk === id).map((each) => each.confidence));
  expect([confidence('oppo-push'), confidence('kuaishou-ads')]).toEqual([0.5, 0.5]);
});

test('carriers are told by their login', async () => {
  const bytes = new TextEncoder().encode('# 隐私政策\n\n您可以通过中国移动/联通/电信一键登录。\n');
  const { sdkMentions } = await readPolicyDocument({ bytes, mediaType: null, fileName: 'policy.md' }, knowledge);
  expect(sdkMentions.filter(({ confidence }) => confidence >= 0.6).map(({ sdk }) => sdk)).toEqual(
    expect.arrayContaining(['cmic', 'cucc', 'ctcc']),
  );
});

test.each([
  ['您可以使用第三方平台（例如：QQ/微信/微博/百度等账号）登录。', ['qq-connect', 'wechat', 'weibo']],
  ['第三方登录：QQ/WeChat/Alipay/Weibo。', ['alipay', 'qq-connect', 'wechat', 'weibo']],
  ['第三方隐私政策见 https://privacy.qq.com/document/preview 。', []],
])('names between strokes are names, parts of an address are none: %s', async (text, ids) => {
  const bytes = new TextEncoder().encode(`# 隐私政策\n\n${text}\n`);
  const { sdkMentions } = await readPolicyDocument({ bytes, mediaType: null, fileName: 'policy.md' }, knowledge);
  expect([...new Set(sdkMentions.map(({ sdk }) => sdk))].sort()).toEqual(ids);
});
