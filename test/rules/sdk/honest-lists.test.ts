/**
 * Lists of SDKs as honest developers write them, each in its own way: none may be rejected, and what a person is asked about is listed. A new
 * line here is a false alarm until somebody has said why it is not.
 */
import { loadRules } from '../../../shared/checks/registry.ts';
import { runCheck } from '../../../shared/checks/run.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import { listingFacts, packageFacts, policyFacts, recordFacts } from '../support/facts.ts';
import { framed } from '../support/policy-frame.ts';

interface Honest {
  readonly packages: readonly string[];
  readonly list: string;
  /** Findings that ask a person: `rule message subject`. */
  readonly reviews?: readonly string[];
}

const UMENG = ['com.umeng.analytics', 'com.umeng.commonsdk.statistics'];
const JPUSH = ['cn.jpush.android.api', 'cn.jpush.android.service'];

const HONEST: Readonly<Record<string, Honest>> = {
  'a table with tabs': {
    packages: [...UMENG, ...JPUSH],
    list: '第三方SDK目录\nSDK名称\t所属公司\t使用目的\t收集信息类型\t隐私政策链接\n友盟+统计SDK\t友盟同欣（北京）科技有限公司\t统计分析\t设备标识符（IMEI/MAC/Android ID/OAID）、网络信息、应用列表\thttps://www.umeng.com/policy\n极光推送\t深圳市和讯华谷信息技术有限公司\t消息推送\t设备标识符、网络信息、位置信息、应用列表\thttps://www.jiguang.cn/license/privacy',
  },
  'keys and values, with spaces everywhere': {
    packages: UMENG,
    list: '我们接入的第三方 SDK 如下：\n第三方 SDK 名称： 友 盟 + 统 计 SDK\n第三方公司名称：友盟同欣（北京）科技有限公司\n使用目的：统计\n收集个人信息类型：设备信息、应用列表\n隐私政策链接：https://www.umeng.com/policy',
  },
  'traditional script': {
    packages: [...JPUSH, 'com.tencent.bugly.crashreport'],
    list: '我們接入了以下第三方SDK：\nSDK名稱：極光推送SDK；運營方：深圳市和訊華谷信息技術有限公司；使用目的：消息推送；收集的個人信息：設備標識符、網絡信息、應用列表；隱私政策鏈接：https://www.jiguang.cn/license/privacy\nSDK名稱：騰訊Bugly；運營方：深圳市騰訊計算機系統有限公司；使用目的：崩潰監測；收集的個人信息：設備信息、日誌；隱私政策鏈接：https://privacy.qq.com',
  },
  'full width letters': {
    packages: JPUSH,
    list: '我们接入了以下第三方ＳＤＫ：\nＳＤＫ名称：ＪＰｕｓｈ；运营方：深圳市和讯华谷信息技术有限公司；使用目的：消息推送；收集的个人信息：设备标识符、应用列表、网络信息',
  },
  'brands with functions': {
    packages: ['com.umeng.analytics', 'com.umeng.message', 'com.umeng.socialize'],
    list: '我们接入了以下第三方SDK：\nSDK名称：友盟+SDK（统计、推送、分享）；运营方：友盟同欣（北京）科技有限公司；使用目的：统计分析、消息推送、社会化分享；收集的个人信息：设备信息、网络信息、应用列表、位置信息',
  },
  prose: {
    packages: [...UMENG, 'com.tencent.mm.opensdk.openapi'],
    list: '为了统计应用使用情况，我们接入了友盟统计SDK（由友盟同欣（北京）科技有限公司提供），它会收集设备标识符、网络信息和应用列表；为了让您用微信登录和分享，我们接入了微信开放平台SDK（由深圳市腾讯计算机系统有限公司提供），它会收集设备标识符、应用列表和剪贴板内容。',
  },
  'companies only, with what they do': {
    packages: [...JPUSH],
    list: '第三方合作方清单\n第三方名称\t合作目的\t收集的个人信息\n深圳市和讯华谷信息技术有限公司\t消息推送服务（SDK）\t设备标识符、网络信息、应用列表\n深圳市腾讯计算机系统有限公司\t崩溃日志分析（SDK）\t设备信息、日志',
    reviews: [],
  },
  'an English list': {
    packages: [...JPUSH, 'com.tencent.bugly.crashreport'],
    list: 'Third-party SDKs:\nSDK Name: JPush; Operator: Aurora Mobile; Purpose: push notifications; Personal information: device identifiers, network information, installed apps; Link: https://www.jiguang.cn/license/privacy\nSDK Name: Tencent Bugly; Operator: Shenzhen Tencent Computer Systems Co., Ltd.; Purpose: crash reports; Personal information: device information, logs',
  },
  'makers of phones for push': {
    packages: [
      ...JPUSH,
      'com.xiaomi.mipush.sdk',
      'com.huawei.hms.push',
      'com.heytap.mcssdk',
      'com.vivo.push',
      'com.meizu.cloud.pushsdk',
    ],
    list: '我们接入了极光推送SDK以及华为、小米、OPPO、vivo、魅族等手机厂商的推送SDK，用于消息推送，收集设备标识符、应用列表和网络信息。运营方分别为深圳市和讯华谷信息技术有限公司及上述手机厂商。',
  },
  'a subproduct under the name of its family': {
    packages: ['com.baidu.location', 'com.baidu.mapapi.map'],
    list: '我们接入了以下第三方SDK：\nSDK名称：百度地图SDK；运营方：北京百度网讯科技有限公司；使用目的：地图展示与定位；收集的个人信息：位置信息、设备信息、网络信息、应用列表',
  },
  'company of the group as operator': {
    packages: ['com.bytedance.sdk.openadsdk', ...UMENG],
    list: '我们接入了以下第三方SDK用于广告投放和统计：\nSDK名称：穿山甲SDK；运营方：北京字节跳动科技有限公司；使用目的：广告；收集的个人信息：设备标识符、应用列表、位置信息、网络信息、传感器\nSDK名称：友盟SDK；运营方：阿里巴巴集团；使用目的：统计；收集的个人信息：设备标识符、应用列表\n您可以在“设置-隐私-个性化广告”关闭个性化广告。',
  },
  'numbers and brackets before names': {
    packages: [...UMENG, 'com.amap.api.location'],
    list: '三、我们使用的第三方SDK\n1、【友盟+】移动统计\n公司：友盟同欣（北京）科技有限公司\n目的：统计\n信息：设备标识、应用列表\n2、【高德开放平台】定位SDK\n公司：高德软件有限公司\n目的：定位\n信息：位置信息、设备标识、应用列表',
  },
  'package names instead of names': {
    packages: [...UMENG, ...JPUSH],
    list: '第三方SDK清单：com.umeng.analytics（统计，收集设备信息、应用列表），cn.jpush.android（推送，收集设备信息、应用列表）。',
  },
  'a list as an image': {
    packages: [...UMENG, ...JPUSH],
    list: '第三方SDK清单见下图：\n[图片]\n图：本应用接入的第三方SDK目录，详见《第三方SDK目录》。',
    reviews: ['sdk/undisclosed unsure jpush', 'sdk/undisclosed unsure umeng-analytics'],
  },
  'a list behind a link': {
    packages: UMENG,
    list: '我们接入的第三方SDK详见《第三方信息共享清单》，您可以在“设置-隐私-第三方信息共享清单”查看。',
    reviews: ['sdk/undisclosed unsure umeng-analytics'],
  },
  'everything, and more for another system': {
    packages: JPUSH,
    list: '我们接入了以下第三方SDK：\nSDK名称：极光推送SDK；运营方：深圳市和讯华谷信息技术有限公司；使用目的：消息推送；收集的个人信息：设备标识符、应用列表、网络信息\nSDK名称：友盟统计SDK（仅iOS）；运营方：友盟同欣（北京）科技有限公司；使用目的：统计；收集的个人信息：IDFA、设备信息',
  },
  'a stub and a library need no word': {
    packages: ['com.bumptech.glide.load', 'com.google.gson', 'okhttp3'],
    list: '本应用没有接入收集个人信息的第三方SDK。',
  },
  'maps and login in a sentence': {
    packages: ['com.amap.api.maps', 'com.amap.api.location', 'com.tencent.tauth', 'com.sina.weibo.sdk'],
    list: '地图服务由高德地图SDK提供（高德软件有限公司），收集位置信息、设备信息、应用列表；QQ登录与分享由腾讯QQ互联SDK提供，微博登录与分享由新浪微博SDK提供，分别收集设备标识符、应用列表、昵称和头像。',
  },
  payment: {
    packages: ['com.alipay.sdk.app', 'com.tencent.mm.opensdk.openapi', 'com.unionpay'],
    list: '支付相关SDK：支付宝支付SDK（支付宝（杭州）信息技术有限公司）、微信支付SDK（财付通支付科技有限公司）、银联支付SDK（中国银联股份有限公司），用于完成付款，收集设备标识符、网络信息、应用列表、位置信息。',
  },
  'one login by the number': {
    packages: ['com.cmic.sso.sdk', 'cn.com.chinatelecom.account.api', 'com.unicom.xiaowo.account.shield'],
    list: '为了让您使用本机号码一键登录，我们接入了中国移动、中国联通、中国电信提供的一键登录SDK，收集手机号码、网络信息、设备信息、SIM卡信息。',
  },
};

const rules = (await loadRules()).filter(({ id }) => id.startsWith('sdk/') || id.startsWith('privacy-policy/sdk-'));

/** What more than warns of an app with these packages and a policy with this list. */
async function asked(packages: readonly string[], list: string): Promise<string[]> {
  const facts = {
    package: packageFacts({ code: { packages: [...packages] } }),
    policy: await policyFacts({ read: framed(list) }),
    listing: listingFacts(undefined),
    records: recordFacts(undefined),
  };
  const findings = (['sdk', 'privacy-policy'] as const).flatMap((check) => runCheck(check, rules, facts, knowledge).findings);
  return findings
    .filter(({ severity }) => severity !== 'warn')
    .map(({ rule, message, subject, severity }) => `${severity} ${rule} ${message} ${subject}`);
}

test.each(Object.entries(HONEST))('%s', async (_name, { packages, list, reviews = [] }) => {
  expect(await asked(packages, list)).toEqual(reviews.map((each) => `review ${each}`));
});

test('without its list an app is rejected, once for each SDK', async () => {
  expect(await asked([...UMENG, ...JPUSH], '')).toEqual([
    'reject sdk/undisclosed silent jpush',
    'reject sdk/undisclosed silent umeng-analytics',
  ]);
});

test('a list of others does not speak for an SDK that it leaves out', async () => {
  const list =
    '我们接入了以下第三方SDK：\nSDK名称：高德地图SDK；运营方：高德软件有限公司；使用目的：地图；收集的个人信息：位置信息\nSDK名称：极光壁纸组件；运营方：某某极光文化传媒有限公司；使用目的：壁纸；收集的个人信息：无';
  expect(await asked([...UMENG, 'com.amap.api.maps'], list)).toEqual(['reject sdk/undisclosed silent umeng-analytics']);
});
