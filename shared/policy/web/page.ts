import { type NoText, type PolicyDocument, policyGap, withoutText } from '../document/document.ts';
import { otherPage } from './other-page.ts';
import { pageText } from './page-signs.ts';

/** What is asked of a page. */
export interface PageQuestion {
  /** The listing's policy, or a sub-document, which may say little of personal information. */
  readonly role: 'policy' | 'part';
  /** Its scripts have run: what is not there now does not come any more. */
  readonly rendered: boolean;
}

/** Below this many visible characters a page is too little to be a policy, and signs of another kind of page are believed. */
const SHORT = 400;
const POLICY_WORDS = /隐私|隱私|个人信息|個人資料|個人信息|privacy/i;
const NOT_FOUND =
  /(?:404|页面(?:不存在|已删除|丢失|走丢|找不到|无法找到)|(?:访问|请求|查看)的(?:页面|内容|资源|文章|网页)(?:不存在|已被?删除|已失效|走丢|找不到)|找不到(?:该|此|您|页面|网页)|链接已?(?:失效|过期)|(?:内容|文章|页面)(?:已?(?:下架|被?删除|失效)|违规)|不存在或已被?删除|not\s+found|no\s+longer\s+(?:exists|available))/i;
const LOGIN =
  /(?:请先?|需要?先?|您?(?:还|尚)未|立即|扫码|扫一扫|短信|密码|账号|帐号|验证码|手机号?|微信|QQ)\s*(?:登录|登入)|登录后(?:才|方可|可|即可|查看|访问|继续)|统一身份认证|sign\s*in|log\s*in|single\s+sign-on/i;
const CHALLENGE =
  /(?:安全|人机|滑动|滑块|智能|访问)验证|请(?:完成|进行|通过)[^\n]{0,8}验证|(?:访问|请求|操作)(?:过于|太|异常)频繁|浏览器(?:正在)?安全检查|checking\s+your\s+browser|just\s+a\s+moment|verify\s+(?:that\s+)?you\s+are\s+(?:a\s+)?human|access\s+denied|captcha/i;
const PARKED =
  /(?:域名(?:出售|转让|停放|已过期|到期|注册)|此域名|该域名(?:正在|可|已)|网站(?:未备案|备案中|建设中|已关闭|已暂停)|未备案.{0,10}(?:阻断|无法访问)|domain\s+(?:name\s+)?(?:is\s+)?(?:for\s+sale|parked|expired)|buy\s+this\s+domain|welcome\s+to\s+nginx|it\s+works!)/i;

/**
 * Whether a page that came with status 200 is something else than a policy: a shell that a script would fill, an error page, a login
 * wall, a check for robots, a parked domain, a page about something else. Heuristics, so they never say `absent`; null where the page
 * may be what it should be.
 */
export function judgePage(url: string, document: PolicyDocument, question: PageQuestion): NoText | null {
  const page = pageText(document);
  const short = page.visible <= SHORT;
  return (
    (short ? shortPage(url, document, question) : null) ??
    (question.role === 'policy' && !isFile(document) ? wrongPage(url, page) : null)
  );
}

function shortPage(url: string, document: PolicyDocument, { role, rendered }: PageQuestion): NoText | null {
  const { title, body, visible } = pageText(document);
  const text = `${title}\n${body}`;
  // 登录即同意《隐私政策》: a page that only names the policy says nothing.
  const says = POLICY_WORDS.test(body.replace(/《[^《》]{0,40}》/g, ''));
  if (NOT_FOUND.test(text) && !says)
    return because(
      'soft-404',
      url,
      '页面返回成功状态，但内容是“页面不存在”',
      'The page answers 200 but says that it does not exist',
    );
  if (PARKED.test(text) && !says)
    return because('parked-domain', url, '域名停放、出售或网站未开通的页面', 'A parked or for-sale domain page');
  if (CHALLENGE.test(text) && !says)
    return because('robot-check', url, '页面要求先完成人机验证', 'The page first wants proof that no robot is asking');
  const signs = document.page;
  if (signs === undefined) return null;
  if (signs.passwordFields > 0 || (LOGIN.test(text) && !says && role === 'policy'))
    return because('login-wall', url, '页面要求登录后查看', 'The page asks to log in first');
  const fillsItself =
    signs.scripts > 0 && (signs.mountPoint || signs.noscript !== '' || signs.scriptCharacters > visible || visible < 40);
  if (rendered && visible < 40 && signs.frames === 0)
    return because('rendered-empty', url, '运行脚本后仍没有正文', 'There is no text even after the scripts have run');
  if (signs.frames > 0 && visible < 80)
    return because('framed', url, '正文在内嵌框架中，未能读取', 'The text is inside a frame and was not read');
  if (fillsItself && !rendered)
    return because(
      'script-rendered',
      url,
      '正文由脚本渲染，静态读取不到',
      'The text is rendered by script and cannot be read statically',
    );
  return visible === 0 ? withoutText(document, 'empty-page') : null;
}

function wrongPage(url: string, page: ReturnType<typeof pageText>): NoText | null {
  const other = otherPage(url, page);
  return other === null ? null : because(other.reason, url, other.message.zh, other.message.en);
}

/** A PDF or a DOCX that lies at the address was written to be read. */
function isFile(document: PolicyDocument): boolean {
  return document.format === 'pdf' || document.format === 'docx';
}

function because(reason: string, url: string, zh: string, en: string): NoText {
  return { outcome: 'unreadable', reason, gaps: [policyGap(`policy-${reason}`, url, zh, en)] };
}
