import type { Found, StatementReader } from './statement.ts';
import { following } from './statement.ts';

const ABROAD = '(?:跨境|境外|出境|海外|国外|中国境外|其他国家)';
const SEND = '(?:传输|提供|转移|传送|共享|发送|存储|储存|传至|传到|披露|流动|接收|处理|访问|保存|转至)';
const SENDS = new RegExp(`${ABROAD}[^。;]{0,24}${SEND}|${SEND}[^。;,]{0,24}${ABROAD}|(?:数据|信息)(?:的)?(?:跨境|出境)`);
const NONE = new RegExp(
  `(?:不会|不|未|没有|暂无|不存在|尚未|绝不|并未|无需|无)(?:进行|涉及|发生|将|把|向|存在|会|有|对|任何|需要)?[^。;,]{0,26}${ABROAD}|${ABROAD}[^。;,]{0,10}(?:不存在|不涉及|不会|尚未)|${ABROAD}(?:传输|提供|存储)?(?:情况)?:(?:无|不涉及|否)`,
);
const CONDITION = /(?:如果?|若|倘若|一旦|将来|未来|确需|如需|需要|需|确有必要|除非|未经|当|经(?:过)?您|在(?:获得|取得|征得))/;
const CONSENT = /(?:征得|取得|获得|征求|经过?|得到|请求|未经)[^。;]{0,24}(?:同意|授权|许可)/;
/** The user's own business abroad, sites, accounts and people abroad. */
const OTHER =
  /跨境(?:电子?商务|电商|交易|购物|支付|汇款|业务|商品|物流)|(?:境外|海外|国外)(?:网站|注册|手机号|号码|用户|游客|旅游|购|银行卡|代购|版本|账[号户]|直邮|服务器?地区)|您(?:通过互联网|主动|自行)/;

/** Whether information leaves the country: no, only with consent, or it does. */
export const crossBorder: StatementReader = {
  cue: /境外|跨境|出境|海外|国外/,
  *read(place) {
    const { lower } = place;
    const sends = SENDS.exec(lower) ?? (/境外|跨境|出境/.test(lower) ? NONE.exec(lower) : null);
    if (sends === null) return;
    const none = NONE.exec(lower);
    const other = OTHER.test(lower);
    const condition = CONDITION.exec(lower);
    const asks = CONSENT.exec(following(place, 1));
    if (none !== null && !other) {
      // 未经您同意不会 …, 除非您同意, 否则不会 …: with consent it does.
      const unless = /未经|除非|未(?:征得|取得|获得)|在(?:您|未)[^,。;]{0,6}(?:同意|授权)(?:之)?前/.test(lower);
      yield found(unless ? 'with-consent' : 'none', none, unless ? 0.85 : 0.9);
    }
    if (condition !== null && asks !== null && none?.index !== condition.index) {
      if (none === null || condition.index > none.index) yield found('with-consent', sends, other ? 0.6 : 0.85);
      return;
    }
    if (none !== null || condition !== null) return;
    const does = new RegExp(
      `(?:会|将|需要?|可能|必须|同意)(?:会|被|我们)?[^。;]{0,40}(?:${SEND}[^,。;]{0,16}${ABROAD}|(?:向|至|到|与)[^,。;]{0,10}${ABROAD}[^,。;]{0,16}${SEND})`,
    ).exec(lower);
    if (does !== null && !/接收方处理|达到|安全评估/.test(lower)) {
      yield found(
        asks === null ? 'transfers' : 'with-consent',
        does,
        other ? 0.5 : /以下|下列|如下|仅在/.test(lower) ? 0.65 : 0.8,
      );
    }
  },
};

function found(stance: 'none' | 'with-consent' | 'transfers', match: RegExpExecArray, confidence: number): Found {
  return { means: { kind: 'cross-border', stance }, at: match.index, length: match[0].length, confidence };
}
