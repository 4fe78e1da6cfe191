import { loadRules } from '../../../shared/checks/registry.ts';
import { effectiveRules } from '../../../shared/checks/rulebook/effective.ts';
import { RulebookError } from '../../../shared/checks/rulebook/faults.ts';
import { rulebookWarnings, waiverStanding } from '../../../shared/checks/rulebook/warnings.ts';
import { dayInChina } from '../../../shared/domain/day.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import type { RulebookCommand } from '../command.ts';
import type { Console } from '../console.ts';
import { presentFaults, presentRulebook, presentWaivers } from '../rulebook/present.ts';
import { type RulebookInput, readRulebookFile } from '../rulebook-input.ts';

/** What `rulebook check` answers: good, refused, good with remarks; 3 is left to what is no answer. */
const CHECKED = { good: 0, refused: 1, remarks: 2 } as const;

/** Looks at a store's rulebook, or tries it. */
export async function runRulebook(command: RulebookCommand, console: Console): Promise<number> {
  switch (command.action) {
    case 'check':
      return check(command, console);
    case 'show':
      return show(command, console);
    case 'waivers':
      return waivers(command, console);
    case 'try':
      return (await import('../rulebook/try.ts')).tryRulebook(command, console);
  }
}

const dayOf = ({ on }: RulebookCommand) => on ?? dayInChina(new Date());

async function check(command: RulebookCommand, console: Console): Promise<number> {
  const { json, language, file } = command;
  let input: RulebookInput;
  try {
    input = await readRulebookFile(file);
  } catch (error) {
    if (!(error instanceof RulebookError)) throw error;
    console.out(
      json ? toJson({ valid: false, faults: error.faults, warnings: [] }) : presentFaults(file, error.faults, [], language),
    );
    return CHECKED.refused;
  }
  const warnings = rulebookWarnings(input.rulebook, await loadRules(), knowledge.clauses, dayOf(command)).map(
    ({ code, path, text }) => ({ code, ...input.at(path, text) }),
  );
  const { name, version, sha256 } = input.rulebook;
  console.out(
    json
      ? toJson({ valid: true, name, version, sha256, faults: [], warnings })
      : presentFaults(file, [], warnings, language, input.rulebook),
  );
  return warnings.length === 0 ? CHECKED.good : CHECKED.remarks;
}

async function show({ json, language, file }: RulebookCommand, console: Console): Promise<number> {
  const { rulebook } = await readRulebookFile(file);
  const effective = effectiveRules(rulebook, await loadRules());
  const { name, version, sha256, otherRules } = rulebook;
  console.out(
    json
      ? toJson({ name, version, sha256, otherRules, rules: effective, waivers: rulebook.waivers.length })
      : presentRulebook(rulebook, effective, language),
  );
  return 0;
}

async function waivers(command: RulebookCommand, console: Console): Promise<number> {
  const { rulebook } = await readRulebookFile(command.file);
  const day = dayOf(command);
  const standing = rulebook.waivers.map((waiver) => ({ ...waiver, standing: waiverStanding(waiver, day) }));
  console.out(command.json ? toJson({ on: day, waivers: standing }) : presentWaivers(standing, day, command.language));
  return 0;
}

function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
