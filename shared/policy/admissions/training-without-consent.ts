import { byPattern } from './pattern.ts';

const TYPED = '(?:输入|输出|对话|聊天|提问|上传|创作|生成)';
const TRAINS = '(?:训练|(?:优化|改进|迭代|微调|提升)[^,。;]{0,8}模型|模型(?:优化|改进|迭代)|语料|数据集)';

/** What users type is used to train models, and neither consent nor a way out nor removal of identity is spoken of. */
export const trainingWithoutConsent = byPattern(
  'training-without-consent',
  /训练|语料|数据集|模型/,
  [
    [0.85, new RegExp(`${TYPED}(?:的)?[^。;]{0,24}(?:用于|用来|用作|作为|进入|纳入|以)[^,。;]{0,16}${TRAINS}`)],
    [0.85, new RegExp(`${TYPED}(?:的)?[^。;]{0,24}默认[^,。;]{0,6}(?:用于|用来)[^,。;]{0,10}(?:训练|模型)`)],
    [0.85, /(?:使用|利用|将|把)[^,。;]{0,24}(?:输入|对话|内容|聊天|个人信息)[^。;]{0,16}(?:训练|优化|改进|微调)[^,。;]{0,8}模型/],
  ],
  /不会|不得|不将|不用于|不使用|绝不|未经|(?<!(?:无需|无须|毋须|不需要?|不必|不再)[^,。;]{0,8})(?:经您|征得|取得(?:您|用户)|同意|授权)|匿名|去标识|脱敏|关闭|退出|拒绝|选择/,
);
