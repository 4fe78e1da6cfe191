import { admitted } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

/** 依照档案管理规定应当永久保存: a law may want it. */
const BY_LAW =
  /(?:依照|依据|根据|按照|遵照|为遵守|应)[^,。;]{0,16}(?:法律|法规|规定|办法|条例|监管)[^。;]{0,16}(?:应当|须|必须|需要?|要求)|(?:法律|法规|监管)[^,。;]{0,8}(?:要求|规定)[^。;]{0,12}(?:永久|长期|无限期)/u;

export default rule({
  id: 'privacy-policy/kept-for-ever',
  clauses: ['sz2025-7', 'pledge2021-7'],
  basis: [
    { instrument: 'pipl', article: '19, 47', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
  ],
  ceiling: 'reject',
  needs: ['policy'],
  title: { zh: '隐私政策写明永久保存个人信息', en: 'The policy keeps personal information for ever' },
  explanation: {
    zh: '查找隐私政策写明永久、无限期保存个人信息，或者注销后仍然一直保存的句子。保存期限应当为实现处理目的所必要的最短时间，目的实现或者撤回同意后应当删除（《个人信息保护法》第十九条、第四十七条，《网络数据安全管理条例》第二十一条，法律、行政法规），写明永久保存即是政策自认，可以驳回。“长期保存”含义较宽，把握不足，交人工复核。“永久删除”、用户自己选择永久保存在本地或云盘的内容、匿名化之后的数据，以及否定句，都不算。服务器实际保存多久，静态检测看不到。',
    en: 'Looks for sentences that keep personal information for ever, without end, or on and on after the account is gone. Information may be kept no longer than its purpose needs and must be deleted once the purpose is reached or consent withdrawn (articles 19 and 47 of the Personal Information Protection Law; article 21 of the Regulation on Network Data Security, law and regulation), so a policy that says so admits the breach and may be rejected. “Kept for a long time” is wider and less sure: a person looks. Permanent deletion, what users themselves choose to keep on the device or in a cloud drive, anonymised data and denials do not count. How long servers really keep it cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '永久保存个人信息。', en: 'Personal information is kept permanently.' },
        kind: 'policy',
        code: '为了给您提供更好的服务，我们将永久保存您的个人信息。',
      },
    ],
    good: [
      {
        text: { zh: '期限与目的相称，到期删除。', en: 'Kept as long as the purpose needs, then deleted or anonymised.' },
        kind: 'policy',
        code: '我们只在实现目的所必需的最短期限内保留您的个人信息，不会永久保存；到期后予以删除或匿名化处理。',
      },
    ],
  },
  messages: {
    endless: {
      zh: '隐私政策写明“{quote}”；个人信息的保存期限应当为实现处理目的所必要的最短时间（《个人信息保护法》第十九条）',
      en: 'The policy says “{quote}”; information may be kept no longer than its purpose needs (article 19 of the Personal Information Protection Law)',
    },
    byLaw: {
      zh: '隐私政策写明“{quote}”，称依照规定长期保存；个人信息的保存期限应当为实现处理目的所必要的最短时间，法律、行政法规另有规定的除外（《个人信息保护法》第十九条），请核对所依据的规定',
      en: 'The policy says “{quote}” and refers to a rule; information may be kept no longer than its purpose needs, save where a law or regulation says otherwise (article 19 of the Personal Information Protection Law): find out which',
    },
  },
  remedy: {
    zh: '改为实现目的所必要的最短期限，写明到期后删除或匿名化',
    en: 'Keep information only as long as the purpose needs, and say that it is deleted or anonymised afterwards',
  },
  *evaluate({ policy }) {
    const found = admitted(policy, 'kept-for-ever');
    if (found === null) return;
    const { evidence } = found;
    const isByLaw = BY_LAW.test(found.sentence);
    yield {
      message: isByLaw ? 'byLaw' : 'endless',
      subject: 'PR-23',
      severity: isByLaw ? 'review' : found.severity,
      data: { quote: found.quote },
      evidence,
    };
  },
});
