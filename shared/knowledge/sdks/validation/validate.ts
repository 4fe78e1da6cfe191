import type { Knowledge } from '../../types.ts';
import type { SdkEntry } from '../entry.ts';
import { claimProblems } from './claims.ts';
import { fitFile } from './file.ts';
import { formProblems } from './forms.ts';
import { nameProblems } from './names.ts';
import { readSdkNaming, type SdkNaming } from './naming.ts';
import { prefixProblems } from './prefixes.ts';
import type { SdkProblem } from './problem.ts';
import { referenceProblems } from './references.ts';

/** What entries refer to. */
export type SdkReferences = Pick<Knowledge, 'piTypes' | 'permissions'>;

/**
 * Everything that is wrong with the SDKs of all files together; pure. An empty list means that they may be used.
 * @param entriesByFile file name to its entries, as `readSdkFiles` gives them
 * @param references `knowledge`, or its tables of personal information and permissions
 * @param naming what no prefix and no name may be
 */
export function validateSdks(
  entriesByFile: ReadonlyMap<string, readonly SdkEntry[]>,
  references: SdkReferences,
  naming: SdkNaming = readSdkNaming(),
): SdkProblem[] {
  const placed = [...entriesByFile].flatMap(([file, entries]) => entries.map((sdk) => ({ file, sdk })));
  return [
    ...referenceProblems(placed, references),
    ...prefixProblems(placed, naming),
    ...nameProblems(placed, naming),
    ...formProblems(placed),
    ...claimProblems(placed),
  ];
}

/**
 * The same for files as somebody wrote them: what does not fit the schema is explained first, and the rest is checked without the files
 * that do not fit. Behind `shelfgate sdks check [FILE…]`: start from `readRawSdkFiles()`, set each FILE under its base name (it replaces
 * the one of the same name, or joins), and print `describeProblem` of each problem.
 * @param files file name to what `JSON.parse` made of it
 * @param references `knowledge`
 * @example checkSdkFiles(new Map([...readRawSdkFiles(), ['mine.json', JSON.parse(text)]]), knowledge)
 */
export function checkSdkFiles(files: ReadonlyMap<string, unknown>, references: SdkReferences): SdkProblem[] {
  const fitted = [...files].map(([file, data]) => ({ file, ...fitFile(file, data) }));
  const problems = fitted.flatMap((file) => file.problems);
  const usable = new Map(fitted.filter((file) => file.problems.length === 0).map(({ file, entries }) => [file, entries]));
  return [...problems, ...validateSdks(usable, references)];
}
