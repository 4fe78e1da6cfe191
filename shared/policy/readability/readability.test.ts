import { knowledge } from '../../knowledge/index.ts';
import { readPolicyDocument } from '../index.ts';

async function readabilityOf(text: string) {
  const bytes = new TextEncoder().encode(text);
  const facts = await readPolicyDocument({ bytes, mediaType: 'text/plain', fileName: null }, knowledge);
  return facts.understanding!.readability;
}

test('characters without white space, sentences, headings', async () => {
  expect(await readabilityOf('示例隐私政策\n一、收集\n我们收集手机号。我们用它 登录。\n二、存储\n存于境内。')).toMatchObject({
    longestSentence: 8,
    headings: 2,
    summary: false,
    smallPrint: null,
    emphasised: null,
  });
});

const BODY = '我们按照合法、正当、必要的原则处理您的个人信息，并采取措施保护其安全。\n'.repeat(40);

test.each([
  ['a table of contents by its name', `示例隐私政策\n目录\n一、收集\n二、存储\n${BODY}`],
  ['a summary by its name', `示例隐私政策\n【摘要】\n我们收集手机号用于登录。\n${BODY}`],
  ['what it helps to understand', `示例隐私政策\n本政策将帮助您了解以下内容：\n${BODY}`],
  [
    'titles that come again below',
    `示例隐私政策\n收集的信息\n信息的使用\n信息的存储\n联系我们\n${BODY}收集的信息\n信息的使用\n信息的存储\n联系我们\n`,
  ],
])('in front: %s', async (_, text) => {
  expect((await readabilityOf(text)).summary).toBe(true);
});

test.each([
  ['at the end only', `示例隐私政策\n${BODY}目录\n`],
  ['nothing', `示例隐私政策\n${BODY}`],
])('no summary: %s', async (_, text) => {
  expect((await readabilityOf(text)).summary).toBe(false);
});
