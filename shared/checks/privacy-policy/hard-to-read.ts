import type { PolicyFacts } from '../../domain/facts/policy.ts';
import type { Range } from '../../domain/text.ts';
import { policyEvidence } from '../disclosure.ts';
import { rule } from '../rule.ts';

/** From here on a text needs headings to be found one's way in; a page or two do not. */
const LONG = 8_000;
/** Characters that a heading stands for at most, on average. */
const UNDER_ONE_HEADING = 4_000;
/** Characters of the average sentence: policies of large apps have about fifty. */
const LONG_SENTENCES = 90;
/** Fewer characters in small print are a footer. */
const MUCH = 100;

export default rule({
  id: 'privacy-policy/hard-to-read',
  clauses: ['sz2025-1', 'sz2025-2'],
  basis: [
    { instrument: 'app-violation-identification-2019', article: '一.4', verified: true },
    { instrument: 'pipl', article: '17', verified: true },
  ],
  ceiling: 'warn',
  needs: ['policy'],
  title: { zh: '隐私政策难以阅读', en: 'The policy is hard to read' },
  explanation: {
    zh: '看隐私政策读起来难不难：八千字以上几乎没有标题或者编号，句子平均超过九十字，网页上有成段的文字小于12像素或者颜色过淡。告知应当以显著方式、清晰易懂的语言进行（《个人信息保护法》第十七条，法律）；文字过小过密、颜色过淡、模糊不清，属于《App违法违规收集使用个人信息行为认定方法》第一类列明的难以阅读（执法认定依据）。排版因设备和文件格式而异，文本、PDF看不出字号颜色，长句也可能是读取时丢了标点，所以只作提示。页脚等零星小字不算。非简体中文、篇幅过短另有规则。',
    en: 'Looks how hard the policy is to read: more than eight thousand characters with hardly a heading or number, sentences of more than ninety characters on average, whole passages of a page below twelve pixels or in faint letters. Notice must be conspicuous and in plain language (article 17 of the Personal Information Protection Law, a law); letters that are too small, too dense or too faint are listed as hard to read in section 1 of the 2019 identification methods (enforcement). Layout differs from device to device, text files and PDFs show neither sizes nor colours, and long sentences may have lost their signs in reading, so it is a warning. A few small letters of a footer do not count. Other languages and texts that are too short have rules of their own.',
  },
  examples: {
    bad: [
      {
        text: { zh: '网页正文使用10像素的浅灰色文字。', en: 'A page in pale grey letters of ten pixels.' },
        code: '<p style="font-size:10px;color:#ccc">我们收集您的手机号码……</p>',
      },
    ],
    good: [
      {
        text: {
          zh: '分节列标题，正文字号不小于14像素，前面有要点摘要。',
          en: 'Sections with headings, letters of fourteen pixels, key points in front.',
        },
      },
    ],
  },
  messages: {
    headings: {
      zh: '隐私政策全文{characters}字，只有{headings}处标题或者编号，难以查找；告知应当清晰易懂（《个人信息保护法》第十七条），建议分节并列目录',
      en: 'The policy has {characters} characters and {headings} headings or numbers, so that nobody finds anything; notice must be clear and easy to understand (article 17 of the Personal Information Protection Law): better divide it and list its parts',
    },
    sentences: {
      zh: '隐私政策的句子平均{length}字，难以读懂；告知应当使用清晰易懂的语言（《个人信息保护法》第十七条），建议拆成短句或者列表',
      en: 'Sentences of the policy have {length} characters on average; notice must be in plain language (article 17 of the Personal Information Protection Law): better use short sentences or lists',
    },
    smallPrint: {
      zh: '隐私政策有{characters}字过小或者颜色过淡，难以阅读（《个人信息保护法》第十七条，《App违法违规收集使用个人信息行为认定方法》第一类），建议加大字号、加深颜色',
      en: '{characters} characters of the policy are too small or too faint to read (article 17 of the Personal Information Protection Law; section 1 of the 2019 identification methods): better make them larger and darker',
    },
  },
  remedy: {
    zh: '分节并加标题和目录，使用短句、列表和不小于12像素的清晰文字，前面放要点摘要',
    en: 'Divide it with headings and a table of contents; use short sentences, lists, clear letters of twelve pixels or more, and a summary in front',
  },
  *evaluate({ policy }) {
    const readability = policy.understanding?.readability;
    if (readability === undefined || policy.hanShare < 0.5) return;
    const { characters, meanSentence } = readability;
    const headings = Math.max(readability.headings, numberedLines(policy));
    const whole = policyEvidence(policy, [{ range: opening(policy), confidence: 1 }], 1);
    if (characters >= LONG && headings * UNDER_ONE_HEADING < characters) {
      yield { message: 'headings', subject: 'headings', data: { characters, headings }, evidence: whole };
    }
    if (meanSentence >= LONG_SENTENCES) {
      yield { message: 'sentences', subject: 'sentences', data: { length: Math.round(meanSentence) }, evidence: whole };
    }
    const small = (readability.smallPrint ?? []).filter(([start, end]) => end > start);
    const letters = small.reduce((sum, range) => sum + lettersIn(policy, range), 0);
    if (letters >= MUCH) {
      const places = small.slice(0, 3).map((range) => ({ range, confidence: 1 }));
      yield {
        message: 'smallPrint',
        subject: 'small-print',
        data: { characters: letters },
        evidence: policyEvidence(policy, places),
      };
    }
  },
});

/** 二、我们如何收集……, 4.2 保存地域: what begins with a number helps to find one’s way, also where the text runs on behind it. */
const NUMBERED =
  /^\s*(?:第?[一二三四五六七八九十]{1,3}[、.章节部]|[(（][一二三四五六七八九十]{1,3}[)）]|\d{1,2}(?:\.\d{1,2}){0,3}[、.)\s])/gmu;

function numberedLines({ text }: PolicyFacts): number {
  return text.match(NUMBERED)?.length ?? 0;
}

/** The first line, where the text as a whole is meant. */
function opening({ text }: PolicyFacts): Range {
  const end = text.indexOf('\n');
  return [0, Math.min(end < 0 ? 40 : Math.max(end, 1), 40, text.length)];
}

function lettersIn({ text }: PolicyFacts, [start, end]: Range): number {
  return text.slice(start, end).replace(/\s+/g, '').length;
}
