import { z } from 'zod';
import type { Rule } from '../../../../shared/checks/rule.ts';
import { BUILT_IN } from '../../../../shared/checks/rulebook/built-in.ts';
import { daysBetween } from '../../../../shared/checks/rulebook/days.ts';
import { effectiveRules } from '../../../../shared/checks/rulebook/effective.ts';
import { waiverStanding } from '../../../../shared/checks/rulebook/warnings.ts';
import type { CheckName } from '../../../../shared/domain/check.ts';
import { dayInChina } from '../../../../shared/domain/day.ts';
import type { FileWaiver, RulesView, RuleView } from '../../../../shared/domain/review/rulebook-view.ts';
import type { Rulebook } from '../../../../shared/domain/rulebook.ts';
import type { RuleCounts } from '../../../../shared/platform/database/overview-figures.ts';
import { operation } from '../../operation.ts';
import { notFound } from '../../problems/problem.ts';
import { rulesViewSchema } from '../../schemas/review-rulebook.ts';

/** Days over which hits and judgements are counted, today included. */
const DAYS = 90;
const DAY_MS = 86_400_000;

export const listRulesInForce = operation({
  id: 'listRulesInForce',
  method: 'get',
  path: '/v1/review/rules',
  tag: 'review',
  summary: { zh: '商店现行规则库下的全部规则', en: 'The rules as a store’s rulebook has them' },
  description: {
    zh: `每条规则的状态、最强结论、参数，以及近 ${DAYS} 天的命中与误报；规则库文件原文、来源、是否有误；文件中的豁免（审核员授予的见 /v1/review/waivers）。`,
    en: `State, strongest severity and parameters of each rule, and its hits and false alarms of the last ${DAYS} days; the rulebook’s file as written, where it comes from, whether it is refused; the file’s waivers (those that reviewers granted: /v1/review/waivers).`,
  },
  scope: null,
  right: 'read',
  query: z.strictObject({ store: z.string().min(1).max(64).describe('商店编号 / Id of the store') }),
  responses: { 200: { description: { zh: '规则与规则库', en: 'Rules and rulebook' }, schema: rulesViewSchema } },
  problems: ['not-found'],
  async handle({ ports, query }) {
    const store = await ports.database.stores.find(query.store);
    if (store === null) throw notFound({ zh: '商店', en: 'store' });
    const now = ports.clock();
    const asOf = dayInChina(now);
    const from = dayInChina(new Date(now.getTime() - (DAYS - 1) * DAY_MS));
    const [{ inForce, origin, refused }, counts] = await Promise.all([
      ports.rulebooks.look(store),
      ports.database.overview.rules({ from, to: asOf, store: store.id }),
    ]);
    const own = inForce?.own.rulebook ?? null;
    const body: RulesView = {
      store: { id: store.id, name: store.name },
      asOf,
      from,
      origin,
      rulebook: inForce && {
        name: inForce.own.rulebook.name,
        version: inForce.own.rulebook.version,
        sha256: inForce.own.rulebook.sha256,
        otherRules: inForce.own.rulebook.otherRules,
        text: inForce.own.text,
        inForceSha256: inForce.rulebook.sha256,
      },
      refused: refused && { ...refused, since: refused.since.toISOString() },
      // Without a rulebook nothing is judged; the rules are shown as the program has them.
      rules: viewsOf(own ?? BUILT_IN, ports.rules, counts),
      waivers: own === null ? [] : waiversOf(own, ports.rules, asOf),
    };
    return { status: 200, body };
  },
});

function viewsOf(book: Rulebook, rules: readonly Rule[], counts: readonly RuleCounts[]): RuleView[] {
  const byRule = new Map(counts.map((each) => [each.rule, each]));
  const byId = new Map(rules.map((rule) => [rule.id as string, rule]));
  return effectiveRules(book, rules).map(({ rule: id, parameters, ...effective }) => {
    const { title, clauses, parameters: declared = {} } = byId.get(id)!;
    const { hits, judged, falseAlarms } = byRule.get(id) ?? { hits: 0, judged: 0, falseAlarms: 0 };
    return {
      id,
      check: id.slice(0, id.indexOf('/')) as CheckName,
      title,
      clauses,
      page: `/rules/${id}.html`,
      ...effective,
      parameters: Object.entries(parameters).map(([name, { value, default: standard }]) => ({
        name,
        value,
        default: standard,
        description: declared[name]!.description,
      })),
      hits,
      judged,
      falseAlarms,
    };
  });
}

function waiversOf(book: Rulebook, rules: readonly Rule[], day: string): FileWaiver[] {
  const states = new Map(effectiveRules(book, rules).map(({ rule, state }) => [rule, state]));
  return book.waivers.map((waiver) => ({
    ...waiver,
    standing: waiverStanding(waiver, day),
    daysLeft: daysBetween(day, waiver.expires),
    withoutEffect: states.get(waiver.rule) !== 'enforced',
  }));
}
