import type { FilingRecord } from '../../domain/facts/records.ts';
import { comparableName, relationOfAppNames, relationOfOperators } from '../comparable-name.ts';
import { filedRecord, filingEvidence } from '../filing-record.ts';
import { type RuleContext, rule } from '../rule.ts';

export default rule({
  id: 'listing/filing-other-app',
  clauses: ['platform2025-2', 'pledge2021-1'],
  basis: [
    { instrument: 'anti-telecom-fraud-law', article: '23', verified: true },
    { instrument: 'network-data-regulation', article: '41', verified: true },
    { instrument: 'miit-105-2023', verified: false },
  ],
  ceiling: 'reject',
  needs: ['listing', 'filing'],
  title: { zh: '备案的应用或主办者与申报的不一致', en: 'The filing is another app’s or another operator’s' },
  explanation: {
    zh: '把备案库中该备案号登记的应用名称和主办者，与上架信息的应用名称、开发者名称比对。名称按人的习惯比较：全半角、括号、繁简、“有限责任公司”与“有限公司”、所在地写法不同不算不同，分公司、副标题、同一字号的关联公司算有关联。应用名称和主办者都对不上，而且备案也没有登记本安装包的，说明用的是别人的备案号，属于虚假的申报信息，直接驳回（《反电信网络诈骗法》第二十三条要求备案并核验开发运营者真实身份，法律；工信部信管〔2023〕105号，条款须核对）。只有一项对不上的转人工复核：应用会改名，同一集团内也有一家备案、另一家发布的情况，请看授权或者变更材料。没有接入备案库的不判断。',
    en: 'Compares the app’s name and the operator that the registry has under the number with name and developer of the listing. Names are compared as people do: width, brackets, script, 有限责任公司 for 有限公司 and the way a place is written make no difference; branches, subtitles and companies of one trade name count as related. Where neither name agrees and the filing does not register this package either, the number is somebody else’s: false information, which is rejected (article 23 of the Law against Telecom and Online Fraud demands filing and the verification of real identities, a law; MIIT Xinguan [2023] No. 105, verify the article). Where one of them differs a person looks: apps are renamed, and within a group one company may file and another publish; see the authorisation or the change of filing. Without a registry nothing is judged.',
  },
  examples: {
    bad: [
      {
        text: {
          zh: '备案号登记的是另一家公司的另一个应用，也没有登记本安装包的包名。',
          en: 'The number is that of another company’s other app, and does not register this package.',
        },
        code: '备案：幸运棋牌 / 某某网络科技有限公司\n申报：示例应用 / 示例科技（深圳）有限公司',
      },
    ],
    good: [
      {
        text: {
          zh: '括号和公司形式的写法不同，仍是同一主办者。',
          en: 'Brackets and legal form written another way: the same operator.',
        },
        code: '备案：示例应用 / 示例科技(深圳)有限责任公司\n申报：示例应用 / 示例科技（深圳）有限公司',
      },
    ],
  },
  messages: {
    both: {
      zh: '备案号 {number} 登记的是“{filedOperator}”的“{filedName}”，申报的是“{developer}”的“{name}”，备案也没有登记本安装包；这是其他应用的备案号，不能证明本应用已经备案（《反电信网络诈骗法》第二十三条；工信部信管〔2023〕105号，条款须核对）',
      en: 'The filing {number} is that of “{filedName}” by “{filedOperator}”; the listing says “{name}” by “{developer}”, and the filing does not register this package. The number is another app’s and does not show that this one is filed (article 23 of the Law against Telecom and Online Fraud; MIIT Xinguan [2023] No. 105, verify the article)',
    },
    name: {
      zh: '备案号 {number} 登记的应用名称是“{filedName}”，申报的是“{name}”；请核对是否改名而没有变更备案，或者误填了其他应用的备案号（《反电信网络诈骗法》第二十三条；工信部信管〔2023〕105号，条款须核对）',
      en: 'The filing {number} names the app “{filedName}”, the listing “{name}”; was it renamed without changing the filing, or is the number another app’s? (article 23 of the Law against Telecom and Online Fraud; MIIT Xinguan [2023] No. 105, verify the article)',
    },
    operator: {
      zh: '备案号 {number} 的主办者是“{filedOperator}”，上架信息的开发者是“{developer}”；请核对二者关系和授权材料，应用分发平台应当核验开发运营者的真实身份（《反电信网络诈骗法》第二十三条；工信部信管〔2023〕105号，条款须核对）',
      en: 'The operator of the filing {number} is “{filedOperator}”, the developer of the listing “{developer}”; see how they are related and what authorises this one: stores must verify who really operates an app (article 23 of the Law against Telecom and Online Fraud; MIIT Xinguan [2023] No. 105, verify the article)',
    },
    kin: {
      zh: '备案号 {number} 的主办者是“{filedOperator}”，上架信息的开发者是“{developer}”，二者名称相近但不是同一主体的写法；请确认是否为分公司、关联公司或者曾用名（《反电信网络诈骗法》第二十三条）',
      en: 'The operator of the filing {number} is “{filedOperator}”, the developer of the listing “{developer}”: similar, and not the same body. Is it a branch, a company of the group, or a former name? (article 23 of the Law against Telecom and Online Fraud)',
    },
  },
  remedy: {
    zh: '填写本应用自己的备案号；改名或者更换主办者的，先办理备案变更；由关联公司发布的，附上授权材料',
    en: 'Give the number of this app’s own filing; change the filing first where the name or the operator has changed; attach an authorisation where a related company publishes',
  },
  applies: ({ records }) => filedRecord(records) !== null,
  *evaluate(context) {
    const { listing, records } = context;
    const record = filedRecord(records);
    if (record === null) return;
    const { name } = listing.app;
    const developer = listing.developer.name ?? '';
    const names = relationOfAppNames(name, record.appName);
    const operators = comparableName(developer) === '' ? 'same' : relationOfOperators(developer, record.operator);
    const data = { number: record.number, name, developer, filedName: record.appName, filedOperator: record.operator };
    const onName = [
      filingEvidence(record, 'appName', record.appName),
      { type: 'listing', field: 'app.name', value: name } as const,
    ];
    const onOperator = [
      filingEvidence(record, 'operator', record.operator),
      { type: 'listing', field: 'developer.name', value: developer } as const,
    ];
    if (names === 'other' && operators === 'other' && !mayRegister(record, context)) {
      yield { message: 'both', subject: 'app.filingNumber', data, evidence: [...onName, ...onOperator] };
      return;
    }
    if (names === 'other') yield { message: 'name', subject: 'app.name', severity: 'review', data, evidence: onName };
    if (operators === 'same') return;
    // Of names in two alphabets or with a branch behind them a person can tell at a glance; the app itself agrees.
    const message = operators === 'other' ? 'operator' : 'kin';
    yield { message, subject: 'developer.name', severity: 'review', data, evidence: onOperator };
  },
});

/**
 * Whether the filing registers this very package, or may: then it can be this app's, whatever the names have become. The package may be
 * null, and its name unknown.
 */
function mayRegister({ packages }: FilingRecord, { package: facts, listing }: RuleContext): boolean {
  const own = facts?.identity.packageName ?? listing.app.packageName;
  return own === undefined || own === null || packages.some(({ packageName }) => packageName === own);
}
