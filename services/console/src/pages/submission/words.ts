import type { DecisionKind, DecisionState, FinalOutcome } from '../../../../../shared/domain/review/decision.ts';
import type { DossierState, Urgency } from '../../../../../shared/domain/review/dossier.ts';
import type { SubmissionState } from '../../../../../shared/domain/submission.ts';
import type { Bilingual } from '../../../../../shared/domain/text.ts';
import type { VerdictDecision } from '../../../../../shared/domain/verdict.ts';

/** What the machine has decided, as a beginning of a sentence. */
export const VERDICT_SAID: Readonly<Record<VerdictDecision, Bilingual>> = {
  approve: { zh: '机审通过', en: 'Approved' },
  reject: { zh: '机审驳回', en: 'Rejected' },
  review: { zh: '机审转人工复核', en: 'Held for a person' },
};

/** What a reviewer can make of a dossier. */
export const KIND_NAMES: Readonly<Record<DecisionKind, Bilingual>> = {
  uphold: { zh: '维持', en: 'Uphold' },
  overturn: { zh: '改判放行', en: 'Overturn' },
  rectify: { zh: '要求整改', en: 'Ask for rectification' },
  'approve-with-warning': { zh: '提醒后放行', en: 'Approve with a warning' },
};

/** What each means for the shelf. */
export const KIND_MEANINGS: Readonly<Record<DecisionKind, Bilingual>> = {
  uphold: { zh: '问题成立，不上架', en: 'The findings stand: not on the shelf' },
  overturn: { zh: '问题不成立，上架', en: 'The findings do not stand: on the shelf' },
  rectify: { zh: '限期整改，整改前不上架', en: 'Not on the shelf until mended, with a deadline' },
  'approve-with-warning': { zh: '上架，并提醒开发者改进', en: 'On the shelf; the developer is told what to mend' },
};

export const OUTCOME_NAMES: Readonly<Record<FinalOutcome, Bilingual>> = {
  approve: { zh: '放行', en: 'Approved' },
  reject: { zh: '驳回', en: 'Rejected' },
  rectify: { zh: '要求整改', en: 'To be rectified' },
};

export const DECISION_STATE_NAMES: Readonly<Record<DecisionState, Bilingual>> = {
  proposed: { zh: '待第二人复核', en: 'Waits for the second reviewer' },
  effective: { zh: '有效', en: 'In effect' },
  undone: { zh: '已撤销', en: 'Undone' },
  declined: { zh: '第二人未同意', en: 'Declined by the second reviewer' },
  superseded: { zh: '已被后来的决定取代', en: 'Replaced by a later decision' },
};

export const DOSSIER_STATE_NAMES: Readonly<Record<DossierState, Bilingual>> = {
  open: { zh: '待审', en: 'Open' },
  proposed: { zh: '待第二人复核', en: 'Waits for the second reviewer' },
  rectifying: { zh: '整改中', en: 'Being rectified' },
  decided: { zh: '已决定', en: 'Decided' },
  moot: { zh: '已无须审核', en: 'No longer to be reviewed' },
};

export const URGENCY_NAMES: Readonly<Record<Urgency, Bilingual>> = {
  children: { zh: '儿童应用', en: 'Children’s app' },
  'repeat-offender': { zh: '多次违规', en: 'Repeat offender' },
  appeal: { zh: '申诉', en: 'Appeal' },
  overdue: { zh: '已超期', en: 'Overdue' },
};

export const SUBMISSION_STATE_NAMES: Readonly<Record<SubmissionState, Bilingual>> = {
  received: { zh: '正在接收', en: 'Being received' },
  stored: { zh: '已接收，等待检测', en: 'Received, waiting' },
  inspecting: { zh: '正在解析', en: 'Being read' },
  checking: { zh: '正在检查', en: 'Being checked' },
  decided: { zh: '机审已完成', en: 'Judged' },
  notified: { zh: '机审已完成，已通知', en: 'Judged, and told' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  superseded: { zh: '已被新版本取代', en: 'Superseded by a later version' },
  failed: { zh: '处理失败', en: 'Failed' },
};
