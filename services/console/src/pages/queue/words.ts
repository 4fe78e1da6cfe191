import { CHECK_NAMES } from '../../../../../shared/domain/check.ts';
import type { FinalOutcome } from '../../../../../shared/domain/review/decision.ts';
import type { DossierOrder, DossierRow, DossierState, Facet, Urgency } from '../../../../../shared/domain/review/dossier.ts';
import type { Severity } from '../../../../../shared/domain/severity.ts';
import type { Bilingual } from '../../../../../shared/domain/text.ts';

export const STATE_NAMES: Readonly<Record<DossierState, Bilingual>> = {
  open: { zh: '待审', en: 'Open' },
  proposed: { zh: '待二审', en: 'Second review' },
  rectifying: { zh: '整改中', en: 'Being rectified' },
  decided: { zh: '已决定', en: 'Decided' },
  moot: { zh: '已失效', en: 'Moot' },
};

export const VERDICT_NAMES: Readonly<Record<DossierRow['verdict'], Bilingual>> = {
  reject: { zh: '机审驳回', en: 'Rejected' },
  review: { zh: '转人工复核', en: 'Held' },
};

export const URGENCY_NAMES: Readonly<Record<Urgency, Bilingual>> = {
  children: { zh: '儿童应用', en: 'Children’s app' },
  'repeat-offender': { zh: '多次违规', en: 'Repeat offender' },
  appeal: { zh: '申诉', en: 'Appeal' },
  overdue: { zh: '已超期', en: 'Overdue' },
};

export const OUTCOME_NAMES: Readonly<Record<FinalOutcome, Bilingual>> = {
  approve: { zh: '放行', en: 'Approved' },
  reject: { zh: '驳回', en: 'Rejected' },
  rectify: { zh: '整改', en: 'To be rectified' },
};

/** What findings of a severity are called where they are counted: one sign for the eye, the whole name for the ear. */
export const SEVERITY_NAMES: Readonly<Record<Severity, { readonly sign: Bilingual; readonly name: Bilingual }>> = {
  reject: { sign: { zh: '驳', en: 'Rej' }, name: { zh: '驳回级问题', en: 'findings that reject' } },
  review: { sign: { zh: '复', en: 'Rev' }, name: { zh: '复核级问题', en: 'findings for review' } },
  warn: { sign: { zh: '提', en: 'Warn' }, name: { zh: '提示级问题', en: 'warnings' } },
};

export const ORDER_NAMES: Readonly<Record<DossierOrder, Bilingual>> = {
  urgent: { zh: '最紧急在前', en: 'Most urgent first' },
  newest: { zh: '最新在前', en: 'Newest first' },
  oldest: { zh: '最早在前', en: 'Oldest first' },
  findings: { zh: '问题最多在前', en: 'Most findings first' },
};

export const FACET_NAMES: Readonly<Record<Facet, Bilingual>> = {
  state: { zh: '案卷状态', en: 'State' },
  verdict: { zh: '机审结论', en: 'Machine’s verdict' },
  urgency: { zh: '紧急标记', en: 'Markers' },
  assignee: { zh: '指派给', en: 'Assignee' },
  check: { zh: '检查项', en: 'Check' },
  clause: { zh: '条款', en: 'Clause' },
  rule: { zh: '规则', en: 'Rule' },
  sdk: { zh: 'SDK', en: 'SDK' },
  category: { zh: '应用类别', en: 'Category' },
  developer: { zh: '开发者', en: 'Developer' },
  store: { zh: '应用商店', en: 'Store' },
};

/** The order in which the panel shows them: what is asked most stands first. */
export const FACET_ORDER: readonly Facet[] = [
  'state',
  'verdict',
  'urgency',
  'assignee',
  'clause',
  'check',
  'rule',
  'sdk',
  'category',
  'developer',
  'store',
];

/** Names of values that the page knows by itself. */
export const VALUE_NAMES: Partial<Record<Facet, Readonly<Record<string, Bilingual>>>> = {
  state: STATE_NAMES,
  verdict: VERDICT_NAMES,
  urgency: URGENCY_NAMES,
  check: CHECK_NAMES,
  assignee: { none: { zh: '未分配', en: 'Nobody' }, me: { zh: '我', en: 'Me' } },
};

/** Choices of the filter by age, in hours. */
export const AGES: readonly { readonly hours: number; readonly name: Bilingual }[] = [
  { hours: 4, name: { zh: '4 小时以上', en: 'Over 4 hours' } },
  { hours: 24, name: { zh: '1 天以上', en: 'Over a day' } },
  { hours: 72, name: { zh: '3 天以上', en: 'Over 3 days' } },
  { hours: 168, name: { zh: '7 天以上', en: 'Over a week' } },
];

/** Choices of the filter by what is left of the time. */
export const DUE: readonly { readonly hours: number; readonly name: Bilingual }[] = [
  { hours: 0, name: { zh: '已超期', en: 'Overdue' } },
  { hours: 4, name: { zh: '4 小时内到期', en: 'Due in 4 hours' } },
  { hours: 24, name: { zh: '1 天内到期', en: 'Due in a day' } },
];
