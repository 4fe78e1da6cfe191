import type { ItemReader } from './item.ts';

const SHARING = /共享|分享|对外提供|提供给|向[^,。;]{0,12}(?:第三方|合作|关联)[^,。;]{0,8}提供/;

/** PR-15 … PR-21: SDKs, entrusted processing, sharing, transfer, disclosure. */
export const thirdPartyItems: readonly ItemReader[] = [
  {
    item: 'PR-15',
    cue: /sdk|软件(?:工具)?开发(?:工具)?包|第三方(?:代码)?插件|接入[^,。]{0,8}第三方/,
    places: ({ sdkRows, sdkMentions }, text) => {
      if (sdkRows.length > 0) return sdkRows;
      const sure = sdkMentions.filter((mention) => mention.confidence >= 0.8);
      if (sure.length > 0) return sure;
      // A list that is only linked or named (《第三方SDK目录》) exists, but was not read.
      const list = /(?:sdk|第三方)[^,。;]{0,14}(?:清单|目录|列表)/.exec(text.lower);
      return list === null ? [] : [{ range: [list.index, list.index + list[0].length], confidence: 0.6 }];
    },
  },
  {
    item: 'PR-16',
    cue: /sdk(?:名称)?|第三方(?:名称|公司)|插件/,
    places: ({ sdkRows }) => {
      const full = sdkRows.filter((row) => row.purpose !== '' && row.types !== '');
      return full.length * 2 >= sdkRows.length ? full : [];
    },
  },
  {
    item: 'PR-17',
    cue: /sdk|第三方|代码插件/,
    places: ({ sdkRows, sdkMentions }) => [...sdkRows, ...sdkMentions].filter((mention) => mention.confidence >= 0.8),
  },
  {
    item: 'PR-18',
    cue: /委托|受托|外包|供应商|服务商/,
    substance: ({ sentence, around }) =>
      /委托(?:处理|第三方|合作|我们|的|给|其他|授权)|受托(?:方|人|公司)|服务(?:提供)?商|供应商/.test(sentence) &&
      /协议|保密|要求|监督|指示|约定|目的|义务/.test(around(0, 2)),
  },
  {
    item: 'PR-19',
    cue: SHARING,
    substance: ({ sentence, around }) =>
      SHARING.test(sentence) &&
      /单独同意|(?:经|获得|取得|征得|事先)[^,。;]{0,12}(?:同意|授权)|接收方|关联公司|合作伙伴|目的|类型|支付|物流|广告|公司|不会(?:向|与|将|对外)/.test(
        around(0, 2),
      ),
  },
  {
    item: 'PR-20',
    cue: /转让|合并|分立|收购|破产|重组/,
    substance: ({ sentence, around }) =>
      /合并|分立|收购|破产|重组|清算|转让/.test(sentence) && /告知|通知|继续(?:受|履行|遵守)|同意|约束|重新/.test(around(0, 2)),
  },
  {
    item: 'PR-21',
    cue: /公开披露|披露|公开您|公示/,
    substance: ({ sentence, around }) => /公开|披露/.test(sentence) && /同意|不会|法律|司法|行政|要求/.test(around(0, 1)),
  },
];
