import type { Contact, SdkRow } from '../../domain/facts/policy.ts';
import type { PolicyText } from '../text/policy-text.ts';
import { insideOf } from './inside.ts';

const EMAIL = /[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/gi;
/** Written so that no robot reads it: name(at)host, name [at] host. */
const VEILED_EMAIL = /[a-z0-9][a-z0-9._%+-]{0,63} ?[([]at[)\]] ?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/gi;
/** Service numbers, landlines with area code, mobiles: forms that are telephone numbers by themselves. */
const PHONE =
  /(?<![\d.-])(?:(?:\+?86[- ]?)?(?:[48]00[- ]?\d{3,4}[- ]?\d{3,4}|(?:\(0\d{2,3}\)|0\d{2,3})[- ]?\d{7,8}(?:-\d{1,5})?|1[3-9]\d[- ]?\d{4}[- ]?\d{4}))(?![\d.]*\d)/g;
/** Short service numbers, telephone numbers only beside a word that says so. 123xx are the authorities' complaint lines. */
const SHORT_PHONE = /(?<!\d)(?:9[56]\d{3,6}|10\d{3}|12306|1010\d{4}|11\d{3})(?!\d)/g;
/** Lines of the authorities: beside a word of complaint, where to complain; else the desk of a service that they run. */
const PUBLIC_LINE = /(?<!\d)123\d{2,3}(?!\d)/g;
/** Whatever stands after such a word with the digits of a number: +852 2345 6789, (010)8888-6666, 0571-12345. */
const LABELLED_PHONE =
  /(?:电话|热线|致电|拨打|客服|tel(?:ephone)?|手机)(?:号码?)?[^\d+,。;(]{0,12}(\(?\+?\d{2,4}\)?[- ]?\d{3,4}[- ]?\d{2,5}(?:[- ]\d{1,5})?)(?!\d)/gi;
const TELEPHONE_WORD = /电话|热线|致电|拨打|客服|tel/;
const ADDRESS =
  /(?:地址|住所|办公地点|(?:写信|致函|来函|寄信|邮寄|寄送)(?:给我们)?(?:至|到))(?:为|是|在)?[:\s]*([^。;:\t]{6,90})/g;
const NOT_OURS = /(?:ip|mac|收货|网|邮箱|邮件|蓝牙|硬件|家庭|送货|配送|物理|url|寄件|收件|取件|您的|联网|存储|下载)(?:联系)?地址/;
const PLACE = /(?:省|市|区|县|州)[^,]{0,40}(?:路|街|道|号|楼|座|大厦|园|村|镇|中心|广场)/;
const ONLINE =
  /(?:在线客服|人工客服|智能客服|客服中心|客服小秘书|意见反馈|用户反馈|帮助与反馈|反馈与帮助|帮助与客服|帮助和反馈|联系客服|问题反馈|我的客服|在线反馈|用户帮助|帮助中心)/g;
/** 家长端“我的—客服与售后”: an entry of the app, by whatever name. */
const ENTRY = /“[^”]{0,12}(?:客服|反馈)[^”]{0,6}”|(?:小程序|应用|app|软件|我的|设置)(?:内|中|里)?的?[“「『【]联系我们[”」』】]/;
/** 拍照上传截图用于意见反馈, 用于版本更新与用户反馈: what something is for, and no way to write. */
const AS_PURPOSE = /(?:用于|用途|用来|目的)[^,。;]{0,24}$/;
const REACHES = /联系|通过|可在|渠道|路径|入口/;
/** Accounts of messengers: QQ numbers and groups; WeChat names, which have 6 to 20 Latin characters. */
const MESSENGER =
  /(?:qq(?:客服|交流|用户|反馈)?(?:群|号|号码|群号)?|企鹅群)[:为是 ]{0,3}\d{5,12}(?!\d)|微信(?:客服)?(?:号|账号|帐号)?[:为是 ]{1,3}[a-z][a-z0-9_-]{5,19}/gi;
/** Pages where one can write to the developer. */
const WRITE_TO =
  /https?:\/\/[^\s,。;)]{4,80}\/(?:issues|contact|feedback|support|kefu|lianxi)[^\s,。;)]{0,60}|(?:app ?store|应用(?:商店|市场))[^,。;]{0,16}(?:支持|评论|留言|反馈|联系)/gi;
/** A website named as the place to write to. */
const WEBSITE =
  /(?:官方网站|官网|微信公众号|公众号)(?![^,。;]{0,6}(?:公布|公示|列明|载明|披露))[^,。;]{0,12}(?:与我们(?:取得)?联系|联系我们|反馈|留言)/g;
/** A line of its own that is nothing but an address, as at the foot of a page. */
const ADDRESS_LINE = /^[\p{Script=Han}]{2,12}[省市][^,。;:]{4,50}(?:号|室|楼|座|层|大厦)[A-Za-z0-9-]{0,8}室?$/u;
/** What follows an address in the same sentence, and is none of it. */
const AFTER_ADDRESS =
  /】.*$|[,;]? ?\((?:以下|下称|简称|收|统称).*$|[,; ] ?(?:以下|下称|邮编|邮政编码|常用|联系|邮箱|电话|如您|如果|收件|注册|办公).*$|(?:我们将|如您| [^ ]{0,8}个人信息保护(?:负责人|专员)| ?法务部).*$/;
const NO_ADDRESS = /sdk|类型|ip(?![a-z])|元素|版本|名称、/i;
/** A contact in the row of an SDK is its maker's. */
const OF_AN_SDK = 0.2;
const PATH = /(?:设置|我的|个人中心|首页|右上角|左上角|菜单|页面|点击|进入|登录|微信|公众号|网站|客户端)/;

function isPurpose(sentence: string, at: number): boolean {
  return AS_PURPOSE.test(sentence.slice(Math.max(0, at - 40), at)) && !REACHES.test(sentence);
}

/** Ways to reach the operator. An address at a test domain (`example.com`) is no way: confidence 0.1. */
export function extractContacts(text: PolicyText, sdkRows: readonly SdkRow[]): Contact[] {
  const found = new Map<string, Contact>();
  const ofSdks = insideOf(sdkRows);
  for (const { text: sentence, lower, start } of text.sentences) {
    const foreign = ofSdks(start);
    const add = (kind: Contact['kind'], value: string, at: number, sure: number) => {
      const confidence = foreign ? Math.min(sure, OF_AN_SDK) : sure;
      const known = found.get(`${kind}\n${value}`);
      if (known !== undefined && known.confidence >= confidence) return;
      found.set(`${kind}\n${value}`, { kind, value, confidence, range: [start + at, start + at + value.length] });
    };
    for (const match of sentence.includes('@') ? sentence.matchAll(EMAIL) : []) {
      const value = match[0].replace(/[.-]+$/, '');
      add(
        'email',
        value,
        match.index,
        /@(?:[\w-]+\.)*(?:example\.(?:com|org|net|cn)|test\.com|xxx?\.com|domain\.com)$/i.test(value) ? 0.1 : 0.95,
      );
    }
    for (const match of /\d{3}/.test(sentence) ? sentence.matchAll(PHONE) : []) {
      const digits = match[0].replace(/\D/g, '').replace(/^86/, '');
      if (/^(\d)\1+$/.test(digits.slice(1)) || digits.length < 10) continue;
      add('phone', match[0], match.index, TELEPHONE_WORD.test(lower) ? 0.95 : 0.75);
    }
    if (TELEPHONE_WORD.test(lower)) {
      for (const match of sentence.matchAll(LABELLED_PHONE)) {
        const value = match[1]!;
        const digits = value.replace(/\D/g, '');
        if (digits.length < 7 || digits.length > 14 || /^20\d{6}$/.test(digits) || /^(\d)\1+$/.test(digits.slice(1))) continue;
        if (![...found.values()].some((contact) => contact.kind === 'phone' && contact.value.includes(value)))
          add('phone', value, match.index + match[0].lastIndexOf(value), 0.75);
      }
      for (const match of sentence.matchAll(SHORT_PHONE)) add('phone', match[0], match.index, 0.85);
      if (/咨询|疑问|联系我们|联系方式|服务热线/.test(lower) && !/投诉|举报/.test(lower))
        for (const match of sentence.matchAll(PUBLIC_LINE)) add('phone', match[0], match.index, 0.65);
    }
    for (const match of /地址|住所|地点|[信函寄送]/.test(sentence) ? sentence.matchAll(ADDRESS) : []) {
      const value = match[1]!
        .trim()
        .replace(AFTER_ADDRESS, '')
        .replace(/^((?:[^()]|\([^()]*\))*)\).*$/, '$1')
        .replace(/^[【[、,\s]+|[,)”"】\]\s]+$/g, '');
      const label = lower.slice(Math.max(0, match.index - 4), match.index + 2);
      if (PLACE.test(value) && !NOT_OURS.test(label) && !NO_ADDRESS.test(value))
        add('address', value, match.index + match[0].indexOf(value), 0.85);
    }
    if (/[([]at[)\]]/.test(lower)) for (const match of sentence.matchAll(VEILED_EMAIL)) add('email', match[0], match.index, 0.85);
    if (/qq|企鹅|微信/.test(lower)) for (const match of sentence.matchAll(MESSENGER)) add('online', match[0], match.index, 0.75);
    if (/http|app ?store|应用(?:商店|市场)/.test(lower))
      for (const match of sentence.matchAll(WRITE_TO)) add('online', match[0], match.index, 0.6);
    if (/官网|官方网站|公众号/.test(lower))
      for (const match of sentence.matchAll(WEBSITE)) add('online', match[0], match.index, 0.6);
    if (ADDRESS_LINE.test(sentence)) add('address', sentence, 0, 0.7);
    if (!/客服|反馈|帮助|联系我们/.test(sentence)) continue;
    const desks = [...sentence.matchAll(ONLINE)];
    const entry = desks.length === 0 ? ENTRY.exec(sentence) : null;
    if (entry !== null && REACHES.test(sentence)) add('online', entry[0], entry.index, 0.85);
    for (const match of desks) {
      const sure = PATH.test(sentence) ? 0.85 : match[0] === '联系客服' ? 0.5 : 0.6;
      add('online', match[0], match.index, isPurpose(sentence, match.index) ? 0.4 : sure);
    }
  }
  return [...found.values()].sort((a, b) => a.range[0] - b.range[0]);
}
