import { type AdmissionReader, byPattern } from './pattern.ts';

const TYPED = '(?:输入|输出|对话|聊天|提问|上传|创作|生成)';
const TRAINS = '(?:训练|(?:优化|改进|迭代|微调|提升)[^,。;]{0,8}模型|模型(?:优化|改进|迭代)|语料|数据集)';

const byWords = byPattern(
  'training-without-consent',
  /训练|语料|数据集|模型/,
  [
    [0.85, new RegExp(`${TYPED}(?:的)?[^。;]{0,24}(?:用于|用来|用作|作为|成为|进入|纳入|加入|并入|以)[^,。;]{0,16}${TRAINS}`)],
    [0.85, new RegExp(`${TYPED}(?:的)?[^。;]{0,24}默认[^,。;]{0,6}(?:用于|用来)[^,。;]{0,10}(?:训练|模型)`)],
    [
      0.85,
      /(?:使用|利用|将|把)[^,。;]{0,24}(?:输入|对话|内容|聊天|个人信息|照片|图片|声音|语音|录音|文本|文字|视频|文件|作品)[^。;]{0,16}(?:(?:训练|优化|改进|微调)[^,。;]{0,8}模型|训练[^,。;]{0,10}算法)/,
    ],
    [
      0.85,
      /(?:抽取|选取|采集|收集|使用|利用|将|把)[^,。;]{0,10}(?:聊天|对话|输入|提问|创作)[^,。;]{0,10}(?:进行|作)[^,。;]{0,4}训练/,
    ],
    [
      0.85,
      /(?:您|用户)的?[^,。;]{0,8}(?:声音|语音|照片|图片|视频|作品|文字|文本|内容)[^,。;]{0,10}(?:用于|用来|拿来|拿去)[^,。;]{0,10}(?:训练|微调)[^,。;]{0,10}模型/,
    ],
    [
      0.85,
      /(?:内容|数据|信息|作品|照片|语音|文本|文字)[^。;]{0,16}(?:默认|自动|直接|均|都|全部)(?:会|将|被)?[^,。;]{0,6}(?:用于|用来|纳入|进入|成为)[^,。;]{0,10}(?:训练|微调|语料)/,
    ],
    [
      0.7,
      /(?:输入|对话|聊天|提问|上传|创作|作品|用户(?:的)?内容)[^。;]{0,30}(?:训练|改进|优化|提升|迭代|微调)[^,。;]{0,8}(?:模型|算法|ai)/,
    ],
    [
      0.7,
      /(?:默认|自动|直接)(?:使用|利用|将|把)?[^,。;]{0,16}(?:内容|信息|数据|作品)[^,。;]{0,10}(?:训练|微调|优化)[^,。;]{0,8}(?:模型|算法|ai)/,
    ],
  ],
  /不会|不得|不将|不用于|不使用|绝不|未经|(?<!(?:不经|无需|无须|毋须|不需要?|不必|不再)[^,。;]{0,8})(?:经您|征得|取得(?:您|用户)|同意|授权)|匿名|去标识|脱敏|关闭|退出|拒绝|选择/,
);

/** A way out, or an asking, that is denied, and an agreement that the term itself puts into the user's mouth: 您授权我们将…, 且不可退出. */
const NO_WAY_OUT =
  /默认(?:已)?(?:授权|同意|许可)|(?:无需|无须|毋须|不需要?|不必|不经|未经|不再)[^,。;]{0,8}(?:征得|征求|取得|获得|经)?[^,。;]{0,8}(?:同意|许可|授权)|(?:无法|不能|不可以?|不得|不提供|不支持|没有|暂不支持|未提供)[^,。;]{0,4}(?:关闭|退出|拒绝|选择)(?:选项|入口|方式|开关)?/g;
const PUT_INTO_MOUTH = /(?:您|用户)(?:在此)?(?:授权|同意)(?:并同意|并授权)?(?:我们|本公司|平台)/g;

/** What is promised besides, in a clause of its own: ,也不会在该场景之外使用您的图片. */
const PROMISED_BESIDES =
  /,(?:我们|且|并且?|也|同时|但)*(?:不会?|绝不)(?:会)?(?:单独|另行|对外|向[^,。;]{0,8}|将[^,。;]{0,12}|在该[^,。;]{0,8})?(?:存储|保存|公开|出售|共享|披露|传播|展示|使用|提供)[^,。;]*/g;

/** What users type is used to train models, and neither consent nor a way out nor removal of identity is spoken of. */
export const trainingWithoutConsent: AdmissionReader = {
  ...byWords,
  read(sentence, text, index) {
    const open = sentence.lower
      .replace(NO_WAY_OUT, (words) => (words.startsWith('默认') ? '默认' : '').padEnd(words.length))
      .replace(PROMISED_BESIDES, (words) => ' '.repeat(words.length));
    // Only with the way out denied are the words of agreement surely none: 您同意我们将… may stand for a real one.
    const lower = open === sentence.lower ? open : open.replace(PUT_INTO_MOUTH, (words) => '我们'.padEnd(words.length));
    return byWords.read({ ...sentence, lower }, text, index);
  },
};
