import { basename } from 'node:path';
import { knowledge } from '../../../shared/knowledge/index.ts';
import { readRawSdkFiles } from '../../../shared/knowledge/sdks/read.ts';
import { describeProblem, type SdkProblem } from '../../../shared/knowledge/sdks/validation/problem.ts';
import { checkSdkFiles } from '../../../shared/knowledge/sdks/validation/validate.ts';
import type { CheckSdksCommand } from '../command.ts';
import type { Console, Language } from '../console.ts';
import { Page } from '../present/page.ts';
import { readCappedJson } from '../read-capped.ts';

/** What `sdks check` answers, as `rulebook check` does; 3 is left to what is no answer. */
const CHECKED = { good: 0, refused: 1 } as const;

/** All SDKs that are known take some megabytes as JSON. */
const MAX_BYTES = 20 << 20;

/**
 * Says what is wrong with files of SDKs, together with those that are there already: a file of the same name takes its place.
 * @throws InputError of a file that is not there, or no JSON
 */
export async function checkSdks({ files, json, language }: CheckSdksCommand, console: Console): Promise<number> {
  const all = readRawSdkFiles();
  for (const path of files) all.set(basename(path), await readCappedJson(path, MAX_BYTES));
  const problems = checkSdkFiles(all, knowledge);
  const sdks = [...all.values()].reduce<number>((sum, data) => sum + entriesIn(data), 0);
  const valid = problems.length === 0;
  console.out(json ? JSON.stringify({ valid, files: all.size, sdks, problems }, null, 2) : present(problems, sdks, language));
  return valid ? CHECKED.good : CHECKED.refused;
}

function entriesIn(data: unknown): number {
  const entries = (data as { entries?: unknown } | null)?.entries;
  return Array.isArray(entries) ? entries.length : 0;
}

function present(problems: readonly SdkProblem[], sdks: number, language: Language): string {
  const page = new Page(language);
  for (const problem of problems) page.paragraph(describeProblem(problem), 0);
  const count = problems.length;
  const said =
    count === 0
      ? { zh: `可用：共 ${sdks} 个SDK`, en: `good: ${sdks} SDKs` }
      : { zh: `不可用：${count} 个问题`, en: `refused: ${count} problems` };
  page.line(page.inline(said, ' / '), 0);
  return page.toString();
}
