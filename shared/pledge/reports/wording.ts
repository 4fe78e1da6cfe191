import type { Severity } from '../../domain/severity.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { VerdictDecision } from '../../domain/verdict.ts';

export * from '../../domain/report/words.ts';

/** What the document is called, by decision. */
export const TITLES: Readonly<Record<VerdictDecision, Bilingual>> = {
  reject: { zh: '应用上架审核整改通知', en: 'Rectification notice' },
  review: { zh: '应用上架审核复核单', en: 'Review sheet' },
  approve: { zh: '应用上架机审通过记录', en: 'Record of a machine approval' },
};

/** What the decision means, and no more than that. */
export const MEANINGS: Readonly<Record<VerdictDecision, Bilingual>> = {
  reject: {
    zh: '机审发现可由静态证据证明的问题，本次送审予以驳回。请按“驳回”类问题逐项整改后重新送审；“复核”和“提示”类问题请一并处理，以免再次送审时被转入人工复核。',
    en: 'Static evidence proves at least one breach, so this submission is rejected. Put right every finding of the kind "Reject" and submit again; deal with "Review" and "Warning" too, or the next submission may be held for a person.',
  },
  review: {
    zh: '机审没有发现足以自动驳回的问题，但有线索须由人核实，或有内容未能读取、未能评估，本次送审转人工复核，尚无最终结果。',
    en: 'Nothing that warrants an automatic rejection was found, but there are leads for a person to verify, or parts that could not be read or judged. The submission is held for a person; there is no final result yet.',
  },
  approve: {
    zh: '在下列规则库、安装包、隐私政策和上架信息范围内，机审的静态检测没有发现须驳回或须复核的问题。机审通过不等于合规认定，也不免除开发者和平台的法定责任。',
    en: 'Within the rulebook, package, privacy policy and listing named below, static machine checks found nothing to reject or to hold. A machine approval is not a finding of compliance and relieves neither developer nor platform of their duties by law.',
  },
};

/** What to do next, in order. */
export const NEXT_STEPS: Readonly<Record<VerdictDecision, readonly Bilingual[]>> = {
  reject: [
    {
      zh: '逐项查看“驳回”类问题：问题在哪里、依据哪一条、怎样改，都写在该项之下。',
      en: 'Go through the findings of the kind "Reject": each says where it is, on what it rests, and what to change.',
    },
    {
      zh: '涉及安装包的，修改后升高版本号重新打包；只涉及隐私政策或上架信息的，更新政策或重新填报即可，政策链接须能直接打开。',
      en: 'Where the package is concerned, change it, raise the version and build it anew; where only the policy or the listing is, update those; the address of the policy must open without obstacles.',
    },
    { zh: '重新送审，由同一套规则再次检查。', en: 'Submit again; the same rules will look at it.' },
    {
      zh: '认为结论有误的，按“申诉”一节提出。',
      en: 'If you think that the verdict is wrong, appeal as the section "Appeal" says.',
    },
  ],
  review: [
    {
      zh: '审核人员：先看“复核”类问题及其证据，再看“未检查的内容”，对照条款评估表作出决定。',
      en: 'Reviewers: look at the findings of the kind "Review" and their evidence, then at what was not checked, and decide with the table of clauses.',
    },
    {
      zh: '开发者：可先按整改要求自行核对，准备说明材料；有“驳回”以外的结论不代表已经违规。',
      en: 'Developers: you may check the remedies already and prepare material; being held does not mean that there is a breach.',
    },
  ],
  approve: [
    {
      zh: '“提示”类问题不影响本次结论，建议在下一版本中处理。',
      en: 'Findings of the kind "Warning" do not affect this verdict; deal with them in the next version.',
    },
    {
      zh: '静态检测看不到的事项列在“未检查的内容”，由人工或动态检测另行核实。',
      en: 'What static checks cannot see is listed under "What was not checked", for a person or a dynamic test.',
    },
  ],
};

/** How sure a finding is and what it leads to. */
export const SEVERITY_MEANINGS: Readonly<Record<Severity, Bilingual>> = {
  reject: { zh: '静态证据足以证明，须整改后重新送审', en: 'Proven by static evidence: to be put right before submitting again' },
  review: {
    zh: '静态检测所见的线索，须由人核实，尚不能认定',
    en: 'A lead that static checks see: a person must verify it, nothing is established',
  },
  warn: { zh: '供改进参考，不影响本次结论', en: 'For improvement; it does not affect this verdict' },
};
