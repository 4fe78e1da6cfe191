import { loadRules, rulesVersion } from '../../../shared/checks/registry.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import { judge } from '../../../shared/pledge/judge.ts';
import { readCommandCase } from '../case-input.ts';
import type { VerdictCommand } from '../command.ts';
import type { Console } from '../console.ts';
import { EXIT_CODES } from '../exit-code.ts';
import { printVerdict } from '../print-verdict.ts';
import { readRulebookFile } from '../rulebook-input.ts';

/**
 * Judges facts that are there already: the verdict of the service over the same facts and rulebook, to the byte. The exit code is the
 * decision.
 */
export async function runVerdict(command: VerdictCommand, console: Console): Promise<number> {
  const given = command.rulebook === null ? null : (await readRulebookFile(command.rulebook)).rulebook;
  const { facts, rulebook } = await readCommandCase(command, given);
  const rules = await loadRules();
  const verdict = judge(facts, rules, rulesVersion(rules), rulebook, knowledge);
  await printVerdict(command.print, { verdict, facts, rules: async () => rules, file: null }, console);
  return EXIT_CODES[verdict.decision];
}
