import { type AdmissionReader, byPattern } from './pattern.ts';

const MAY = '(?:可以?|会|将|可能|有权|能够|得)';
const ANYONE =
  '(?:任何|任意|不特定的?|所有)(?:的)?[^,。;]{0,6}?(?:第三方|第三人|合作伙伴|合作方|其他(?:公司|组织|个人|方|主体)|机构|公司|企业|单位|组织和个人|他人)';
const GIVE = '(?:共享|分享|提供|披露|出售|出租|转让|转移|传输|交换|透露)';

/** Every “不会” in the sentence speaks against it. */
const toAnyone = byPattern(
  'shares-with-anyone',
  /任何|任意|不特定|所有|视为|默认|售|卖/,
  [
    [0.9, new RegExp(`${MAY}[^,。;]{0,30}(?:与|向|同|给|和|对|至)[^,。;]{0,10}${ANYONE}[^,。;]{0,24}${GIVE}`)],
    [
      0.85,
      new RegExp(`${MAY}[^,。;]{0,12}(?:您|用户)[^,。;]{0,12}(?:信息|资料|数据)[^,。;]{0,4}(?:出售|贩卖|售卖|卖)(?:给|予|至)`),
    ],
    [0.9, new RegExp(`${MAY}[^,。;]{0,30}${GIVE}(?:给|予|至|于)?[^,。;]{0,8}${ANYONE}`)],
    [
      0.85,
      new RegExp(
        `(?:视为|默认)(?:您|用户)?(?:已)?(?:同意|授权)[^。;]{0,24}(?:与|向)?(?:第三方|合作伙伴|合作方)[^,。;]{0,14}${GIVE}`,
      ),
    ],
    [0.85, new RegExp(`(?:视为|默认)(?:您|用户)?(?:已)?(?:同意|授权)[^。;]{0,24}${GIVE}(?:给)?(?:第三方|合作伙伴|合作方)`)],
  ],
  /不(?:会|得|向|与|将|再|应|能|可|允许|同意|对|把)|未经|不以|除非|除以下|除下列|除了|禁止|绝不|从不|拒绝|防止|避免|保护|(?:经|获得|取得|征得)(?:您|用户|您的|用户的)?[^,。]{0,8}(?:同意|授权)|勾选|点击|开启|(?:以下|下列|如下)(?:任一)?(?:情[形况]|场景)|任何第三方(?:网站|服务|产品|sdk|应用)|您(?:自行|主动|选择|可以?|不)|请(?:您)?|依法|法律法规|主动提供|向其(?:披露|提供)|(?:告知|通知)[^,。;]{0,24}第三方|去标识|匿名|统计(?:数据|信息)|聚合/,
);

/** The text claims the right to give without consent. Lists of what the law exempts say the same of their cases. */
const withoutConsent = byPattern(
  'shares-with-anyone',
  /未经|无需|无须|不经/,
  [
    [
      0.9,
      new RegExp(
        `(?:未经|无需|无须|不经)[^,。;]{0,12}(?:同意|授权|许可)[,]?(?:我们|我方|本公司|平台)?(?:也|亦|仍|即|就)?(?:可以?|有权|将会?|能)[^。;]{0,40}${GIVE}`,
      ),
    ],
  ],
  /(?:以下|下列|如下|上述|前述|法定|该等)|情[形况]|不(?:会|得|能|可)|依法|法律|法规|国家|公共|司法|行政|去标识|匿名|第三方(?:不|可以|无)|任何人/,
);

/** Personal information may go to anybody, giving it away is taken as agreed, or needs no consent. */
export const sharesWithAnyone: AdmissionReader = {
  kind: 'shares-with-anyone',
  cue: /任何|任意|不特定|所有|视为|默认|未经|无需|无须|不经|售|卖/,
  read: (sentence, text, index) => toAnyone.read(sentence, text, index) ?? withoutConsent.read(sentence, text, index),
};
