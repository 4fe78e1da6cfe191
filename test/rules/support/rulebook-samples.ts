import { type Rule, type RuleDefinition, rule } from '../../../shared/checks/rule.ts';
import { parseRulebook, RulebookError, type RulebookFault } from '../../../shared/checks/rulebook/parse.ts';

const words = { zh: '字', en: 'words' };
const make = (id: RuleDefinition['id'], part: Partial<RuleDefinition> = {}): Rule =>
  rule({
    id,
    clauses: ['sz2025-7'],
    basis: [{ instrument: 'pipl', article: '6', verified: true }],
    ceiling: 'review',
    needs: [],
    title: words,
    explanation: words,
    examples: { bad: [{ text: words }], good: [{ text: words }] },
    messages: { found: words },
    remedy: words,
    evaluate: () => [],
    ...part,
  });

/** Rules that rulebooks of tests speak of. */
export const RULES = [
  make('permission/beyond-category'),
  make('behaviour/app-list', {
    ceiling: 'reject',
    parameters: {
      limit: { type: 'integer', default: 3, minimum: 1, maximum: 9, description: words },
      strict: { type: 'boolean', default: false, description: words },
      hosts: { type: 'strings', default: [], description: words },
    },
  }),
  make('listing/complaint-channel', { ceiling: 'warn' }),
];

/** The least that a rulebook says of itself. */
export const HEAD = 'schema: rulebook/1\nname: 示例商店\nversion: "2026-11"\n';
/** A waiver without fault, as an entry of the list. */
export const WAIVER = [
  '  - id: W-1',
  '    rule: behaviour/app-list',
  '    app: com.example.app',
  '    reason: 已人工核实',
  '    by: 王小明',
  '    granted: 2026-01-01',
  '    expires: 2026-12-31',
].join('\n');

/** What a rulebook is refused for. @throws Error where it is not refused */
export function faultsOf(text: string | Uint8Array): readonly RulebookFault[] {
  try {
    parseRulebook(text, RULES);
  } catch (error) {
    if (error instanceof RulebookError) return error.faults;
    throw error;
  }
  throw new Error('the rulebook was accepted');
}
