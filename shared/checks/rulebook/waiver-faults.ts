import type { z } from 'zod';
import type { Rule } from '../rule.ts';
import { daysBetween, isDay } from './days.ts';
import type { Path } from './faults.ts';
import type { Issue } from './issues.ts';
import { unknownRule } from './rule-faults.ts';
import type { waiverEntry } from './schema.ts';

export type ParsedWaiver = z.infer<typeof waiverEntry>;

/**
 * What makes a waiver one that nobody could defend: for nobody in particular, without real dates, longer than the store allows, or
 * under an id that another one has.
 * @param maxDays longest that the rulebook allows
 * @param taken position of an earlier waiver with the same id
 */
export function waiverFaults(
  waiver: ParsedWaiver,
  path: Path,
  rules: ReadonlyMap<string, Rule>,
  maxDays: number | undefined,
  taken: number | undefined,
): Issue[] {
  const issues: Issue[] = [];
  const fault = (key: string | null, zh: string, en: string) =>
    issues.push({ path: key === null ? path : [...path, key], where: 'value', text: { zh, en } });
  if (taken !== undefined) fault('id', `编号与 waivers[${taken}] 重复`, `waivers[${taken}] has the same id`);
  if (!rules.has(waiver.rule)) issues.push(unknownRule(waiver.rule, [...path, 'rule'], rules));
  if (waiver.app === undefined && waiver.developer === undefined) {
    fault(null, '须写明 app（包名）或 developer（开发者编号）', 'app (package name) or developer (the store’s id) must be given');
  }
  for (const key of ['app', 'developer', 'subject'] as const) {
    // Such a waiver would match nothing, and whoever wrote it believes that it matches everything.
    if (waiver[key] === '*') fault(key, '没有通配符，须逐一写明', 'there are no wildcards: write each one out');
  }
  const days = (['granted', 'expires'] as const).filter((key) => !isDay(waiver[key]));
  for (const key of days) fault(key, `日历上没有这一天：${waiver[key]}`, `the calendar has no such day: ${waiver[key]}`);
  if (days.length > 0) return issues;
  const length = daysBetween(waiver.granted, waiver.expires) + 1;
  if (length < 1) fault('expires', `早于 granted（${waiver.granted}）`, `is before granted (${waiver.granted})`);
  if (maxDays !== undefined && length > maxDays) {
    fault(
      'expires',
      `豁免 ${length} 天，超过 maxWaiverDays（${maxDays}）`,
      `${length} days, more than maxWaiverDays (${maxDays})`,
    );
  }
  return issues;
}
