/** By what a store page shows an app type of the 39. Only types whose words mean nothing else are here. */
interface Sign {
  /** In the app's own name. */
  readonly name: RegExp;
  /** Phrases of a description, counted each once. */
  readonly phrases: RegExp;
  /** Types that do the same beside their own business: declared as one of these, the words contradict nothing. */
  readonly near: readonly number[];
}

/** Number of the type "online lending", whose words weigh most: under another name it escapes the rules for lenders. */
export const LENDING = 12;

const SIGNS: ReadonlyMap<number, Sign> = new Map([
  [2, { name: /打车|叫车|网约车|顺风车/u, phrases: /网约车|叫车|打车|乘客端|司机接单|预估车费/gu, near: [1, 9, 16, 20, 22] }],
  [7, { name: /外卖/u, phrases: /外卖|骑手|起送价|配送费|点餐/gu, near: [6, 8, 20] }],
  [10, { name: /相亲|婚恋|征婚/u, phrases: /相亲|婚恋|征婚|红娘|脱单|牵线/gu, near: [3, 4, 27] }],
  [11, { name: /招聘|求职|找工作/u, phrases: /招聘|求职|投递简历|职位|面试邀请|找工作/gu, near: [4, 20] }],
  [
    LENDING,
    {
      name: /借钱|借款|贷款|借贷|小贷|现金贷|信用贷|网贷|速贷|借条/u,
      phrases:
        /最高可借|可借额度|借款额度|授信额度|极速放款|快速放款|秒到账|放款|年化利率|随借随还|借款期限|分期还款|还款日|信用贷|现金贷|小额贷款|贷款产品/gu,
      near: [5, 6, 23, 24],
    },
  ],
  [13, { name: /租房|二手房|买房/u, phrases: /租房|二手房|新房|房源|经纪人|看房/gu, near: [20] }],
  [14, { name: /二手车/u, phrases: /二手车|车源|车况检测|卖车|过户/gu, near: [6, 20, 22] }],
  [15, { name: /挂号|问诊|互联网医院/u, phrases: /挂号|问诊|在线医生|复诊|处方|就诊/gu, near: [6, 20, 21] }],
  [
    18,
    {
      name: /手游|斗地主|麻将|棋牌|消消乐|捕鱼/u,
      phrases: /手游|副本|战斗|关卡|玩家|公会|装备|皮肤|斗地主|麻将|棋牌/gu,
      near: [4, 27, 29, 37],
    },
  ],
  [21, { name: /经期|月经|大姨妈|备孕|生理期/u, phrases: /经期|月经|排卵|备孕|生理期|孕期/gu, near: [4, 15, 31] }],
  [23, { name: /炒股|股票|基金|期货/u, phrases: /炒股|股票|基金|期货|开户|行情|理财产品/gu, near: [5, 24, 30] }],
  [24, { name: /手机银行|掌上银行/u, phrases: /手机银行|转账汇款|账户查询|网点|借记卡|信用卡还款/gu, near: [5, 12, 23] }],
  [25, { name: /邮箱|网盘|云盘/u, phrases: /邮箱|网盘|云盘|收发邮件|云端存储|文件分享/gu, near: [3, 26] }],
  [26, { name: /视频会议|云会议/u, phrases: /视频会议|云会议|会议室|屏幕共享|入会/gu, near: [3, 19, 25] }],
  [29, { name: /短视频/u, phrases: /短视频|刷视频|创作者|拍同款/gu, near: [4, 27, 28, 30, 36] }],
  [32, { name: /浏览器/u, phrases: /浏览器|无痕浏览|网址导航|书签同步/gu, near: [30] }],
  [33, { name: /输入法/u, phrases: /输入法|拼音|五笔|候选词|键盘皮肤/gu, near: [] }],
  [37, { name: /应用商店|应用市场|软件商店/u, phrases: /应用商店|应用市场|海量应用|应用下载|软件更新/gu, near: [18, 34] }],
]);

/** The word of a type stands in the name, but the app does something about it: a calculator, a course, a game. */
const ABOUT =
  /计算|记账|账本|攻略|教程|课程|培训|题库|考试|模拟|壁纸|铃声|主题|图鉴|大全|指南|百科|提醒|资讯|新闻|头条|小说|漫画|助手|工具|查询|学习|词典|字体|皮肤|配件|周边/u;
const ABOUT_LENDING = /计算|记账|账本|题库|考试|课程|培训|小说|模拟|百科|资讯|新闻/u;

/** Most apps show none of these types: two searches instead of one a type. */
const ANY_NAME = new RegExp([...SIGNS.values()].map(({ name }) => name.source).join('|'), 'u');
const ANY_PHRASE = new RegExp([...SIGNS.values()].map(({ phrases }) => phrases.source).join('|'), 'u');

/** Descriptions are short; a longer one is not read on. */
const READ = 10_000;

/** Distinct phrases from which on a description speaks of a type as its own business. */
const ENOUGH = 3;

export interface CategorySign {
  readonly category: number;
  readonly from: 'name' | 'description';
  /** The words that show it, each once. */
  readonly words: readonly string[];
}

/**
 * An app type that the store page shows and that is not the declared one. Null where nothing shows one, where the declared type or one
 * near it shows as well, or where several do: an app of many functions contradicts nothing.
 */
export function shownCategory(declared: number, names: readonly string[], description: string): CategorySign | null {
  const name = names.join('\n');
  const own = SIGNS.get(declared);
  if (own !== undefined && (own.name.test(name) || phrasesIn(own, description).length > 0)) return null;
  if (!ANY_NAME.test(name) && !ANY_PHRASE.test(description.slice(0, READ))) return null;
  const shown: CategorySign[] = [];
  for (const [category, sign] of SIGNS) {
    if (category === declared || sign.near.includes(declared)) continue;
    const word = sign.name.exec(name)?.[0];
    const about = (category === LENDING ? ABOUT_LENDING : ABOUT).test(name);
    if (word !== undefined && !about) {
      shown.push({ category, from: 'name', words: [word] });
      continue;
    }
    const words = about ? [] : phrasesIn(sign, description);
    if (words.length >= ENOUGH) shown.push({ category, from: 'description', words });
  }
  const lending = shown.find(({ category }) => category === LENDING);
  return lending ?? (shown.length === 1 ? shown[0]! : null);
}

function phrasesIn({ phrases }: Sign, description: string): string[] {
  return [...new Set(description.slice(0, READ).match(phrases) ?? [])];
}
