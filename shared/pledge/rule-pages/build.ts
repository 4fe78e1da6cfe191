import { clausePage } from './clause.ts';
import { indexPage } from './index-page.ts';
import { clausesInOrder, type RulePagesInput } from './input.ts';
import { rulePage } from './rule.ts';

export type { RulePagesInput } from './input.ts';
export { SERVED_POLICY } from './style.ts';

/**
 * The pages of a rulebook as whole documents by their path: `index.html`, `<check>/<rule>.html`, `clauses/<id>.html`. They link to each
 * other by relative addresses and need nothing else, so that they work from a disk as from a server. The same rules give the same bytes.
 */
export function rulePages(input: RulePagesInput): ReadonlyMap<string, string> {
  return new Map([
    ['index.html', indexPage(input)],
    ...input.rules.map((rule): [string, string] => [`${rule.id}.html`, rulePage(rule, input)]),
    ...clausesInOrder(input).map((clause): [string, string] => [`clauses/${clause.id}.html`, clausePage(clause, input)]),
  ]);
}
