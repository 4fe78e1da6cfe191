import { policyAbsence, policyEvidence, provisionOf } from '../disclosure.ts';
import { admitted } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

const GOES_ON = /继续|仍(?:然)?使用/;

export default rule({
  id: 'privacy-policy/change-without-notice',
  clauses: ['sz2025-2', 'sz2025-4', 'pledge2021-1'],
  basis: [
    { instrument: 'pipl', article: '14, 17', verified: true },
    { instrument: 'network-data-regulation', article: '22', verified: true },
    { instrument: 'app-violation-identification-2019', article: '二.2', verified: true },
  ],
  ceiling: 'reject',
  needs: ['policy'],
  title: { zh: '变更隐私政策不通知用户', en: 'The policy changes without notice' },
  explanation: {
    zh: '查看隐私政策怎样写自身的变更：是否写明不另行通知、把继续使用当作同意，或者根本没有写怎样通知。告知事项变更的应当告知个人，目的、方式、种类变更的应当重新取得同意（《个人信息保护法》第十四条、第十七条，《网络数据安全管理条例》第二十二条，法律、行政法规）。句子明确说的是政策本身且声明不通知的，属于政策自认，可以驳回；“更新后继续使用即视为同意”十分常见，如果同时承诺弹窗等通知方式，只作提示，没有承诺的交人工复核。讲服务、价格、活动变化的句子，以及第三方SDK的变更，不按政策变更处理。更新时是否真的弹窗，静态检测看不到。',
    en: 'Looks at what the policy says of its own changes: that they come without notice, that going on counts as agreement, or nothing at all about how users learn of them. Changes must be told, and a change of purpose, means or kinds of information needs consent anew (articles 14 and 17 of the Personal Information Protection Law; article 22 of the Regulation on Network Data Security, law and regulation). A sentence that clearly speaks of the policy and refuses notice is an admission and may reject. “Going on after an update means agreement” is very common: beside a promise of a pop-up or message it is only a warning, without one a person looks. Sentences about services, prices or campaigns, or about third-party SDKs, are not changes of the policy. Whether the app really shows a notice cannot be seen statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '声明变更政策不通知用户。', en: 'The operator may change the policy at any time without notice.' },
        kind: 'policy',
        code: '我们有权随时修改本隐私政策，恕不另行通知。',
      },
      {
        text: { zh: '没有写怎样通知，继续使用就算同意。', en: 'No notice is promised, and going on counts as agreement.' },
        kind: 'policy',
        code: '如您在本政策更新后继续使用我们的服务，即表示您同意更新后的政策。',
      },
    ],
    good: [
      {
        text: {
          zh: '写明通知方式，并在重要变更时重新征得同意。',
          en: 'Says how users are told and that consent is asked for anew where purposes or means change.',
        },
        kind: 'policy',
        code: '本政策更新时，我们会以弹窗方式通知您；处理目的、方式和信息种类变更的，将重新征得您的同意。',
      },
    ],
  },
  messages: {
    silent: {
      zh: '隐私政策写明“{quote}”；告知事项发生变更的，应当将变更部分告知个人，目的、方式、种类变更的应当重新取得同意（《个人信息保护法》第十四条、第十七条）',
      en: 'The policy says “{quote}”; changes must be told, and a change of purpose, means or kinds needs consent anew (articles 14 and 17 of the Personal Information Protection Law)',
    },
    tacit: {
      zh: '隐私政策写明“{quote}”，把继续使用当作同意变更；目的、方式、种类变更的应当重新取得同意，请复核（《个人信息保护法》第十四条）',
      en: 'The policy says “{quote}” and takes going on for agreement to a change; a change of purpose, means or kinds needs consent anew: to be reviewed (article 14 of the Personal Information Protection Law)',
    },
    unstated: {
      zh: '隐私政策没有写变更后怎样通知用户，请要求补充（《个人信息保护法》第十七条，《App违法违规收集使用个人信息行为认定方法》第二类）',
      en: 'The policy does not say how users learn of changes: ask for it (article 17 of the Personal Information Protection Law, section 2 of the 2019 identification methods)',
    },
  },
  remedy: {
    zh: '写明以弹窗、推送等显著方式通知变更；目的、方式、信息种类变更时重新征得同意',
    en: 'State that changes are announced by pop-up or message, and that consent is asked for anew where purposes, means or kinds change',
  },
  *evaluate({ policy }) {
    const change = admitted(policy, 'change-without-notice');
    const notice = provisionOf(policy, 'PR-41');
    if (change !== null && change.severity === 'reject') {
      yield { message: 'silent', subject: 'PR-41', severity: 'reject', data: { quote: change.quote }, evidence: change.evidence };
    } else if (change !== null && !GOES_ON.test(change.sentence)) {
      // Not sure that the sentence speaks of the policy: for a person, unless a notice is promised elsewhere.
      const severity = notice.state === 'substance' ? 'warn' : 'review';
      yield { message: 'silent', subject: 'PR-41', severity, data: { quote: change.quote }, evidence: change.evidence };
    } else if (change !== null) {
      // With a promise to tell users beforehand, going on is a weaker fault: most policies have this sentence.
      const severity = notice.state === 'substance' ? 'warn' : 'review';
      yield { message: 'tacit', subject: 'PR-41', severity, data: { quote: change.quote }, evidence: change.evidence };
    } else if (notice.state !== 'substance') {
      const evidence = [...policyEvidence(policy, notice.places, 2), policyAbsence(policy, '政策更新的通知方式')];
      yield { message: 'unstated', subject: 'PR-41', severity: 'review', evidence };
    }
  },
});
