import { z } from 'zod';
import type { CheckName } from '../../../../shared/domain/check.ts';
import { dayInChina } from '../../../../shared/domain/day.ts';
import type { DayFigures, Overview } from '../../../../shared/domain/review/overview.ts';
import { MOST_OVERVIEW_DAYS, type PeriodFigures } from '../../../../shared/platform/database/overview-figures.ts';
import { operation } from '../../operation.ts';
import type { ApiPorts } from '../../ports.ts';
import { invalidRequest, notFound } from '../../problems/problem.ts';
import { overviewSchema } from '../../schemas/review-overview.ts';

const STANDARD_DAYS = 30;
const DAY_MS = 86_400_000;

const query = z.strictObject({
  from: z.iso
    .date()
    .optional()
    .describe(`首日（中国时间），默认至末日共 ${STANDARD_DAYS} 天 / First day in China; by default ${STANDARD_DAYS} days in all`),
  // Before the year 0 a day is written otherwise, and the first day would be one.
  to: z.iso
    .date()
    .regex(/^[1-9]/)
    .optional()
    .describe('末日，默认今天 / Last day, today by default'),
  store: z.string().max(64).optional().describe('商店编号；默认全部 / Id of a store; all by default'),
});

export const getOverview = operation({
  id: 'getOverview',
  method: 'get',
  path: '/v1/review/overview',
  tag: 'review',
  summary: { zh: '审核概览', en: 'The overview' },
  description: {
    zh: `期间最长 ${MOST_OVERVIEW_DAYS} 天，日期为中国时间。决定只计仍然有效的；积压为此刻的。准确率请用 judged 与 falseAlarms 自行计算，并注意样本很小时没有意义。`,
    en: `Of at most ${MOST_OVERVIEW_DAYS} days; days are days in China. Decisions are those that stand; the backlog is that of this moment. Precision is falseAlarms of judged, which means nothing where these are few.`,
  },
  scope: null,
  right: 'read',
  query,
  responses: { 200: { description: { zh: '概览', en: 'The overview' }, schema: overviewSchema } },
  problems: ['not-found'],
  async handle({ ports, query: { from, to, store } }) {
    const period = periodOf(from, to, dayInChina(ports.clock()));
    if (store !== undefined && (await ports.database.stores.find(store)) === null) throw notFound({ zh: '商店', en: 'store' });
    const chosen = { ...period, store: store ?? null };
    return { status: 200, body: presentOverview(ports, chosen, await ports.database.overview.of(chosen)) };
  },
});

/** The days that are asked for. @throws Problem `invalid-request` when they are too many or the wrong way round */
export function periodOf(from: string | undefined, to: string | undefined, today: string): { from: string; to: string } {
  const last = to ?? (from !== undefined && from > today ? from : today);
  const first = from ?? new Date(Date.parse(last) - (STANDARD_DAYS - 1) * DAY_MS).toISOString().slice(0, 10);
  const days = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  const refuse = (code: string, zh: string, en: string) => invalidRequest([{ pointer: 'query/from', code, text: { zh, en } }]);
  if (days < 1) throw refuse('bad-period', '首日在末日之后', 'is behind the last day');
  if (days > MOST_OVERVIEW_DAYS) {
    throw refuse(
      'period-too-long',
      `期间为 ${days} 天，最长 ${MOST_OVERVIEW_DAYS} 天`,
      `makes ${days} days; ${MOST_OVERVIEW_DAYS} are the most`,
    );
  }
  return { from: first, to: last };
}

function presentOverview(
  { rules, knowledge }: Pick<ApiPorts, 'rules' | 'knowledge'>,
  period: Pick<Overview, 'from' | 'to' | 'store'>,
  { overturned, appeals, ...figures }: PeriodFigures,
): Overview {
  const titles = new Map(rules.map(({ id, title }) => [id as string, title]));
  const names = new Map(knowledge.clauses.map(({ id, name }) => [id as string, name]));
  const same = (text: string) => ({ zh: text, en: text });
  return {
    ...period,
    ...figures,
    totals: { ...totalsOf(figures.days), overturned, appeals },
    // A rule of an older build has no title any more.
    rules: figures.rules.map(({ rule, ...counts }) => ({
      rule,
      title: titles.get(rule) ?? same(rule),
      check: rule.slice(0, rule.indexOf('/')) as CheckName,
      ...counts,
    })),
    clauses: figures.clauses.map(({ clause, hits }) => ({ clause, name: names.get(clause) ?? same(clause), hits })),
  };
}

function totalsOf(days: readonly DayFigures[]): Pick<Overview['totals'], 'submitted' | 'verdicts' | 'decisions'> {
  const sum = (of: (day: DayFigures) => number) => days.reduce((total, day) => total + of(day), 0);
  return {
    submitted: sum(({ submitted }) => submitted),
    verdicts: {
      approve: sum(({ verdicts }) => verdicts.approve),
      reject: sum(({ verdicts }) => verdicts.reject),
      review: sum(({ verdicts }) => verdicts.review),
    },
    decisions: {
      approve: sum(({ decisions }) => decisions.approve),
      reject: sum(({ decisions }) => decisions.reject),
      rectify: sum(({ decisions }) => decisions.rectify),
    },
  };
}
