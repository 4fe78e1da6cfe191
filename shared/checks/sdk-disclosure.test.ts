import { knowledge } from '../knowledge/index.ts';
import { readPolicyDocument } from '../policy/index.ts';
import { sdksInPolicy } from './sdk-disclosure.ts';

async function named(sentence: string): Promise<boolean> {
  const bytes = new TextEncoder().encode(`示例应用隐私政策\n${sentence}\n`);
  const policy = await readPolicyDocument({ bytes, mediaType: 'text/plain; charset=utf-8', fileName: null }, knowledge);
  const [first] = policy.sdkMentions;
  expect(first).toBeDefined();
  return sdksInPolicy(policy, knowledge).has(first!.sdk);
}

test.each(['本应用没有接入友盟统计等任何第三方SDK。', '我们未使用友盟统计SDK。', '本应用不集成极光推送SDK，也不上传数据。'])(
  'names it to say that it is not there: %s',
  async (sentence) => {
    expect(await named(sentence)).toBe(false);
  },
);

test.each([
  '我们接入友盟统计SDK，用于统计分析。',
  '如您未使用微信登录，微信开放平台SDK不会收集信息。',
  '我们没有自建统计服务，而是接入友盟统计SDK。',
  '您不使用分享功能时，友盟分享SDK不会启动。',
])('names it as there: %s', async (sentence) => {
  expect(await named(sentence)).toBe(true);
});
