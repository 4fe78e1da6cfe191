import { parseFilingNumber } from '../../knowledge/filing-number.ts';
import { isFiller } from '../filler.ts';
import { rule } from '../rule.ts';

/** Features by which a quick app reaches the network; it needs no permission for it (its features in manifest.json). */
const QUICK_APP_NETWORK = /^system\.(?:fetch|request|requesttask|uploadtask|downloadtask|websocketfactory|webview)$/;

export default rule({
  id: 'listing/filing-number',
  clauses: ['pledge2021-1', 'platform2025-2'],
  basis: [
    { instrument: 'anti-telecom-fraud-law', article: '23', verified: true },
    { instrument: 'miit-105-2023', verified: false },
  ],
  ceiling: 'reject',
  needs: ['listing'],
  title: { zh: 'APP备案号缺失或有误', en: 'App filing number missing or wrong' },
  explanation: {
    zh: '核对上架信息中的APP备案号：有没有、是不是备案号的格式、是不是应用（而不是网站或小程序）的服务备案号。设立移动互联网应用程序应当办理许可或者备案（《反电信网络诈骗法》第二十三条，法律），未备案的应用不得分发（工信部信管〔2023〕105号，条款须核对），所以应用能够联网而没有备案号的直接驳回；安装包没有任何联网权限或接口的转人工复核。格式按各省通信管理局的简称、“ICP备”“ICP证”或电信业务许可证号和服务序号判断，全角、空格、繁体和漏写的“号”不影响结果。号码本身是否真实、是否属于本应用，要靠备案库比对，由其他规则判断。',
    en: 'Looks at the app filing number in the listing: whether there is one, whether it has the form of one, and whether it is that of an app and not of a website or mini program. Apps need a licence or a filing (article 23 of the Law against Telecom and Online Fraud, a law), and unfiled apps must not be distributed (MIIT Xinguan [2023] No. 105, verify the article): an app that can reach the network and has no number is rejected, one without any network access goes to a person. The form is the abbreviation of a province, “ICP备”, “ICP证” or the number of a telecom licence, and the serial of the service; width, blanks, traditional script and a missing 号 make no difference. Whether the number is real and this app’s takes a filing registry and is judged by other rules.',
  },
  examples: {
    bad: [
      {
        text: { zh: '应用能够联网，上架信息没有备案号。', en: 'The app reaches the network and the listing has no number.' },
        code: '"app": { "name": "示例应用", "category": 38 }',
      },
      {
        text: { zh: '填写的是网站备案号，没有应用的服务序号。', en: 'The number is a website’s: its serial has no letter A.' },
        code: '"filingNumber": "粤ICP备12345678号-1"',
      },
    ],
    good: [
      { text: { zh: '应用的服务备案号。', en: 'The number of the app itself.' }, code: '"filingNumber": "粤ICP备12345678号-2A"' },
      {
        text: { zh: '持有电信业务经营许可证的单位。', en: 'An operator with a telecom licence.' },
        code: '"filingNumber": "粤B2-20090059-1621A"',
      },
    ],
  },
  messages: {
    missing: {
      zh: '上架信息没有APP备案号；设立移动互联网应用程序应当办理许可或者备案（《反电信网络诈骗法》第二十三条），未备案的应用不得分发（工信部信管〔2023〕105号，条款须核对）',
      en: 'The listing has no app filing number; apps need a licence or a filing (article 23 of the Law against Telecom and Online Fraud), and unfiled apps must not be distributed (MIIT Xinguan [2023] No. 105, verify the article)',
    },
    offline: {
      zh: '上架信息没有APP备案号，安装包也没有声明联网权限或网络接口；请复核该应用是否不提供互联网信息服务、因而不需要备案（工信部信管〔2023〕105号，条款须核对）',
      en: 'The listing has no app filing number, and the package declares no network access; review whether the app offers no internet information service and therefore needs no filing (MIIT Xinguan [2023] No. 105, verify the article)',
    },
    malformed: {
      zh: '备案号“{number}”不符合APP备案号的格式（如“粤ICP备12345678号-2A”），请与备案系统核对（工信部信管〔2023〕105号，条款须核对）',
      en: 'The filing number "{number}" does not have the form of an app filing number (as in 粤ICP备12345678号-2A); compare it with the filing system (MIIT Xinguan [2023] No. 105, verify the article)',
    },
    operatorOnly: {
      zh: '“{number}”只是主办者的备案号或许可证号，没有服务序号（如“-2A”），看不出本应用是否备案；请填写APP的服务备案号（工信部信管〔2023〕105号，后缀规则须核对）',
      en: '"{number}" is the number of the operator’s filing or licence alone, without the serial of a service (as in -2A), and does not show that this app is filed; give the number of the app (MIIT Xinguan [2023] No. 105; verify the suffix rule)',
    },
    notApp: {
      zh: '备案号“{number}”不是APP的服务备案号（应带有以字母A结尾的序号，如“-2A”），而像是{what}的备案号，看不出本应用是否备案，请核对（工信部信管〔2023〕105号，后缀规则须核对）',
      en: 'The filing number "{number}" is not that of an app (which ends in a serial with the letter A, as in -2A) but looks like that of {what}; it does not show that this app is filed: compare it (MIIT Xinguan [2023] No. 105; verify the suffix rule)',
    },
    filler: {
      zh: '备案号“{number}”的数字全部相同，像是示例或占位，请与备案系统核对（工信部信管〔2023〕105号，条款须核对）',
      en: 'All digits of the filing number "{number}" are the same, as in an example; compare it with the filing system (MIIT Xinguan [2023] No. 105, verify the article)',
    },
  },
  remedy: {
    zh: '办理APP备案，并在上架信息中填写完整的APP备案号；备案的主体、包名和签名证书须与提交的一致',
    en: 'File the app and give its full filing number in the listing; operator, package name and certificate of the filing must be those submitted',
  },
  *evaluate({ listing: { app }, package: facts }) {
    const number = app.filingNumber ?? '';
    const evidence = { type: 'listing', field: 'app.filingNumber', ...(number === '' ? {} : { value: number }) } as const;
    const found = { subject: 'app.filingNumber', data: { number }, evidence: [evidence] };
    if (isFiller(number)) {
      // `facts` may be null: this rule needs the listing only.
      const offline =
        facts !== null &&
        facts.gaps.length === 0 &&
        !facts.permissions.some(({ name }) => name === 'android.permission.INTERNET' || name === 'ohos.permission.INTERNET') &&
        !facts.quickApp?.features.some((name) => QUICK_APP_NETWORK.test(name));
      yield { ...found, message: offline ? 'offline' : 'missing', severity: offline ? 'review' : 'reject' };
      return;
    }
    const parts = parseFilingNumber(number);
    if (parts === null) yield { ...found, message: 'malformed', severity: 'review' };
    else if (parts.service === null) yield { ...found, message: 'operatorOnly', severity: 'review' };
    else if (parts.letter === 'A' || (parts.letter === 'K' && facts?.platform === 'quick-app')) {
      if (/^(\d)\1+$/.test(parts.digits)) yield { ...found, message: 'filler', severity: 'warn' };
    } else
      yield { ...found, message: 'notApp', severity: 'review', data: { number, what: SERVICES[parts.letter ?? ''] ?? UNKNOWN } };
  },
});

/** What a letter behind the serial stands for. */
const SERVICES: Readonly<Record<string, { zh: string; en: string }>> = {
  '': { zh: '网站', en: 'a website' },
  X: { zh: '小程序', en: 'a mini program' },
  K: { zh: '快应用', en: 'a quick app' },
};
const UNKNOWN = { zh: '其他服务', en: 'another service' };
