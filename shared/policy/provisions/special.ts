import type { ItemReader } from './item.ts';

/** Services that generate or converse; improving pictures with “AI” is none. */
const AI =
  /生成式|大(?:型)?(?:语言)?模型|语言模型|(?<![a-z])llm|(?:对话|输入|提问|聊天)(?:的)?(?:内容)?[^。;]{0,40}(?:模型|训练)|人工智能(?:生成|对话|助手|创作|问答|服务|功能)|(?<![a-z])aigc|(?<![a-z])ai ?(?!云|算法|抠|识别)\p{Script=Han}{0,4}(?:服务|功能|工具|能力)|文生(?:图|视频|音)|图生(?:图|视频)|生成的?内容|输入(?:的)?信息[和与及、](?:您的)?使用记录|(?<![a-z])ai ?\p{Script=Han}{0,4}(?:伙伴|助手|助理|管家|老师|医生|机器人)|(?<![a-z])ai ?(?:生成|对话|助手|助理|聊天|创作|写作|绘画|问答|作图|作画|功能(?:中|里)?(?:输入)|智能体|伙伴|搜索|翻译|客服|陪伴|角色)|智能(?:对话|创作|问答|写作|体(?!验|系|现|重|温|脂)|助手|绘画)|提示词|chatgpt|(?<![a-z])(?:gemini|openai|deepseek)(?![a-z])|文心一言|通义千问|聊天机器人|(?:和|与|跟|向)ai/u;
/** 智能问答对话、智能客服: a desk that answers from a list, as every shop has. */
const SERVICE_DESK = /智能(?:问答|对话)+[^,。;]{0,10}客服/g;
const INPUT = /输入|语音|录音|对话|提问|聊|上传|指令|提示词|使用记录|提交的(?:内容|问题|文件|信息)|说的话|文字和图片|内容/;
const TREATED =
  /用于|用途|清除|记录您|用来|只用|删除|保存|留存|保留|不会|不向|不用|不拿|训练|同意|处理|生成回答|传输|发送|清空|匿名/;

const TRAINING =
  /训练|model training|train(?:ing)? (?:our |the |ai )?models?|模型(?:的)?(?:优化|改进)|改进[^,。;]{0,6}模型|语料|模型优化|优化(?:我们的)?(?:算法)?模型|(?:用于|进行|供|以|做)[^,。;]{0,8}机器学习|微调|改进计划/;
/** Training of people. */
const OF_PEOPLE =
  /(?:员工|人员|安全|意识|保密|业务)[^,。;]{0,12}(?:培训|训练)|健身|运动|体能|课程|打卡|训练(?:场|营|计划|课|班|馆|记录|数据分析)/;
const WITH_LEAVE =
  /单独弹窗|可以?(?:随时)?拒绝|(?:经|征得|征求|取得|获得|得到|询问|问)(?:过)?(?:您|用户|个人|你)?[^,。;]{0,12}(?:同意|授权)|同不同意|未经[^,。;]{0,10}(?:同意|授权)|去标识|匿名|脱敏|退出|关闭|合法(?:的)?来源|来源(?:均)?合法|不会|不用于|不拿|不被|不(?:使用|利用|将|把)|公开(?:授权)?(?:的)?数据|(?:去除|剔除|不含)[^,。;]{0,6}个人信息|(?:主动)?开启|单独同意|是否允许|是否同意|不(?:希望|想|愿意?)(?:您的|被|我们|将)|移出|opt[- ]?(?:in|out)/;

const BODY = /人脸|声纹|(?<!设备|器|证书|签名|文件)指纹|(?<![页界画])面[部容]|虹膜|生物识别|刷脸|掌纹/;
/** What the mark of the body is for: recognising somebody, on some occasion. */
const RECOGNISES =
  /(?:用于|以便?|为了?|为您|完成|进行|用来|实现|供)[^,。;]{0,24}(?:认证|核验|验证|核实|校验|登录|解锁|支付|比对|身份|识别|打卡|门禁)|(?:认证|核验|验证|比对|解锁)[^,。;]{0,16}(?:目的|用途)/;
const TAKES = /收集|采集|提供|获取|上传|录入|使用|处理|调用|核验|比对|提交|授权/;
/** Limits and choices. */
const LIMITED =
  /单独(?:征得|取得|获得|弹窗|的?同意|授权)|明示同意|弹窗|(?:存储|储存|保存|存)(?:在|于)[^,。;]{0,12}(?:设备|手机|本地|本机|终端)|(?:设备|手机|本机|终端)(?:本地|里|中|内|上)|本地|(?:绝不|从不)[^,。;]{0,4}(?:上传|收集|存储|采集)|可以?(?:选择)?拒绝提供|不(?:会)?(?:上传|收集|存储|储存|保存|获取|留存|采集|传输|用于|记录)|替代|其[他它](?:验证|认证|登录)?方式|(?:改用|使用|选择|可用|用)[^,。;]{0,8}(?:密码|短信|验证码|银行卡|人工)|撤回|关闭|(?:即|立即|随即|后)(?:予以)?删除|(?:就|马上|立刻|随即)删|不想(?:刷脸|用|录)|柜台|窗口|线下|摘要信息|拿不到|(?:无法|不)(?:会)?(?:获取|接触|读取)|接触不到|系统[^,。;]{0,4}保管/;
/** Definitions and lists of what is sensitive name marks of the body without taking any. */
const DEFINES =
  /(?:敏感(?:个人)?信息|个人敏感信息|个人信息)[^。;]{0,30}(?:包括|指|是指|包含|例如|如:|:)|包[括含][^。;]{0,40}(?:等|在内)的?(?:个人)?敏感(?:个人)?信息|是一旦泄露|属于(?:个人)?敏感|一旦泄[露漏]/;
/** A row or line of what an SDK takes. */
const OF_SDK = /(?:^|[^\p{L}])\p{L}{0,10}sdk[^,。;]{0,40}(?:获取|收集|采集|使用|通过|用于)/u;

/** 第三方可能会要求您进行人脸识别: what somebody else does in pages of its own. */
const BY_THIRD_PARTY =
  /第三方(?:平台|机构|公司|页面)?(?:可能|会|将|可能会)(?:需要|要求|收集|获取|采集)[^。;]{0,60}(?:人脸|面部|刷脸|指纹|声纹)/;

/** PR-44 … PR-46: generative services, training data, biometrics. */
export const specialItems: readonly ItemReader[] = [
  {
    item: 'PR-44',
    cue: AI,
    substance: ({ sentence, around }) => {
      if (!AI.test(sentence.replace(SERVICE_DESK, ''))) return false;
      const near = around(1, 3);
      return INPUT.test(near) && TREATED.test(near);
    },
  },
  {
    item: 'PR-45',
    cue: TRAINING,
    substance: ({ sentence, around }) =>
      TRAINING.test(sentence) &&
      !OF_PEOPLE.test(sentence) &&
      !/商业化?决策|内容和布局/.test(sentence) &&
      !/(?:无需|无须|不需要?|不经)[^,。;]{0,16}(?:同意|授权)/.test(sentence) &&
      WITH_LEAVE.test(around(1, 1)),
  },
  {
    item: 'PR-46',
    cue: BODY,
    substance: ({ sentence, around }) => {
      if (!BODY.test(sentence) || OF_SDK.test(sentence)) return false;
      if (DEFINES.test(sentence) || BY_THIRD_PARTY.test(sentence)) return false;
      return LIMITED.test(around(0, 1)) || (RECOGNISES.test(sentence) && TAKES.test(sentence));
    },
  },
];
