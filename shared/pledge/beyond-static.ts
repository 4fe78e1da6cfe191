import type { ClauseId } from '../domain/clause.ts';
import type { Bilingual } from '../domain/text.ts';

/** For each clause, what static evidence cannot show and a person, a running app or the platform itself must look at. */
export const BEYOND_STATIC: Readonly<Partial<Record<ClauseId, Bilingual>>> = {
  'sz2025-1': {
    zh: '应用内入口的层级（不多于4次点击）和链接是否长期有效，须人工查看并持续监测',
    en: 'how deep the entry lies inside the app (at most four taps) and whether the link keeps working: look and monitor',
  },
  'sz2025-2': {
    zh: '服务器端的实际处理、真实用途和收集频率是否与政策一致',
    en: 'whether processing on servers, real purposes and frequency match the policy',
  },
  'sz2025-3': {
    zh: '实际用户中是否有不满十四周岁的未成年人，监护人核验是否有效',
    en: 'whether users under fourteen are really among the users and the guardian check works',
  },
  'sz2025-4': {
    zh: '首次运行的弹窗、勾选框和按钮，以及同意之前有无收集，须动态检测',
    en: 'the first-run dialog, boxes and buttons, and collection before consent: dynamic test',
  },
  'sz2025-5': {
    zh: '收集敏感个人信息时是否单独弹窗征得同意、能否拒绝',
    en: 'whether consent for sensitive information is really asked separately and can be refused',
  },
  'sz2025-6': {
    zh: '撤回同意后是否真正停止处理，是否因此拒绝提供服务',
    en: 'whether processing really stops after withdrawal and service goes on',
  },
  'sz2025-7': {
    zh: '收集的频率、精度、保存期限和服务器端收集范围',
    en: 'frequency, precision, retention and what servers collect',
  },
  'sz2025-8': {
    zh: '权限弹窗的实际时机、是否与功能同步、拒绝后的结果',
    en: 'when permission dialogs really appear, with which function, and what a refusal leads to',
  },
  'sz2025-9': {
    zh: '界面是否诱导授权、拒绝后是否频繁弹窗、广告能否关闭，须人工操作或动态检测',
    en: 'enticing screens, repeated pop-ups after a refusal, advertisements that cannot be closed: use the app or test it dynamically',
  },
  'sz2025-10': {
    zh: '关闭个性化推荐的开关是否容易找到、关闭后是否生效、用户标签能否删除',
    en: 'whether the switch is easy to find, takes effect, and the user’s tags can be deleted',
  },
  'sz2025-11': {
    zh: '服务器端对用户输入和使用记录的留存与提供',
    en: 'what servers keep and hand on of inputs and usage records',
  },
  'sz2025-12': {
    zh: '训练数据的来源和合法性基础，须查阅材料或承诺',
    en: 'where training data comes from and on what legal basis: look at documents',
  },
  'sz2025-13': {
    zh: '服务器端转发、实际提供的数据，以及是否弹出单独同意',
    en: 'forwarding by servers, the data really handed over, and the separate consent',
  },
  'sz2025-14': {
    zh: '政策写明的权利能否真正行使',
    en: 'whether the rights that the policy explains can really be exercised',
  },
  'sz2025-15': {
    zh: '行权和投诉渠道是否有人受理、是否在15个工作日内办结',
    en: 'whether anybody answers the channels and settles requests within 15 working days',
  },
  'pledge2021-1': {
    zh: '企业内部的合规制度、人员和培训，须查阅材料',
    en: 'internal compliance rules, people and training: look at documents',
  },
  'pledge2021-2': {
    zh: '实际收集的范围和频率是否为服务所必需',
    en: 'whether the scope and frequency of real collection are what the service needs',
  },
  'pledge2021-3': {
    zh: '是否利用大数据差别定价，须由平台或执法机关取证',
    en: 'whether prices differ by profile: evidence must be taken by the platform or the authorities',
  },
  'pledge2021-4': {
    zh: '营销活动实际使用了哪些信息、是否取得单独同意',
    en: 'which information marketing really uses and whether separate consent was given',
  },
  'pledge2021-5': {
    zh: '麦克风、摄像头、录屏、无障碍等能力在运行时的实际使用',
    en: 'how microphone, camera, screen recording and accessibility are really used at run time',
  },
  'pledge2021-6': {
    zh: '访问、更正、删除、撤回的功能是否便捷、有效',
    en: 'whether access, correction, deletion and withdrawal are easy and work',
  },
  'pledge2021-7': {
    zh: '注销后后台是否停止存储和处理敏感个人信息',
    en: 'whether servers stop keeping and processing sensitive information after account deletion',
  },
  'pledge2021-8': {
    zh: '申诉方式在应用内的位置是否醒目、是否有人受理',
    en: 'whether the complaint channel is prominent inside the app and answered',
  },
  'pledge2021-9': {
    zh: '接入前的审查记录、与SDK提供者的约定，以及SDK的实际行为',
    en: 'records of the review before integration, agreements with SDK providers, and what SDKs really do',
  },
  'pledge2021-10': {
    zh: '服务器、传输链路和内部管理的安全措施',
    en: 'security of servers, transport and internal management',
  },
  'platform2025-1': {
    zh: '人工复核环节是否按同一标准执行，由平台留痕证明',
    en: 'whether human review keeps to the same standard: shown by the platform’s records',
  },
  'platform2025-2': {
    zh: '开发者实名核验、备案比对、功能用途核验和信息明示，由平台流程完成并留痕',
    en: 'verified developer identity, comparison with the filing, verified purpose and disclosure: the platform’s process and records',
  },
  'platform2025-3': {
    zh: '在架巡查、更新复审和违规处置，由平台持续执行并留痕',
    en: 'patrol of the shelf, re-review of updates and action on breaches: the platform’s continuing work and records',
  },
  'platform2025-4': {
    zh: '配合监管、数据保全和定期报告，由平台执行并留痕',
    en: 'cooperation with authorities, preservation of data and regular reports: the platform’s work and records',
  },
};
