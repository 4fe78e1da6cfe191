import { byPattern } from './pattern.ts';

/** What users type is used to train models, and neither consent nor a way out nor removal of identity is spoken of. */
export const trainingWithoutConsent = byPattern(
  'training-without-consent',
  /训练|优化(?:我们的)?(?:大)?模型|模型(?:优化|改进)/,
  [
    [
      0.85,
      /(?:输入|对话|聊天|提问|上传|创作|生成)(?:的)?[^。;]{0,24}(?:默认|将|会|均|都|可能|有权)?(?:被)?(?:用于|用来|用作|以)[^,。;]{0,16}(?:训练|优化(?:我们的)?(?:大)?模型|模型(?:优化|改进))/,
    ],
    [
      0.85,
      /(?:默认|有权)[^,。;]{0,20}(?:使用|利用|将)[^。;]{0,24}(?:输入|对话|内容|聊天|个人信息)[^。;]{0,16}(?:训练|优化)[^,。;]{0,8}模型/,
    ],
  ],
  /不会|不得|不将|不用于|绝不|未经|经您|征得|取得(?:您|用户)|同意|授权|匿名|去标识|脱敏|关闭|退出|拒绝|选择/,
);
