import { type Block, type NoText, type PolicyDocument, policyGap } from '../document/document.ts';

/** Below this many visible characters a page is too little to be a policy, and signs of another kind of page are believed. */
const SHORT = 400;
const POLICY_WORDS = /隐私|隱私|个人信息|個人資料|個人信息|privacy/i;
const NOT_FOUND =
  /(?:404|页面(?:不存在|已删除|丢失|走丢)|(?:访问|请求)的(?:页面|内容|资源)(?:不存在|已被?删除|已失效)|找不到(?:该|此|您|页面)|链接已?(?:失效|过期)|内容已?(?:下架|删除)|not\s+found|no\s+longer\s+(?:exists|available))/i;
const LOGIN = /(?:登录|登入|扫码|sign\s*in|log\s*in)/i;
const PARKED =
  /(?:域名(?:出售|转让|停放|已过期)|此域名|该域名(?:正在|可)|domain\s+(?:is\s+)?(?:for\s+sale|parked|expired)|buy\s+this\s+domain)/i;

/**
 * Whether a page that came with status 200 is something else than a policy: a shell that a script would fill, an error page, a
 * login wall, a parked domain. Heuristics, so they never say `absent`; null where the page has text of its own.
 */
export function judgePage(url: string, document: PolicyDocument): NoText | null {
  const text = [document.title ?? '', ...document.blocks.map(blockText)].join('\n').trim();
  const visible = document.blocks.reduce((sum, block) => sum + blockText(block).trim().length, 0);
  const page = document.page;
  if (visible > SHORT) return null;
  if (NOT_FOUND.test(text) && !POLICY_WORDS.test(text.replace(document.title ?? '', ''))) {
    return because(
      'soft-404',
      url,
      '页面返回成功状态，但内容是“页面不存在”',
      'The page answers 200 but says that it does not exist',
    );
  }
  if (PARKED.test(text)) return because('parked-domain', url, '域名停放或出售页面', 'A parked or for-sale domain page');
  if (page !== undefined) {
    const wall = page.passwordFields > 0 || (LOGIN.test(text) && !POLICY_WORDS.test(text));
    if (wall) return because('login-wall', url, '页面要求登录后查看', 'The page asks to log in first');
    const fillsItself =
      page.scripts > 0 && (page.mountPoint || page.noscript !== '' || page.scriptCharacters > visible || visible < 40);
    if (fillsItself) {
      return because(
        'script-rendered',
        url,
        '正文由脚本渲染，静态读取不到',
        'The text is rendered by script and cannot be read statically',
      );
    }
    if (page.frames > 0 && visible < 80) {
      return because('framed', url, '正文在内嵌框架中，未能读取', 'The text is inside a frame and was not read');
    }
  }
  return visible === 0 ? { outcome: 'absent', reason: 'empty-page', gaps: [] } : null;
}

function blockText(block: Block): string {
  return block.kind === 'table' ? block.rows.map((row) => row.join(' ')).join('\n') : block.text;
}

function because(reason: string, url: string, zh: string, en: string): NoText {
  return { outcome: 'unreadable', reason, gaps: [policyGap(`policy-${reason}`, url, zh, en)] };
}
