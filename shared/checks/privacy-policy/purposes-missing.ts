import { missingProvision } from '../policy-presence.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'privacy-policy/purposes-missing',
  clauses: ['sz2025-2', 'sz2025-4', 'sz2025-7', 'pledge2021-2'],
  basis: [
    { instrument: 'app-violation-identification-2019', article: '二.1', verified: true },
    { instrument: 'pipl', article: '7, 17', verified: true },
    { instrument: 'network-data-regulation', article: '21', verified: true },
    { instrument: 'gbt-35273-2020', article: '5.5', verified: false },
  ],
  ceiling: 'reject',
  needs: ['policy'],
  title: { zh: '隐私政策没有写明收集什么、为了什么', en: 'The policy does not say what is collected and why' },
  messages: {
    absent: {
      zh: '隐私政策全文没有“功能—信息—目的”的对应说明；收集使用规则应当逐一列明目的、方式和范围（《App违法违规收集使用个人信息行为认定方法》第二类，《个人信息保护法》第十七条）',
      en: 'Nowhere does the policy pair functions with the information they need and its purpose; purposes, means and scope must be listed one by one (section 2 of the 2019 identification methods; article 17 of the Personal Information Protection Law)',
    },
    empty: {
      zh: '隐私政策只笼统提到收集使用，没有逐项写明哪项功能收集哪些信息、用于什么目的（《App违法违规收集使用个人信息行为认定方法》第二类，《个人信息保护法》第十七条）',
      en: 'The policy speaks of collection only in general terms and does not say which function collects what for which purpose (section 2 of the 2019 identification methods; article 17 of the Personal Information Protection Law)',
    },
  },
  remedy: {
    zh: '按业务功能逐项写明收集的信息、目的、方式，以及不提供的后果',
    en: 'List for every function the information collected, its purpose and means, and what happens when it is not given',
  },
  *evaluate({ policy }) {
    yield* missingProvision(policy, 'PR-06', '按业务功能写明收集的信息、目的和方式');
  },
});
