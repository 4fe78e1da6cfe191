import type { ItemReader } from './item.ts';

const AI = /生成式|大模型|人工智能|(?<![a-z])ai(?:gc)?(?![a-z])|智能(?:对话|助手|创作|问答)|提示词/;

/** PR-44 … PR-46: generative services, training data, biometrics. */
export const specialItems: readonly ItemReader[] = [
  {
    item: 'PR-44',
    cue: AI,
    substance: ({ around }) => {
      const near = around(1, 3);
      return /输入|对话|提问|上传|指令|提示词|使用记录/.test(near) && /用于|删除|保存|留存|不会|训练|同意|处理|生成/.test(near);
    },
  },
  {
    item: 'PR-45',
    cue: /训练|语料|模型优化|优化模型|优化我们的模型/,
    substance: ({ around }) => /同意|授权|去标识|匿名|脱敏|退出|关闭|合法来源|不会|不用于/.test(around(1, 1)),
  },
  {
    item: 'PR-46',
    cue: /人脸|声纹|指纹|面部|虹膜|生物识别|刷脸|面容/,
    substance: ({ around }) =>
      /单独同意|明示同意|同意|授权|本地|不(?:会)?(?:上传|收集|存储|保存|获取)|用于|替代|其他方式|验证|核验/.test(around(0, 2)),
  },
];
