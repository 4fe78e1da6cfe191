import type { Bilingual } from '../domain/text.ts';

/** What a static review cannot see; part of every verdict and report. */
export const LIMITS: Bilingual = {
  zh:
    '本结论由静态检测得出：只依据安装包、隐私政策和上架信息，没有运行应用。以下事项静态检测不能证明，须由人工或动态检测核实：' +
    '用户同意之前是否已经收集；收集的频率和后台收集；弹窗的实际时机、次数和拒绝后的结果；服务器端的处理、留存和再提供；' +
    '动态下发的代码和网页内容；单独同意、撤回、注销等功能是否真正有效。“未发现”不等于“没有”，机审通过不等于合规认定。',
  en:
    'This verdict comes from static analysis: it rests on the package, the privacy policy and the listing; the app was not run. ' +
    'It cannot prove, and a person or a dynamic test must verify: collection before consent; how often and in the background; when ' +
    'dialogs really appear, how often, and what a refusal leads to; processing, retention and onward transfer on servers; code and ' +
    'pages delivered at run time; whether separate consent, withdrawal and account deletion really work. "Nothing found" is not ' +
    '"nothing there", and a machine approval is not a finding of compliance.',
};
