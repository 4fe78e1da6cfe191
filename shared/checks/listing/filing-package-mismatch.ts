import type { Evidence } from '../../domain/evidence.ts';
import type { FiledPackage } from '../../domain/facts/records.ts';
import { filedRecord, filingEvidence } from '../filing-record.ts';
import { identityPlace } from '../platform.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'listing/filing-package-mismatch',
  clauses: ['platform2025-2', 'pledge2021-1'],
  basis: [
    { instrument: 'anti-telecom-fraud-law', article: '23', verified: true },
    { instrument: 'network-data-regulation', article: '41', verified: true },
    { instrument: 'miit-105-2023', verified: false },
  ],
  ceiling: 'reject',
  needs: ['package', 'filing'],
  title: { zh: '备案没有登记本安装包的包名', en: 'The filing does not register this package name' },
  explanation: {
    zh: '看备案库中该备案号在本平台（安卓、鸿蒙、快应用）登记的包名里有没有本安装包。备案按包名逐个登记，没有登记的包等于没有备案，直接驳回（《反电信网络诈骗法》第二十三条要求办理备案并核验应用，法律；工信部信管〔2023〕105号，条款须核对）。包名是已登记包名加后缀、或者反过来的，多半是渠道包，转人工复核；备案只登记了其他平台的，也转人工复核。备案库没有给出包名，或者没有接入备案库的，不判断。',
    en: 'Looks whether the packages that the registry has under the number for this platform (Android, HarmonyOS, quick app) include this one. A filing registers packages by name; one that it does not register is not filed and is rejected (article 23 of the Law against Telecom and Online Fraud demands filing and the verification of apps, a law; MIIT Xinguan [2023] No. 105, verify the article). A name that is a registered one with a suffix, or the other way round, is probably a build for one channel and goes to a person, as does a filing for other platforms only. Where the registry gives no packages, and without one, nothing is judged.',
  },
  examples: {
    bad: [
      {
        text: { zh: '备案登记的是另一个包名。', en: 'The filing registers another package.' },
        code: '备案：com.example.app\n安装包：com.other.game',
      },
    ],
    good: [
      {
        text: {
          zh: '备案登记了本包名，渠道包的包名也逐个登记。',
          en: 'The filing registers this name, and that of each channel’s build.',
        },
        code: '备案：com.example.app、com.example.app.huawei\n安装包：com.example.app.huawei',
      },
    ],
  },
  messages: {
    other: {
      zh: '安装包的包名是 {actual}，备案号 {number} 登记的包名是 {filed}；本安装包未在该备案中登记，不能凭该备案号认定为已备案的应用（《反电信网络诈骗法》第二十三条；工信部信管〔2023〕105号，条款须核对）',
      en: 'The package is {actual}; the filing {number} registers {filed}. This package is not registered there and cannot be taken for an app that is filed (article 23 of the Law against Telecom and Online Fraud; MIIT Xinguan [2023] No. 105, verify the article)',
    },
    variant: {
      zh: '安装包的包名是 {actual}，备案号 {number} 登记的是相近的 {filed}；可能是渠道包，请核对是否需要把本包名补充登记（工信部信管〔2023〕105号，条款须核对；《反电信网络诈骗法》第二十三条）',
      en: 'The package is {actual}, the filing {number} registers the similar {filed}: perhaps a channel’s build; does its name have to be added to the filing? (MIIT Xinguan [2023] No. 105, verify the article; article 23 of the Law against Telecom and Online Fraud)',
    },
    platform: {
      zh: '备案号 {number} 登记了 {filed}，没有登记本平台的安装包；请核对本平台的版本是否需要补充登记（工信部信管〔2023〕105号，条款须核对；《反电信网络诈骗法》第二十三条）',
      en: 'The filing {number} registers {filed} and no package for this platform; does the version for it have to be added? (MIIT Xinguan [2023] No. 105, verify the article; article 23 of the Law against Telecom and Online Fraud)',
    },
  },
  remedy: {
    zh: '到备案系统把本安装包的包名（连同签名证书）补充登记，变更完成后再提交；误填备案号的，改为本应用的备案号',
    en: 'Have this package name, with its certificate, added to the filing and submit again; or give this app’s own number where it was mistaken',
  },
  applies: ({ package: { identity, platform }, records }) =>
    identity.packageName !== null && platform !== null && (filedRecord(records)?.packages.length ?? 0) > 0,
  *evaluate({ package: facts, records }) {
    const record = filedRecord(records);
    const actual = facts.identity.packageName;
    if (record === null || actual === null) return;
    const here = record.packages.filter(({ platform }) => platform === facts.platform);
    if (here.some(({ packageName }) => packageName === actual)) return;
    const { element, packageName: attribute } = identityPlace(facts);
    const data = { actual, number: record.number, filed: namesOf(here.length > 0 ? here : record.packages) };
    const evidence: Evidence[] = [
      { type: 'manifest', element, attribute, value: actual },
      filingEvidence(record, 'packages', data.filed),
    ];
    if (here.length === 0) {
      yield { message: 'platform', subject: 'packageName', severity: 'review', data, evidence };
    } else if (here.some(({ packageName }) => isVariant(packageName, actual))) {
      yield { message: 'variant', subject: 'packageName', severity: 'review', data, evidence };
    } else {
      yield { message: 'other', subject: 'packageName', data, evidence };
    }
  },
});

/** com.example.app and com.example.app.huawei, or with other capitals: the same app built for somebody. */
function isVariant(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}

const MOST_NAMES = 5;

function namesOf(packages: readonly FiledPackage[]): string {
  const names = [...new Set(packages.map(({ platform, packageName }) => `${packageName}（${platform}）`))];
  return names.slice(0, MOST_NAMES).join('、') + (names.length > MOST_NAMES ? ' …' : '');
}
