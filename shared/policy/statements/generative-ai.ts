import type { Found, StatementReader } from './statement.ts';
import { following, previous } from './statement.ts';

const GENERATIVE =
  /生成式(?:人工智能|ai)|aigc|大(?:语言)?模型|(?<![a-z])(?:gpt|chatgpt|deepseek|stable diffusion)(?![a-z])|文心一言|通义千问|(?<![a-z])ai ?(?:生成|绘画|绘图|写作|创作|对话|聊天|问答|助手|作图|写真|换脸|配音|合成|伙伴|角色|图片|修图|云处理|编辑|画图|智能体)|(?:人工智能|智能)(?:生成|创作|写作|绘画|对话|问答|聊天|续写|配音)|深度合成|智能体/;
const INPUT = /输入|提问|对话|提示词|上传|prompt|问题内容|聊天(?:内容|记录)|交互内容|生成(?:的)?(?:内容|结果|图片|记录)/;
const KEEPS = /保存|存储|储存|收集|记录|留存|保留|处理|获取|上传至/;
const TRAINS =
  /(?:训练|微调)[^,。;]{0,14}(?:模型|算法|人工智能|ai|大模型)?|(?:优化|改进|改善|提升|迭代|完善)[^,。;]{0,8}(?:模型|算法模型|大模型)|模型(?:算法)?(?:的)?(?:训练|优化|迭代|微调|改进)|机器学习/;
const NOT_TRAINED =
  /(?:不会|不|绝不|未|不得|禁止|从不)(?:将|把|会|使用|利用|以)?[^。;]{0,40}(?:训练|微调|(?:优化|改进)[^,。;]{0,6}模型|机器学习)/;
const CONSENT =
  /(?:征得|取得|获得|经过?|得到|征求)[^,。;]{0,12}(?:同意|授权|许可)|(?:您|用户)(?:单独|明确|主动)?(?:同意|授权)(?:后|的情况)?|除非您?[^,。;]{0,6}(?:同意|授权)/;
const DATA = /信息|数据|内容|输入|对话|语音|图片|照片|录音|文本/;
const BODY = /减肥|健身|运动|训练营|课程|训练计划|训练服务|体能|训练数据|训练记录|球|题|口语训练|驾|背诵/;

/** What is said of generative AI: that it is offered, what becomes of what people put in, whether models are trained with it. */
export const generativeAi: StatementReader = {
  cue: /生成式|aigc|模型|人工智能|(?<![a-z])ai(?![a-z])|gpt|deepseek|文心一言|通义千问|智能(?:生成|创作|写作|绘画|对话|问答|聊天|续写|配音|体)|深度合成|训练|机器学习/,
  *read(place) {
    const { lower } = place;
    const offered = GENERATIVE.exec(lower);
    if (offered !== null && !/不(?:会)?(?:提供|涉及|使用|包含)[^,。;]{0,12}$/.test(lower.slice(0, offered.index))) {
      yield found('offered', offered.index, offered[0].length, 0.85);
    }
    const near = offered !== null || GENERATIVE.test(previous(place)) || /人工智能|(?<![a-z])ai(?![a-z])|大模型/.test(lower);
    const input = near ? INPUT.exec(lower) : null;
    if (input !== null && KEEPS.test(lower) && !/不(?:会)?(?:保存|存储|收集|记录|留存|保留)/.test(lower)) {
      yield found('input-kept', input.index, input[0].length, offered === null ? 0.65 : 0.8);
    }
    const trains = TRAINS.exec(lower);
    if (trains === null || (!near && !DATA.test(lower)) || BODY.test(lower)) return;
    const isModel = /模型|算法|机器学习|人工智能|(?<![a-z])ai(?![a-z])/.test(lower);
    if (!isModel && !near) return;
    const sure = near ? 0.85 : 0.65;
    const not = NOT_TRAINED.exec(lower);
    if (not !== null && !/未经|除非|未(?:征得|取得|获得)/.test(lower)) yield found('not-trained', not.index, not[0].length, sure);
    else {
      const asks =
        not !== null ||
        CONSENT.test(lower) ||
        (/(?:同意|授权)/.test(following(place, 1)) && /上述|前述|该/.test(following(place, 1)));
      yield found(asks ? 'training-with-consent' : 'training', trains.index, trains[0].length, sure);
    }
  },
};

type Matter = Extract<Found['means'], { kind: 'generative-ai' }>['matter'];

function found(matter: Matter, at: number, length: number, confidence: number): Found {
  return { means: { kind: 'generative-ai', matter }, at, length, confidence };
}
