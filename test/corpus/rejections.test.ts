/**
 * Every finding that rejects a real package, and why that is right, in a table that people have read: `rejections.md`.
 * `UPDATE_REJECTIONS=1 npm run jest -- test/corpus` brings its rows up to date, keeps the reasons that are there and leaves the new ones
 * empty, which fails: a rejection that nobody has justified is not one we may make.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { honestFolderOf, PACKAGES, review } from './reviewed.ts';

const TABLE = new URL('./rejections.md', import.meta.url);
const update = process.env.UPDATE_REJECTIONS === '1';

interface Row {
  readonly file: string;
  readonly rule: string;
  readonly subject: string;
  readonly why: string;
}

const keyOf = ({ file, rule, subject }: Row) => `${file} | ${rule} | ${subject}`;
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim();

function readTable(): { readonly head: string; readonly rows: readonly Row[] } {
  const text = readFileSync(TABLE, 'utf8');
  const start = text.indexOf('| package |');
  const rows = text
    .slice(start)
    .split('\n')
    .slice(2)
    .filter((line) => line.startsWith('|'))
    .map((line): Row => {
      const [file, rule, subject, why] = line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((part) => part.trim());
      return { file: file!, rule: rule!.replaceAll('`', ''), subject: subject!.replaceAll('`', ''), why: why! };
    });
  return { head: text.slice(0, start), rows };
}

function writeTable(head: string, rows: readonly Row[]): void {
  const lines = rows.map(({ file, rule, subject, why }) => `| ${file} | \`${rule}\` | \`${subject}\` | ${why} |`);
  writeFileSync(
    TABLE,
    `${head}${['| package | rule | subject | why the rejection is right |', '| --- | --- | --- | --- |', ...lines].join('\n')}\n`,
  );
}

const found: Row[] = [];
const { head, rows } = readTable();
const reasons = new Map(rows.map((row) => [keyOf(row), row.why]));

describe('real packages', () => {
  test.each(PACKAGES.map((path) => [basename(path), path]))('%s: every rejection is in the table', async (name, path) => {
    const verdict = await review(path!);
    const rejecting = verdict.findings
      .filter(({ severity }) => severity === 'reject')
      .map(({ rule, subject }) => ({ file: cell(name!), rule, subject: cell(subject), why: '' }))
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    found.push(...rejecting);
    if (update) return;
    expect(rejecting.map(keyOf)).toEqual(
      rows
        .filter((row) => row.file === cell(name!))
        .map(keyOf)
        .sort(),
    );
  });

  test.each(PACKAGES.filter((path) => honestFolderOf(path) !== null).map((path) => [basename(path), path]))(
    '%s, honestly listed and with an honest policy, is not rejected',
    async (_name, path) => {
      const { decision, findings } = await review(path!);
      expect(findings.filter(({ severity }) => severity === 'reject').map(({ text }) => text.zh)).toEqual([]);
      expect(decision).not.toBe('reject');
    },
  );

  test('every row of the table says why', () => {
    if (update)
      writeTable(
        head,
        found.map((row) => ({ ...row, why: reasons.get(keyOf(row)) ?? '' })),
      );
    expect(
      readTable()
        .rows.filter(({ why }) => why === '')
        .map(keyOf),
    ).toEqual([]);
  });
});
