import { loadRules, rulesVersion } from '../../../shared/checks/registry.ts';
import type { Rule } from '../../../shared/checks/rule.ts';
import { dayInChina } from '../../../shared/domain/day.ts';
import type { Rulebook } from '../../../shared/domain/rulebook.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import { Comparison } from '../../../shared/pledge/comparison.ts';
import { judgeAgain } from '../../../shared/pledge/trial.ts';
import type { TryRulebookCommand } from '../command.ts';
import type { Console } from '../console.ts';
import { readRulebookFile } from '../rulebook-input.ts';
import { casesOfFolder, casesOfStore, type TriedCase } from './cases.ts';
import { presentTrial } from './present-trial.ts';

/** 0 when the new rulebook changes nothing, 2 when somebody should look at what it changes. */
const TRIED = { same: 0, different: 2 } as const;

/** Apps that the JSON lists of each kind; the counts are of all. */
const LISTED = 10_000;

/** A case that could not be judged, and why. */
export interface Skipped {
  readonly app: string;
  readonly reason: string;
}

/** What a trial found out. */
export interface Trial {
  readonly on: string;
  readonly rulebook: Pick<Rulebook, 'name' | 'version' | 'sha256'>;
  /** Null: each case was compared with the rulebook that it was judged by. */
  readonly against: Pick<Rulebook, 'name' | 'version' | 'sha256'> | null;
  readonly comparison: ReturnType<Comparison['result']>;
  readonly skipped: { readonly count: number; readonly first: readonly Skipped[] };
}

const SKIPPED_LISTED = 20;

/** Judges stored facts by the rulebook that is in force and by a new one, on the same day and by the same rules, and says what changes. */
export async function tryRulebook(command: TryRulebookCommand, console: Console): Promise<number> {
  const { rulebook } = await readRulebookFile(command.file);
  const against = command.against === null ? null : (await readRulebookFile(command.against)).rulebook;
  const on = command.on ?? dayInChina(new Date());
  const rules = await loadRules();
  const judging = judgeBy(rules, on);
  const comparison = new Comparison(LISTED);
  const first: Skipped[] = [];
  let skipped = 0;
  let compared: Rulebook | null = against;

  const add = (tried: TriedCase): void => {
    if ('reason' in tried) {
      skipped += 1;
      if (first.length < SKIPPED_LISTED) first.push(tried);
      return;
    }
    try {
      const after = { ...rulebook, waivers: [...rulebook.waivers, ...tried.granted] };
      comparison.add(tried.app, judging(tried, tried.rulebook), judging(tried, after));
    } catch (error) {
      // Facts that an older version left can be what no schema foresaw; the other apps are still worth an answer.
      add({ app: tried.app, reason: error instanceof Error ? error.message.slice(0, 200) : String(error) });
    }
  };
  if (command.cases !== null) {
    for await (const tried of casesOfFolder(command.cases, command.limit, against, rules)) add(tried);
  } else {
    compared = await casesOfStore(command.store!, command.limit, against, on, console.env, add);
  }
  const trial: Trial = {
    on,
    rulebook: nameOf(rulebook),
    against: compared === null ? null : nameOf(compared),
    comparison: comparison.result(),
    skipped: { count: skipped, first },
  };
  console.out(command.json ? JSON.stringify(trial, null, 2) : presentTrial(trial, command.language));
  return trial.comparison.changed === 0 ? TRIED.same : TRIED.different;
}

function judgeBy(rules: readonly Rule[], on: string): (tried: Exclude<TriedCase, Skipped>, book: Rulebook) => Verdict {
  const version = rulesVersion(rules);
  return ({ facts }, book) => judgeAgain(facts, rules, version, book, on, knowledge);
}

function nameOf({ name, version, sha256 }: Rulebook): Pick<Rulebook, 'name' | 'version' | 'sha256'> {
  return { name, version, sha256 };
}
