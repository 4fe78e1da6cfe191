import type { ItemReader } from './item.ts';

/** Shorter than this no text can hold what the law asks for. */
const SHORTEST_POLICY = 800;
const OWN_TITLE =
  /隐私(?:权)?(?:政策|声明|协议|条款|保护指引|保护政策|保护声明|政策指引|权?保护)|个人信息(?:保护|处理)(?:政策|规则|声明)|本(?:隐私)?(?:政策|声明|指引)/;

/** PR-01 … PR-05: the document itself, who stands behind it, how to reach them, since when, for what. */
export const identityItems: readonly ItemReader[] = [
  {
    item: 'PR-01',
    cue: OWN_TITLE,
    places: (facts, text) => {
      const match = OWN_TITLE.exec(text.lower);
      if (match === null || text.text.length < SHORTEST_POLICY || facts.hanShare < 0.5) return [];
      return [{ range: [match.index, match.index + match[0].length], confidence: 0.9 }];
    },
  },
  {
    item: 'PR-02',
    cue: /公司|运营者|运营方|开发者|主体|开发团队|服务提供者/,
    places: ({ operators }) => operators.filter((operator) => operator.confidence >= 0.6),
  },
  {
    item: 'PR-03',
    cue: /联系我们|联系方式|客服|邮箱|电话|反馈/,
    places: ({ contacts }) => contacts.filter((contact) => contact.confidence >= 0.6),
  },
  {
    item: 'PR-04',
    cue: /生效(?:日期|时间)|更新(?:日期|时间)|发布(?:日期|时间)|修订(?:日期|时间)|版本号/,
    places: ({ dates }) => dates,
  },
  {
    item: 'PR-05',
    cue: /适用(?:于|范围)|产品(?:和|与|及|或)服务|旗下/,
    substance: ({ sentence }) =>
      /适用(?:于|范围)[^。;]{0,40}(?:app|应用|软件|客户端|平台|产品|服务|网站|小程序|游戏|“|《)/.test(sentence) ||
      /(?:app|应用|软件|客户端|平台|产品|服务|游戏)[^。;]{0,30}适用/.test(sentence),
  },
];
