import { rule } from '../rule.ts';

const PROVINCE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]';
/** 粤ICP备12345678号-2A, and for operators with a telecom licence 粤B2-20090059-2A; the suffix is missing on a bare main number. */
const FILING = new RegExp(`^${PROVINCE}(?:ICP备\\d{6,10}号|ICP证\\d{6,8}号|B2-\\d{8})(?<service>-\\d{1,5}(?<kind>[A-Z])?)?$`);

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
    notApp: {
      zh: '备案号“{number}”不是APP的服务备案号（应带有以字母A结尾的序号，如“-2A”），可能是网站或主体备案号，请核对（工信部信管〔2023〕105号，后缀规则须核对）',
      en: 'The filing number "{number}" is not that of an app (which ends in a serial with the letter A, as in -2A) but perhaps of a website or the operator; compare it (MIIT Xinguan [2023] No. 105; verify the suffix rule)',
    },
  },
  remedy: {
    zh: '办理APP备案，并在上架信息中填写完整的APP备案号；备案的主体、包名和签名证书须与提交的一致',
    en: 'File the app and give its full filing number in the listing; operator, package name and certificate of the filing must be those submitted',
  },
  *evaluate({ listing: { app }, package: facts }) {
    const evidence = { type: 'listing', field: 'app.filingNumber' } as const;
    if (app.filingNumber === undefined) {
      // `facts` may be null: this rule needs the listing only.
      const offline =
        facts !== null &&
        facts.gaps.length === 0 &&
        !facts.permissions.some(({ name }) => name === 'android.permission.INTERNET' || name === 'ohos.permission.INTERNET') &&
        !facts.quickApp?.features.some((name) => QUICK_APP_NETWORK.test(name));
      yield {
        message: offline ? 'offline' : 'missing',
        subject: 'app.filingNumber',
        severity: offline ? 'review' : 'reject',
        evidence: [evidence],
      };
      return;
    }
    const number = app.filingNumber;
    const parts = FILING.exec(number.normalize('NFKC').replace(/\s/g, '').toUpperCase());
    if (parts?.groups?.kind === 'A') return;
    const malformed = parts === null;
    yield {
      message: malformed ? 'malformed' : 'notApp',
      subject: 'app.filingNumber',
      severity: malformed ? 'review' : 'warn',
      data: { number },
      evidence: [{ ...evidence, value: number }],
    };
  },
});
