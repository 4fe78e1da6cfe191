import type { Bilingual } from '../../domain/text.ts';
import { type PageText, policyWords } from './page-signs.ts';

/** A page that is something else than a policy, and what. */
export interface OtherPage {
  readonly reason: 'user-agreement' | 'download-page' | 'home-page' | 'not-a-policy';
  readonly message: Bilingual;
}

/** Below this many visible characters a page is judged by single words, above it by how often they stand. */
const SHORT = 400;
const AGREEMENT =
  /(?:用户|服务|使用|注册|会员|许可|软件|平台)[^\n]{0,6}(?:协议|条款|须知|约定)|terms\s+of\s+(?:service|use)|user\s+agreement|license\s+agreement/i;
const POLICY_NAMED = /[隐隱]私|个人信息|個人資料|个人资料|privacy/i;
const DOWNLOAD =
  /(?:立即|免费|点击|扫码|扫一扫|马上|官方)下载|下载(?:App|客户端|应用|安装)|(?:Android|安卓|iOS|iPhone|苹果)[^\n]{0,4}(?:下载|版)|App\s?Store|Google\s?Play|应用宝/gi;

/**
 * Whether a page with text of its own is no policy: a user agreement in its place, a page to download the app, the front page of a
 * site, or anything that hardly speaks of personal information. Real policies do so at least six times in a thousand characters; a
 * page must fall far below that to be told another, and is never called absent for it. Null for what may be a policy.
 */
export function otherPage(url: string, page: PageText): OtherPage | null {
  const { core, handles } = policyWords(`${page.title}\n${page.body}`);
  const named = POLICY_NAMED.test(`${page.title}\n${page.head}`);
  const perThousand = (found: number): number => (found * 1_000) / Math.max(page.visible, 1);
  if (!named && AGREEMENT.test(`${page.title}\n${page.head}`) && perThousand(core) < 3 && perThousand(handles) < 4)
    return USER_AGREEMENT;
  // A page that is called a policy is one, however badly it is written.
  if (named) return null;
  const hardly =
    page.visible <= SHORT ? core === 0 && handles === 0 : handles < 2 || (perThousand(core) < 1 && perThousand(handles) < 1.5);
  if (!hardly) return null;
  if ((page.body.match(DOWNLOAD)?.length ?? 0) >= 2) return DOWNLOAD_PAGE;
  return URL.canParse(url) && /^\/?(?:index\.\w{2,5})?$/.test(new URL(url).pathname) && new URL(url).hash === ''
    ? HOME_PAGE
    : NOT_A_POLICY;
}

const USER_AGREEMENT: OtherPage = {
  reason: 'user-agreement',
  message: {
    zh: '该网址是用户协议，不是隐私政策；未据此认定没有隐私政策',
    en: 'A user agreement stands in place of the policy; that does not prove that there is none',
  },
};
const DOWNLOAD_PAGE: OtherPage = {
  reason: 'download-page',
  message: { zh: '该网址是应用下载页，没有隐私政策正文', en: 'A page to download the app, without the text of a policy' },
};
const HOME_PAGE: OtherPage = {
  reason: 'home-page',
  message: { zh: '该网址是网站首页，没有隐私政策正文', en: 'The front page of a site, without the text of a policy' },
};
const NOT_A_POLICY: OtherPage = {
  reason: 'not-a-policy',
  message: {
    zh: '该网址的内容几乎没有谈及个人信息，看来不是隐私政策',
    en: 'The page hardly speaks of personal information and seems to be no policy',
  },
};
