import type { TextTopic } from '../domain/facts/contents.ts';
import { matchTopics, maySpeak, topicExcerpt } from './text-topics.ts';

const CASES: [text: string, topics: TextTopic[]][] = [
  ['同意', ['agree']],
  [' 同意并继续 ', ['agree']],
  ['【同意】', ['agree']],
  ['不同意', ['refuse']],
  ['不同意并退出', ['refuse']],
  ['暂不使用', ['refuse']],
  ['对方同意了你的好友申请', []],
  ['我已阅读并同意《用户协议》和《隐私政策》', ['privacy-policy', 'user-agreement', 'agree']],
  ['如您不同意《隐私政策》，很遗憾我们将无法为您提供服务', ['privacy-policy', 'refuse']],
  ['登录即代表您已同意《用户协议》', ['user-agreement', 'agree', 'consent-by-use']],
  ['继续使用即视为接受本协议', ['consent-by-use']],
  ['使用本软件即表示您同意我们的隐私政策。', ['privacy-policy', 'consent-by-use']],
  ['点击“同意”即表示您已阅读并同意用户协议，开始使用我们的产品', ['user-agreement', 'agree']],
  ['By continuing, you agree to our Terms of Service', ['user-agreement', 'agree', 'consent-by-use']],
  ['By signing up you agree to the Privacy Policy.', ['privacy-policy', 'agree', 'consent-by-use']],
  ['I agree', ['agree']],
  ['DISAGREE', ['refuse']],
  ['Agreement reached', []],
  ['注销账号', ['account-deletion']],
  ['注销登录', []],
  ['Delete account', ['account-deletion']],
  ['撤回同意隐私政策', ['privacy-policy', 'withdraw-consent']],
  ['投诉与举报', ['complaint']],
  ['Feedback', ['complaint']],
  ['Haptic feedback on keypress', []],
  ['关闭个性化推荐', ['personalisation']],
  ['青少年模式', ['minors']],
  ['刷脸登录', ['face-recognition']],
  ['请上传身份证正面照', ['identity-document']],
  ['允许应用自启动', ['self-start']],
  ['内容由AI生成，仅供参考', ['generative-ai']],
  ['隱私權政策', ['privacy-policy']],
  ['我已閱讀並同意', ['agree']],
  ['登入即表示您同意服務條款', ['user-agreement', 'consent-by-use']],
  ['Ｐｒｉｖａｃｙ　Ｐｏｌｉｃｙ', ['privacy-policy']],
  ['A geulalike word', []],
  ['', []],
];

test.each(CASES)('%s', (text, topics) => {
  expect(matchTopics(text)).toEqual(topics);
});

test('the quick look never says no to a text that speaks of a topic', () => {
  for (const [text, topics] of CASES) {
    if (topics.length > 0 && !text.startsWith('Ｐ')) expect([text, maySpeak(Buffer.from(`..${text}..`))]).toEqual([text, true]);
  }
});

test('the quick look sorts out most of what code holds', () => {
  const names = Array.from(
    { length: 5000 },
    (_, i) => `Landroidx/core/view/accessibility/AccessibilityNode${i.toString(36)}Compat;`,
  );
  expect(names.filter((name) => maySpeak(Buffer.from(name))).length).toBeLessThan(100);
});

test('an excerpt shows the place that matters', () => {
  const long = `${'前文。'.repeat(200)}登录即代表您同意《隐私政策》${'后文。'.repeat(200)}`;
  const excerpt = topicExcerpt(long);
  expect(excerpt).toHaveLength(200);
  expect(excerpt).toContain('隐私政策');
  expect(topicExcerpt(' a\n b ')).toBe('a b');
});

test('a cue that is written ten thousand times costs no more than once', () => {
  for (const filling of ['同意', '同意该', '即同意', '。同意']) {
    const text = filling.repeat(20_000 / filling.length);
    for (let round = 0; round < 4; round++) expect(matchTopics(text)).toEqual(matchTopics(filling.repeat(30)));
  }
});
