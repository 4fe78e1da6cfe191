import type { z } from 'zod';
import type { Rule } from '../../../shared/checks/rule.ts';
import { daysBetween } from '../../../shared/checks/rulebook/days.ts';
import { effectiveRules } from '../../../shared/checks/rulebook/effective.ts';
import { dayInChina } from '../../../shared/domain/day.ts';
import type { Rulebook, Waiver } from '../../../shared/domain/rulebook.ts';
import { operation } from '../operation.ts';
import { notFound } from '../problems/problem.ts';
import type { storeRulebookSchema } from '../schemas/rulebook.ts';
import { rulebookAnswerSchema } from '../schemas/rulebook.ts';
import { lasting } from '../submissions/lasting.ts';

type StoreRulebook = z.infer<typeof storeRulebookSchema>;

export const getRulebook = operation({
  id: 'getRulebook',
  method: 'get',
  path: '/v1/rulebook',
  tag: 'rulebook',
  summary: { zh: '本商店现行的规则库', en: 'The rulebook in force for this store' },
  description: {
    zh: '今后的送审据此审核：每条规则的状态、严重程度与参数，以及各项豁免（含审核员授予的）的剩余天数。文件有误时沿用上一版，refused 指出行与原因。',
    en: 'Submissions from now on are judged by it: state, severities and parameters of every rule, and how many days each waiver has left, those that reviewers have granted among them. While its file is refused the last good one holds, and refused says the line and the reason.',
  },
  scope: 'submissions:read',
  responses: {
    200: {
      description: { zh: '现行规则库', en: 'The rulebook in force' },
      schema: rulebookAnswerSchema,
      headers: { ETag: { zh: '规则库不变则当日不变', en: 'The same all day while the rulebook is' } },
    },
  },
  problems: [],
  async handle({ ports, caller }) {
    const store = await ports.database.stores.find(caller.storeId);
    if (store === null) throw notFound({ zh: '商店', en: 'store' });
    const { inForce, origin, refused } = await ports.rulebooks.look(store);
    const asOf = dayInChina(ports.clock());
    const body = {
      origin,
      asOf,
      rulebook: inForce && presentRulebook(inForce.rulebook, ports.rules, asOf),
      refused: refused && { ...refused, since: refused.since.toISOString() },
    };
    return { status: 200, body, headers: lasting(body) };
  },
});

function presentRulebook(book: Rulebook, rules: readonly Rule[], day: string): StoreRulebook {
  return {
    name: book.name,
    version: book.version,
    sha256: book.sha256,
    otherRules: book.otherRules,
    rules: effectiveRules(book, rules).map(({ rule, ...how }) => ({ id: rule, ...how })) as StoreRulebook['rules'],
    waivers: book.waivers.map((waiver) => ({ ...waiver, ...standing(waiver, day) })),
  };
}

/** Whether a waiver holds on a day, and how many days it still does after that one; negative since it ended. */
function standing(
  { granted, expires }: Waiver,
  day: string,
): { readonly state: 'holds' | 'not-yet' | 'expired'; readonly daysLeft: number } {
  const state = day > expires ? 'expired' : day < granted ? 'not-yet' : 'holds';
  return { state, daysLeft: daysBetween(day, expires) };
}
