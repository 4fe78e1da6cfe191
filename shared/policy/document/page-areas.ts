import type { Token } from 'parse5';
import { type Collected, lineOf } from './collected.ts';
import type { Block } from './document.ts';
import { attribute } from './html-elements.ts';

type AreaKind = 'menu' | 'crumbs' | 'footer' | 'overlay';

const NAMES: readonly (readonly [AreaKind, RegExp])[] = [
  ['overlay', /cookie[-_]?(?:banner|bar|consent|notice|popup|tips?|law|modal|policy-tip)|cookieconsent|onetrust|\bcc-window\b/i],
  ['crumbs', /(?:^|[\s_-])(?:bread-?)?crumbs?(?:$|[\s_-])/i],
  ['footer', /(?:^|[\s_-])(?:footer|foot|copyright)(?:$|[\s_-])/i],
  ['menu', /(?:^|[\s_-])(?:nav|navbar|navigation|menu|topbar|tabbar)(?:$|[\s_-])/i],
];

const ANY_NAME = /cookie|onetrust|cc-window|crumb|foot|copyright|nav|menu|bar/i;

/** An area with more letters than this is not what its name says: some pages put the whole policy into a `menu-content`. */
const LONGEST: Readonly<Record<AreaKind, number>> = { menu: 800, crumbs: 120, footer: 1_000, overlay: 1_500 };
/** Letters that must be left: of a page with less, all is needed to tell what it is. */
const LEAST_LEFT = 500;
/** The sign of a site's own foot. */
const SITE_FOOT = /ICP备|公网安备|版权所有|copyright|©|All Rights Reserved|网站地图|友情链接|营业执照|增值电信业务/i;
/** Whoever writes of this in a foot goes on with the policy there. */
const POLICY_SAYS = /个人信息|您的信息|隐私(?:保护|负责人|专员|问题|邮箱)|注销账[号户]|更新日期|生效日期/;

/** Links that every site has at its head or foot; a run of links among which one is such a link is a menu. */
const MENU_WORD =
  /^(?:首页|主页|官网首页|返回首页|网站首页|登录|注册|登录\/注册|下载|产品|产品中心|新闻|新闻中心|资讯|关于我们|加入我们|人才招聘|招聘|帮助|帮助中心|客服中心|商城|论坛|社区|充值|网站地图|友情链接|english|home|log ?in|sign ?in|about(?: us)?)$/i;
const SHORTEST_RUN = 3;
const LONGEST_ITEM = 16;
/** Only so many blocks from either end are looked at for a menu without a name. */
const RUN_REACH = 60;

/** Tells the parts around a page's text by what their elements are called, and leaves them out where their content agrees. */
export class PageAreas {
  private readonly kinds: AreaKind[] = [];

  /** The area that an element opens; 0 where it opens none. `inText`: inside of what the page itself calls its text. */
  of(tag: string, attributes: Token.TagToken['attrs'], inText: boolean): number {
    const kind = kindOf(tag, attributes);
    // An article may have a foot of its own, with the address that the policy promises.
    if (kind === null || (inText && kind !== 'overlay')) return 0;
    return this.kinds.push(kind);
  }

  /** The blocks of the page's text. */
  textOf(collected: readonly Collected[]): Block[] {
    const areas = new Map<number, Collected[]>();
    let left = 0;
    for (const each of collected) {
      left += lengthOf(each);
      if (each.area === 0) continue;
      const blocks = areas.get(each.area);
      if (blocks === undefined) areas.set(each.area, [each]);
      else blocks.push(each);
    }
    const dropped = new Set<Collected>();
    const drop = (blocks: readonly Collected[]) => {
      const length = blocks.reduce((sum, each) => sum + lengthOf(each), 0);
      if (left - length < LEAST_LEFT) return;
      left -= length;
      for (const each of blocks) dropped.add(each);
    };
    for (const [area, blocks] of areas) if (isAround(this.kinds[area - 1], blocks)) drop(blocks);
    const rest = collected.filter((each) => !dropped.has(each));
    drop(menuAt(rest));
    drop(menuAt([...rest].reverse()));
    return rest.filter((each) => !dropped.has(each)).map(({ block }) => block);
  }
}

function kindOf(tag: string, attributes: Token.TagToken['attrs']): AreaKind | null {
  const role = attribute(attributes, 'role').toLowerCase();
  if (role === 'dialog' || role === 'alertdialog') return 'overlay';
  if (tag === 'footer' || role === 'contentinfo') return 'footer';
  if (tag === 'body' || tag === 'html' || tag === 'a') return null;
  const name = `${attribute(attributes, 'class').slice(0, 300)} ${attribute(attributes, 'id').slice(0, 100)}`;
  // Most elements are called something else altogether.
  return ANY_NAME.test(name) ? (NAMES.find(([, pattern]) => pattern.test(name))?.[0] ?? null) : null;
}

/** Whether an area is what its name says. */
function isAround(kind: AreaKind | undefined, blocks: readonly Collected[]): boolean {
  if (kind === undefined) return false;
  const length = blocks.reduce((sum, each) => sum + lengthOf(each), 0);
  if (length > LONGEST[kind]) return false;
  if (kind === 'overlay' || kind === 'crumbs') return true;
  const links = blocks.filter(({ link }) => link).length;
  if (kind === 'menu') return links > 0 && links >= blocks.length / 2 && blocks.every(isShort);
  const text = blocks.map(({ block }) => lineOf(block)).join('\n');
  return !POLICY_SAYS.test(text) && (SITE_FOOT.test(text) || links >= SHORTEST_RUN);
}

/** The run of links that a page begins with, where it is a menu. */
function menuAt(blocks: readonly Collected[]): Collected[] {
  const end = blocks.slice(0, RUN_REACH).findIndex(({ link }) => !link);
  const run = blocks.slice(0, Math.max(end, 0));
  const menu = run.length >= SHORTEST_RUN && run.every(isShort) && run.some(({ block }) => MENU_WORD.test(lineOf(block).trim()));
  return menu ? run : [];
}

function isShort({ block }: Collected): boolean {
  return block.kind !== 'table' && block.text.length <= LONGEST_ITEM;
}

function lengthOf({ block }: Collected): number {
  return lineOf(block).length;
}
