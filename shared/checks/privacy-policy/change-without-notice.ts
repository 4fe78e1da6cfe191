import { policyAbsence, policyEvidence, provisionOf } from '../disclosure.ts';
import { admitted } from '../policy-admissions.ts';
import { rule } from '../rule.ts';

const GOES_ON = /继续|仍(?:然)?使用/;

export default rule({
  id: 'privacy-policy/change-without-notice',
  clauses: ['sz2025-2', 'sz2025-6', 'pledge2021-1'],
  basis: [
    { instrument: 'pipl', article: '14, 17', verified: true },
    { instrument: 'network-data-regulation', article: '22', verified: true },
    { instrument: 'app-violation-identification-2019', article: '二.2', verified: true },
  ],
  ceiling: 'reject',
  needs: ['policy'],
  title: { zh: '变更隐私政策不通知用户', en: 'The policy changes without notice' },
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
