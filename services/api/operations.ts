import { APPEAL_OPERATIONS } from './appeals/operations.ts';
import { listCallbacks } from './callbacks/list.ts';
import { redriveCallback } from './callbacks/redrive.ts';
import { SENT_LETTER_OPERATIONS } from './letters/sent.ts';
import { live, ready } from './operating/health.ts';
import type { AnyOperation } from './operation.ts';
import { ACCOUNT_OPERATIONS } from './review/accounts/operations.ts';
import { APPEAL_REVIEW_OPERATIONS } from './review/appeals/operations.ts';
import { AUDIT_OPERATIONS } from './review/audit/operations.ts';
import { COMPARISON_OPERATIONS } from './review/comparison/operations.ts';
import { DECISION_OPERATIONS } from './review/decisions/operations.ts';
import { LETTER_OPERATIONS } from './review/letters/operations.ts';
import { OVERVIEW_OPERATIONS } from './review/overview/operations.ts';
import { QUEUE_OPERATIONS } from './review/queue/operations.ts';
import { REASON_OPERATIONS } from './review/reasons/operations.ts';
import { REVIEW_RULEBOOK_OPERATIONS } from './review/rulebook/operations.ts';
import { SESSION_OPERATIONS } from './review/session/operations.ts';
import { REVIEWED_SUBMISSION_OPERATIONS } from './review/submissions/operations.ts';
import { VIEW_OPERATIONS } from './review/views/operations.ts';
import { WAIVER_OPERATIONS } from './review/waivers/operations.ts';
import { listClauses } from './rulebook/clauses.ts';
import { getRulebook } from './rulebook/in-force.ts';
import { listRules } from './rulebook/rules.ts';
import { createSubmission } from './submissions/create.ts';
import { getFacts } from './submissions/facts.ts';
import { getSubmission } from './submissions/get.ts';
import { listSubmissions } from './submissions/list.ts';
import { redriveSubmission } from './submissions/redrive.ts';
import { getReport } from './submissions/report.ts';
import { getVerdict } from './submissions/verdict.ts';
import { withdrawSubmission } from './submissions/withdraw.ts';

/** Every operation with a schema, in the order of the documentation. Routes and document are both made of this list. */
export const OPERATIONS: readonly AnyOperation[] = [
  createSubmission,
  listSubmissions,
  getSubmission,
  getVerdict,
  getReport,
  getFacts,
  withdrawSubmission,
  redriveSubmission,
  ...SENT_LETTER_OPERATIONS,
  ...APPEAL_OPERATIONS,
  listCallbacks,
  redriveCallback,
  getRulebook,
  listRules,
  listClauses,
  ...SESSION_OPERATIONS,
  ...ACCOUNT_OPERATIONS,
  ...QUEUE_OPERATIONS,
  ...VIEW_OPERATIONS,
  ...REVIEWED_SUBMISSION_OPERATIONS,
  ...DECISION_OPERATIONS,
  ...REASON_OPERATIONS,
  ...WAIVER_OPERATIONS,
  ...AUDIT_OPERATIONS,
  ...COMPARISON_OPERATIONS,
  ...OVERVIEW_OPERATIONS,
  ...REVIEW_RULEBOOK_OPERATIONS,
  ...LETTER_OPERATIONS,
  ...APPEAL_REVIEW_OPERATIONS,
  live,
  ready,
];

/** Groups of the documentation. */
export const TAGS = [
  { name: 'submissions', zh: '送审', en: 'Submissions' },
  { name: 'uploads', zh: '断点续传', en: 'Resumable uploads' },
  { name: 'letters', zh: '整改通知', en: 'Rectification letters' },
  { name: 'appeals', zh: '申诉', en: 'Appeals' },
  { name: 'callbacks', zh: '回调', en: 'Callbacks' },
  { name: 'rulebook', zh: '规则与条款', en: 'Rules and clauses' },
  { name: 'review', zh: '人工审核（工作台）', en: 'Reviewing (the console)' },
  { name: 'operating', zh: '运行状态', en: 'Operating' },
] as const;
