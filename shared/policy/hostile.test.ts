import fc from 'fast-check';
import type { PolicyFacts } from '../domain/facts/policy.ts';
import { knowledge } from '../knowledge/index.ts';
import { noPolicy, readPolicyDocument } from './index.ts';

const read = (bytes: Uint8Array, mediaType: string | null = null) =>
  readPolicyDocument({ bytes, mediaType, fileName: null }, knowledge);
const readText = (text: string, mediaType: string | null = null) => read(new TextEncoder().encode(text), mediaType);

/** Every range lies inside of the text and is not empty. */
function expectSound(facts: PolicyFacts): void {
  const mentions = [
    ...facts.operators,
    ...facts.contacts,
    ...facts.dates,
    ...facts.appNames,
    ...facts.types,
    ...facts.permissions,
    ...facts.sdkRows,
    ...facts.sdkMentions,
    ...facts.admissions,
    ...facts.responseTimes,
    ...facts.placeholders,
    ...facts.provisions.flatMap((provision) => provision.places),
  ];
  for (const { range, confidence } of mentions) {
    expect(range[0]).toBeGreaterThanOrEqual(0);
    expect(range[1]).toBeGreaterThan(range[0]);
    expect(range[1]).toBeLessThanOrEqual(facts.text.length);
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
  expect(facts.outcome === 'read').toBe(facts.text !== '');
  expect(facts.outcome === 'read').toBe(facts.reason === null);
}

test('random bytes never throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => expectSound(await read(bytes))),
    { numRuns: 200 },
  );
});

test('random pieces of policies and markup never throw, and ranges lie inside the text', async () => {
  const piece = fc.constantFrom(
    ...[
      '示例科技（深圳）有限公司',
      '（以下简称“我们”）',
      '我们不会',
      '收集您的手机号码',
      '、',
      '，',
      '。',
      '\n',
      '\t',
      ' ',
      '2026年3月1日',
      '更新日期：',
      'a@b.cn',
      '0755-12345678',
    ],
    ...[
      '<table>',
      '<tr>',
      '<td rowspan=9>',
      '</table>',
      '<p hidden>',
      '</p>',
      '<script>',
      '</script>',
      '<a href=x>SDK清单',
      '&#x4e2d;',
      'SDK名称：',
      '使用目的：',
      '| a | b |',
      '# ',
      '**',
      '“',
      '”',
      '《',
      '》',
    ],
    ...[
      '使用即视为同意本政策',
      '15个工作日内答复您的请求',
      '注销账号',
      '點擊設置',
      '﷐',
      '\ud83d',
      'ﬀ',
      'İ',
      '①',
      '【公司名称】',
      'XX公司',
    ],
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 60 }),
      fc.constantFrom(null, 'text/html', 'text/markdown'),
      async (pieces, mediaType) => expectSound(await readText(pieces.join(''), mediaType)),
    ),
    { numRuns: 200 },
  );
});

test('the same bytes give the same facts', async () => {
  const text = '示例地图隐私政策\n当您注册时，我们收集手机号码用于创建账号。';
  expect(await readText(text)).toEqual(await readText(text));
});

/** Milliseconds after which a test hangs, on a busy machine too: what is quadratic takes minutes. */
const HANGS = 120_000;

describe('hostile documents end with a typed outcome', () => {
  test.each([
    ['a page of 5 MB', `<html><body>${'<p>我们收集您的手机号码，用于注册。</p>'.repeat(100_000)}`],
    ['tags nested 200,000 deep', `<html><body>${'<div>'.repeat(200_000)}文字${'</div>'.repeat(200_000)}`],
    ['tables nested 10,000 deep', `<html><body>${'<table><tr><td>'.repeat(10_000)}文字`],
    ['end tags without start', `<html><body>${'<div>'.repeat(100_000)}${'</span>'.repeat(100_000)}文字`],
    ['formatting never closed', `<html><body>${'<b><i>'.repeat(100_000)}文字`],
    ['a tag that never ends', `<html><body>文字<p ${'a='.repeat(1_000_000)}`],
    ['spans of a million', `<html><table>${'<tr><td colspan=1000000 rowspan=1000000>甲<td>乙'.repeat(500)}</table>`],
    ['one line of 2 MB', '我们使用您的信息'.repeat(90_000)],
    ['only brackets', '（'.repeat(300_000)],
    ['only quotation marks', '<p>“”《》'.repeat(50_000)],
    ['addresses without end', `<html><p>联系地址：${'市区路号('.repeat(60_000)}`],
    ['mailboxes without end', `<html><p>${'a.'.repeat(150_000)}@b`],
    ['keys without end', 'SDK名称：'.repeat(50_000)],
    ['companies without end', '科技有限'.repeat(70_000)],
    ['comments without end', `# 标题\n${'<!-- '.repeat(60_000)}`],
  ])(
    '%s',
    async (_, content) => {
      const facts = await readText(content);
      expectSound(facts);
      if (content.length > 1_000_000 && facts.text.length > 250_000) {
        expect(facts.gaps.map((gap) => gap.code)).toContain('policy-truncated');
      }
    },
    HANGS,
  );
});

test('without a document', () => {
  expect(noPolicy()).toMatchObject({
    outcome: 'absent',
    reason: 'not-given',
    source: { kind: 'none', sha256: null, bytes: 0 },
    text: '',
  });
});

test('traditional script is simplified before reading, Taiwanese wording included', async () => {
  const facts = await readText(
    '範例地圖隱私權政策\n當您註冊時，我們會收集您的手機號碼，用於建立帳號；本應用程式由範例科技有限公司營運。您可以於設定中關閉相機權限。',
  );
  expect(facts.script).toBe('traditional');
  expect(facts.text).toContain('我们会收集您的手机号码');
  expect(facts.types.map((mention) => mention.type)).toContain('phone_number');
});

test('English is told by its share of Han characters', async () => {
  const facts = await readText('This privacy policy explains how we collect, use and share your personal information. 隐私');
  expect(facts.script).toBe('other');
  expect(facts.hanShare).toBeLessThan(0.5);
});
