import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Rule } from '../../shared/checks/rule.ts';
import { NO_RECORDS } from '../../shared/domain/facts/records.ts';
import type { Verdict } from '../../shared/domain/verdict.ts';
import { knowledge } from '../../shared/knowledge/index.ts';
import { buildReport } from '../../shared/pledge/index.ts';
import type { Judged } from '../../shared/pledge/judge.ts';
import { renderReport } from '../../shared/pledge/reports/index.ts';
import { pathUri } from '../../shared/pledge/reports/sarif-locations.ts';
import type { Printed } from './command.ts';
import type { Console } from './console.ts';
import { presentVerdict } from './present/verdict.ts';
import { writeText } from './write-text.ts';

/** A verdict with what a report needs beside it. */
export interface Printable {
  readonly verdict: Verdict;
  /** Needed by the formats of a report. */
  readonly facts: Judged | null;
  readonly rules: () => Promise<readonly Rule[]>;
  /** Path of the package; null where only facts were judged. */
  readonly file: string | null;
}

/** Whether printing needs the facts too. */
export function needsFacts({ format }: Printed): boolean {
  return format !== 'text' && format !== 'verdict';
}

/** Prints a verdict as it was asked for, or writes it into a file. @throws InputError `not-writable` */
export async function printVerdict(print: Printed, made: Printable, console: Console): Promise<void> {
  const text = await textOf(print, made);
  if (print.output === null) return console.out(text.replace(/\n$/, ''));
  await writeText(print.output, text.endsWith('\n') ? text : `${text}\n`);
}

async function textOf({ format, language }: Printed, { verdict, facts, rules, file }: Printable): Promise<string> {
  // One line, as the service keeps and answers it: the two can be compared byte by byte.
  if (format === 'verdict') return JSON.stringify(verdict);
  if (format === 'text' || facts === null) return presentVerdict(verdict, knowledge, language);
  const report = buildReport({
    package: facts.package,
    policy: facts.policy,
    listing: facts.listing,
    records: facts.records ?? NO_RECORDS,
    verdict,
    rules: await rules(),
    knowledge,
    submission: { id: null, run: null, decidedAt: null },
  });
  return renderReport(report, format, language, file === null ? {} : { packageUri: uriOf(file) });
}

/** As pipelines resolve it: relative to where they run, absolute only where it was given so. */
function uriOf(file: string): string {
  return isAbsolute(file) ? pathToFileURL(file).href : pathUri(file);
}
