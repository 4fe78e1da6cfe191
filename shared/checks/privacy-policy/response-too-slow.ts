import type { Mention, PolicyFacts, ResponseTime } from '../../domain/facts/policy.ts';
import type { Bilingual } from '../../domain/text.ts';
import { policyAbsence, policyEvidence, provisionOf } from '../disclosure.ts';
import { SURE } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

const UNITS: Readonly<Record<ResponseTime['unit'], Bilingual>> = {
  'working-day': { zh: '个工作日', en: ' working days' },
  day: { zh: '天（自然日）', en: ' calendar days' },
  month: { zh: '个月', en: ' months' },
  hour: { zh: '小时', en: ' hours' },
};

/** So far in front of a promise it says what is answered. */
const BEFORE = 220;
/** What the limit holds for: requests about one’s information, complaints. An answer to questions may take longer. */
const REQUEST = /请求|申请|要求|投诉|举报|申诉|注销|删除|更正|查阅|撤回|行使|权利|响应|受理|核查/u;

/** Whether the sentence, or those before it in the same part, speak of requests or complaints. */
function isOfRequests({ text }: PolicyFacts, { range: [start, end] }: Mention): boolean {
  const tail = text.slice(end, end + 60).split(/[。;\n]/u, 1)[0]!;
  return REQUEST.test(text.slice(Math.max(0, start - BEFORE), start) + text.slice(start, end) + tail);
}

export default rule({
  id: 'privacy-policy/response-too-slow',
  clauses: ['sz2025-15', 'pledge2021-6', 'pledge2021-8'],
  basis: [
    { instrument: 'network-data-regulation', article: '23', verified: true },
    { instrument: 'pipl', article: '50', verified: true },
    { instrument: 'app-violation-identification-2019', article: '六.3, 六.5', verified: false },
    { instrument: 'sz-guideline-2025', article: '15', verified: false },
  ],
  ceiling: 'reject',
  needs: ['policy'],
  title: { zh: '响应用户请求超过15个工作日', en: 'Requests are answered later than 15 working days' },
  explanation: {
    zh: '读取隐私政策承诺的答复、处理期限，换算后与15个工作日比较。个人行使权利的请求应当及时受理（《网络数据安全管理条例》第二十三条、《个人信息保护法》第五十条，法律、行政法规）；执法认定以15个工作日为人工处理的上限（《App违法违规收集使用个人信息行为认定方法》第六类，条号须核对），深圳市指引第十五条同样要求（推荐性，须核对）。明确超过的（16个工作日以上、30天以上、以月计）是政策自认，可以驳回；22至29天换算后可能超过，交人工复核；21天以内不算超过；以15个工作日以内的期限为准。句子前后只说回答疑问、没有说到请求、投诉的，交人工复核，因为上限针对更正、删除、注销的请求和投诉举报。没有写期限的交人工复核。保存期限、退款期限等其他期限不参与比较；实际是否按时答复，静态检测看不到。',
    en: 'Reads the time within which the policy promises to answer and compares it with 15 working days. Requests must be taken up in time (article 23 of the Regulation on Network Data Security; article 50 of the Personal Information Protection Law, regulation and law); enforcement takes 15 working days as the limit where people handle requests (section 6 of the 2019 identification methods, verify the item), and so does article 15 of the Shenzhen guideline (recommended, verify). What surely exceeds it (16 working days and more, 30 days and more, months) is an admission and may reject; 22 to 29 calendar days may exceed it and go to a person; up to 21 days prove nothing. A time that is promised for questions only, without a word of requests or complaints, goes to a person, because the limit is for requests to correct, delete or close and for complaints. Where no time is told, a person looks. Times for keeping data, refunds and the like are not compared; whether answers really come in time cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '承诺的期限超过15个工作日。', en: 'Promises an answer within 30 working days.' },
        kind: 'policy',
        code: '我们将在收到您的请求并核验身份后30个工作日内答复。',
      },
      {
        text: { zh: '没有写期限。', en: 'Says “as soon as possible” and gives no time.' },
        kind: 'policy',
        code: '我们会尽快处理您的请求。',
      },
    ],
    good: [
      {
        text: { zh: '在15个工作日内答复。', en: 'Answers within 15 working days.' },
        kind: 'policy',
        code: '我们将在收到您的请求并核验身份后15个工作日内答复。',
      },
    ],
  },
  messages: {
    slow: {
      zh: '隐私政策写明在{period}内响应用户请求，超过15个工作日的上限，不属于及时受理（《网络数据安全管理条例》第二十三条，《App违法违规收集使用个人信息行为认定方法》第六类，条号须核对；深圳市指引第十五条，推荐性）',
      en: 'The policy promises to answer requests within {period}, beyond the limit of 15 working days and not timely (article 23 of the Regulation on Network Data Security; section 6 of the 2019 identification methods, verify the item; article 15 of the Shenzhen guideline, recommended)',
    },
    doubtful: {
      zh: '隐私政策写明在{period}内答复，折算后可能超过处理更正、删除、注销请求和投诉举报的15个工作日上限，请核对所指的事项并要求改正（《网络数据安全管理条例》第二十三条，《App违法违规收集使用个人信息行为认定方法》第六类，条号须核对；深圳市指引第十五条，推荐性）',
      en: 'The policy promises an answer within {period}, which may be more than the 15 working days for requests to correct, delete or close and for complaints: find out what it is meant for, and have it mended (article 23 of the Regulation on Network Data Security; section 6 of the 2019 identification methods, verify the item; article 15 of the Shenzhen guideline, recommended)',
    },
    unstated: {
      zh: '隐私政策没有写明响应用户请求的时限，请要求补充，不得超过15个工作日（《App违法违规收集使用个人信息行为认定方法》第六类，条号须核对）',
      en: 'The policy does not say within what time requests are answered: ask for it, at most 15 working days (section 6 of the 2019 identification methods, verify the item)',
    },
  },
  remedy: {
    zh: '写明在15个工作日内受理、处理并答复查阅、更正、删除、注销和投诉等请求',
    en: 'State that requests and complaints are handled and answered within 15 working days',
  },
  *evaluate({ policy }) {
    const slow = policy.admissions
      .filter((admission) => admission.kind === 'response-over-15-working-days')
      .sort((a, b) => b.confidence - a.confidence);
    const surest = slow[0];
    if (surest !== undefined) {
      const time = policy.responseTimes.find(({ range }) => range[0] === surest.range[0] && range[1] === surest.range[1]);
      const unit = time === undefined ? { zh: '', en: '' } : UNITS[time.unit];
      const amount = time?.amount ?? policy.text.slice(...surest.range);
      const isProven = surest.confidence >= SURE && isOfRequests(policy, surest);
      yield {
        message: isProven ? 'slow' : 'doubtful',
        subject: 'PR-34',
        severity: isProven ? 'reject' : 'review',
        data: { period: { zh: `${amount}${unit.zh}`, en: `${amount}${unit.en}` } },
        evidence: policyEvidence(policy, slow),
      };
      return;
    }
    if (policy.responseTimes.length > 0 || provisionOf(policy, 'PR-34').state === 'substance') return;
    const evidence = [policyAbsence(policy, '15个工作日、答复期限、处理时限')];
    yield { message: 'unstated', subject: 'PR-34', severity: 'review', evidence };
  },
});
