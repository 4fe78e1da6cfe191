import { type AdmissionReader, byPattern } from './pattern.ts';

const RIGHT = '(?:查询|查阅|访问|复制|更正|修改|删除|更改|注销)';
const ANY_RIGHT = '(?:查询|查阅|查看|访问|复制|导出|更正|修改|补充|删除|更改|变更)';
const EXCEPT_BY_LAW = /除(?:法律|法规)[^,。;]{0,10}外,?/;

const byWords = byPattern(
  'no-access-or-correction',
  /不提供|不支持|不予|恕不|不可|不能|无法|不得|不允许|无权|没有权利|不接受|不受理|概不|不[向为对]/,
  [
    [0.9, new RegExp(`(?:恕不|概不|一律不|不(?:对外)?)(?:再)?提供(?:任何)?(?:个人)?(?:信息)?(?:的)?${RIGHT}`)],
    [
      0.9,
      new RegExp(
        `(?:信息|资料|数据)(?:一经|一旦)(?:提交|填写|注册|录入|采集|收集)[^。;]{0,8}(?:不可|不得|不能|无法|不允许|不予|不支持)${RIGHT}`,
      ),
    ],
    [
      0.85,
      new RegExp(
        `(?:一经|一旦)(?:提交|填写|注册|录入|收集)[^。;]{0,10}(?:不可|不得|不能|无法|不允许|不予|不支持)(?:再)?${RIGHT}[^,。;]{0,4}(?:信息|资料|数据)?`,
      ),
    ],
    [
      0.85,
      new RegExp(`(?:信息|资料)(?:提交|填写|注册|录入)(?:之?后|完成后)[^,。;]{0,6}(?:不可|不得|不能|无法|不允许)(?:再)?${RIGHT}`),
    ],
    [0.85, new RegExp(`不支持(?:用户|您)?(?:自行)?${RIGHT}(?:您的)?个人(?:信息|资料|数据)`)],
    // “暂不支持” may mean that one asks in another way, which the text then says elsewhere.
    [
      0.65,
      new RegExp(
        `(?:不支持|暂不提供|尚未提供|未提供)[^,。;]{0,4}${RIGHT}(?:[、和及]${RIGHT})*[^,。;]{0,4}个人(?:信息|资料|数据)`,
      ),
    ],
    [0.65, new RegExp(`个人(?:信息|资料|数据)(?:暂时?|目前|尚)?不支持(?:用户|您)?(?:自行)?${RIGHT}`)],
    [0.8, new RegExp(`(?:用户|您)(?:无权|没有权利|不得|不可)(?:要求)?(?:我们)?${RIGHT}[^,。;]{0,8}(?:个人)?(?:信息|资料|数据)`)],
    // Short terms that speak of no exception; which may stand among the lawful ones all the same, so a person reads them.
    [
      0.65,
      new RegExp(
        `(?:不|未|暂不|恕不)(?:提供|支持|开放|接受|受理|予)(?:用户|您|任何人|个人)?(?:自行|在线|对)?${ANY_RIGHT}(?:[、和与及或]${ANY_RIGHT})*(?:的)?(?:其|您的|自己的)?(?:个人)?(?:信息|资料|数据)?(?:的)?(?:功能|服务|申请|请求|渠道|权利|入口)?[。;,]?$`,
      ),
    ],
    [
      0.65,
      new RegExp(
        `(?:不|恕不|暂不)(?:向|为|对)(?:用户|您|个人)[^,。;]{0,4}(?:提供|开放)[^,。;]{0,10}${ANY_RIGHT}(?:的)?(?:功能|服务|渠道|入口)?[。;,]?$`,
      ),
    ],
    [0.65, new RegExp(`(?:信息|资料|数据)[^,。;]{0,16}(?:不予|不得|不可|不允许)(?:再)?(?:任何)?${ANY_RIGHT}`)],
    [
      0.65,
      new RegExp(
        `(?:信息|资料|数据)[^,。;]{0,8}(?:提交|填写|注册|录入|收集|采集)[^,。;]{0,6}后[^,。;]{0,4}(?:无法|不能|不可|概不|不予|不得)(?:再)?${ANY_RIGHT}`,
      ),
    ],
    [0.7, new RegExp(`(?:用户|您|会员)(?:无权|没有权利|不享有)(?:要求)?(?:我们|本公司|平台)?${ANY_RIGHT}`)],
  ],
  /他人|以下情[形况]|下列情[形况]|(?:如|若|如果)(?:您|用户|无法)?|可能(?:无法|不)|法律|法规|例外|第三方|其[他它]|部分|某些|除外|不会|订单|交易|评论|昵称|实名|身份证|违规|处罚|性别|认证|购票|用户名|账号名|商品|客服协助|联系客服/,
);

/** Users may not see, correct or delete their information. Lists of lawful exceptions speak of cases, and are none. */
export const noAccessOrCorrection: AdmissionReader = {
  ...byWords,
  read: (sentence, text, index) =>
    byWords.read({ ...sentence, lower: sentence.lower.replace(EXCEPT_BY_LAW, blank) }, text, index),
};

/** As many spaces as the words had, so that what is found after them keeps its place. */
function blank(words: string): string {
  return ' '.repeat(words.length);
}
