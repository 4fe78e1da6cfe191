import { classifySentences, type SentenceLabels } from './index.ts';

const one = (sentence: string): SentenceLabels => classifySentences([sentence])[0]!;

test.each([
  ['collection', '当您注册账号时，我们会收集您的手机号码、昵称和头像。'],
  ['collection', '为了识别异常登录，我们会收集您的设备型号、操作系统版本和IP地址。'],
  ['permission', '当您使用扫码功能时，我们会申请您的相机权限。'],
  ['permission', '您可以拒绝授予麦克风权限，拒绝后仅无法使用语音搜索。'],
  ['sharing', '我们可能会将您的订单信息共享给第三方支付公司。'],
  ['sharing', '未经您的单独同意，我们不会向任何第三方公开披露您的个人信息。'],
  ['use', '我们会使用您的浏览记录为您推荐可能感兴趣的内容。'],
  ['storage', '您的个人信息存储于中华人民共和国境内，保存期限为六个月。'],
  ['security', '我们采用加密传输、访问控制等技术措施保护您的数据安全。'],
  ['special-audience', '若您是未满十四周岁的儿童，请在监护人的陪同下阅读本政策。'],
  ['management', '您可以在“设置-账号”中更正、删除您的个人信息或注销账号。'],
  ['contact', '如有疑问、意见或投诉，请发送邮件至privacy@example.com与我们联系。'],
  ['revision', '我们可能适时修订本政策，修订后将通过弹窗通知您。'],
  ['cessation', '如果我们停止运营，将及时停止收集个人信息的活动并删除已有数据。'],
])('finds %s in: %s', (topic, sentence) => {
  expect(one(sentence).topics).toContain(topic);
});

test('what handles information is important, a greeting and a heading are not', () => {
  expect(one('当您注册账号时，我们会收集您的手机号码。').important).toBe(true);
  expect(one('欢迎使用本应用！').important).toBe(false);
  expect(one('目录').important).toBe(false);
});

test('a reservation at the person’s cost is a greater risk than a promise', () => {
  const costly = one('我们对因不可抗力或黑客攻击造成的信息泄露不承担任何责任。').scores.risk;
  const harmless = one('您可以随时在设置中关闭个性化推荐。').scores.risk;
  expect(costly).toBeGreaterThan(harmless * 2);
});

test('the form of commas, which only raw text shows, does not decide on normalised text', () => {
  const sentence = '第三方：指除用户与我们之外的,任何自然人,法人或其他组织。';
  const normalised = one(sentence.normalize('NFKC'));
  expect(normalised.scores.important).toBeCloseTo(one(sentence.replaceAll(',', '，')).scores.important, 5);
});

const HOSTILE = [
  '',
  ' \t\n ',
  '\0',
  '\ud800',
  '\udfff\ud800',
  '\u202e我们收集\u2066您的信息',
  '我'.repeat(1_000_000),
  '(1.1.1.1.1.'.repeat(50_000),
  '\ufdfa'.repeat(10_000),
  ' '.repeat(1_000_000),
  '一'.repeat(100_000),
  'a\u0301'.repeat(100_000),
];

test('any string has labels with scores between 0 and 1, quickly', () => {
  const started = performance.now();
  for (const order of ['document', 'none', 'judge'] as const) {
    const labels = classifySentences(HOSTILE, { order });
    expect(labels).toHaveLength(HOSTILE.length);
    for (const { scores } of labels) {
      for (const score of [...scores.topics, scores.important, scores.risk]) {
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }
    }
  }
  // A hang, not a speed: machines are shared.
  expect(performance.now() - started).toBeLessThan(30_000);
});

test('no sentences, no labels', () => {
  expect(classifySentences([])).toEqual([]);
});

test('one sentence leaves nothing behind that changes the next', () => {
  const sentence = '我们会收集您的手机号码。';
  const first = one(sentence);
  classifySentences(HOSTILE);
  expect(one(sentence)).toEqual(first);
  expect(classifySentences([sentence, sentence], { order: 'none' })).toEqual([first, first]);
});

describe('neighbours', () => {
  const sharing = '我们可能会将您的订单信息共享给第三方支付公司，并要求其按照法律规定处理。';
  const vague = '我们仅会出于合法、正当、必要、特定、明确的目的进行上述处理。';
  const others = [
    '您可以在设置中更正个人信息。',
    '我们采用加密技术保护数据。',
    '请发送邮件与我们联系。',
    '我们会申请您的相机权限。',
    '您的信息存储于境内。',
    '我们可能适时修订本政策。',
    '儿童应在监护人陪同下阅读。',
  ];

  test('a sentence that says little takes its topic from those around it', () => {
    const document = [...Array(6).fill(sharing), vague, ...Array(6).fill(sharing)];
    const inDocument = classifySentences(document, { order: 'document' })[6]!;
    const alone = classifySentences(document, { order: 'none' })[6]!;
    expect(inDocument.scores.topics[2]!).toBeGreaterThan(alone.scores.topics[2]! + 0.1);
  });

  test('sentences in no order are judged alone unless they are said to be a document', () => {
    const list = [vague, ...others, vague];
    expect(classifySentences(list)).toEqual(classifySentences(list, { order: 'none' }));
    expect(classifySentences(list)).not.toEqual(classifySentences(list, { order: 'document' }));
  });
});
