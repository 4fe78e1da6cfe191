import type { ItemReader } from './item.ts';
import { hasPath, refersToContact } from './predicates.ts';

const OFF = /关闭|退出|取消|停用|拒绝|退订|不(?:再)?(?:接收|接受|想|希望)|开关|屏蔽|减少|管理|自主选择|非个性化|不针对/;

/** 暂不支持关闭, 无法退出: says that there is no way, in the words of one. */
const NO_WAY =
  /(?:暂?不支持|无法|不能|不可以?|不提供|未提供|没有提供|尚未提供|暂无|没有)[^,。;]{0,6}(?:关闭|退出|取消|停用|拒绝|退订|开关)/g;

const NONE =
  /(?:个性化[^,。;:]{0,8}|定向推送|自动化决策|用户画像|算法推荐): ?(?:无|没有|不涉及|不适用|否)|(?:不(?:做|含|设|投放|开展)|没有)[^,。;]{0,10}(?:个性化|定向推送|用户画像|算法推荐)|不(?:会|被|得)?用于[^。;]{0,24}(?:个性化|定向推送|自动化决策|用户画像|算法推荐)|(?:不会?|未|没有|不再|不涉及|不存在|暂不|暂未)(?:向您|对您|为您|基于[^,。;]{0,20}|利用[^,。;]{0,20})?(?:进行|使用|开展|提供|推送|做出?|涉及|存在|展示|实施|采用)?(?:任何)?(?:形式的)?(?:个性化|定向推送|自动化决策|用户画像|千人千面|算法推荐)/;

/** PR-36 … PR-38: recommendation, advertising, and what they may not use. */
export const recommendationItems: readonly ItemReader[] = [
  {
    item: 'PR-36',
    // 个性化的服务, 个性化体验 are everybody's boast and no recommendation.
    cue: /个性化[^,。;]{0,8}(?:推荐|推送|展示|广告|内容|资讯|排序|营销|信息|搜索|商品|视频|音乐|决策|阅读)|定向推送|千人千面|猜你喜欢|算法推荐|自动化决策(?![^,。;]{0,8}(?:异议|有权|的权利|不利))|用户画像/,
    substance: (place) => {
      const near = place.around(1, 3);
      // Who does none has nothing to switch off, and has said so.
      if (NONE.test(place.sentence)) return true;
      return OFF.test(near.replace(NO_WAY, '')) && (hasPath(near) || refersToContact(place, near));
    },
  },
  {
    item: 'PR-37',
    cue: /广告|营销|推广|促销|商业(?:性)?(?:信息|短信)|推送/,
    substance: (place) => {
      const near = place.around(0, 2);
      return (
        /广告|营销|推广|促销|商业|推送/.test(place.sentence) &&
        /关闭|退订|取消|拒绝|不再(?:接收|推送)|回复|停止/.test(near) &&
        (hasPath(near) || /回复|退订|短信|系统|通知/.test(near) || refersToContact(place, near))
      );
    },
  },
  {
    item: 'PR-38',
    cue: /差别待遇|大数据杀熟|价格歧视|交易(?:价格|条件)|敏感[^,。;]{0,20}(?:营销|推荐|广告)|(?:营销|推荐|广告|画像)[^。;]{0,30}敏感/,
    substance: ({ sentence }) => /不(?:会|得|利用|使用|实行|因|对|将|用于)|公平|公正|避免|绝不|禁止/.test(sentence),
  },
];
