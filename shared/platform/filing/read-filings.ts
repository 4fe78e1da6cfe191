import { setImmediate } from 'node:timers/promises';
import { type Document, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { FilingRecord } from '../../domain/facts/records.ts';
import { plainMd5, plainModulus } from '../../knowledge/filed-certificate.ts';
import { plainFilingNumber } from '../../knowledge/filing-number.ts';
import { readCsv } from './csv.ts';

/** Why a file of filings is refused. The reason names fields and never repeats what is in them: it goes to the log. */
export class FilingFileError extends Error {
  override readonly name = 'FilingFileError';
  readonly line: number;
  readonly reason: string;

  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`);
    this.line = line;
    this.reason = reason;
  }
}

/** What a file holds: filings by their plain number, and what of it is of no use, by line. */
export interface Filings {
  readonly byNumber: ReadonlyMap<string, FilingRecord>;
  readonly ignored: readonly { readonly line: number; readonly reason: string }[];
}

export const FILING_FORMATS = ['json', 'yaml', 'yml', 'jsonl', 'ndjson', 'csv'] as const;
export type FilingFormat = (typeof FILING_FORMATS)[number];

/** Documents are read with their line numbers, which takes its time: more filings belong into a file of one filing a line. */
const MOST_DOCUMENT = 8 << 20;
const MOST_IGNORED = 20;
/** Lines read without letting anything else run. */
const BATCH = 2_000;

const text = (max: number) => z.string().trim().min(1).max(max);
const optionalText = z.string().trim().max(20_000).nullish();

const filedPackage = z.strictObject({
  platform: z.enum(['android', 'harmony', 'quick-app', 'ios', 'other']),
  packageName: text(255),
  certificateMd5: optionalText,
  publicKey: optionalText,
});

const filing = z.strictObject({
  number: text(100),
  appName: text(200),
  operator: text(200),
  status: z.enum(['active', 'cancelled']).default('active'),
  packages: z.array(filedPackage).max(1000).default([]),
});

const COLUMNS = ['number', 'appName', 'operator', 'status', 'platform', 'packageName', 'certificateMd5', 'publicKey'];
const NEEDED_COLUMNS = ['number', 'appName', 'operator'];

interface Entry {
  readonly line: number;
  readonly value: unknown;
}

/**
 * Reads filings as a platform exports them; the formats are told by the file's ending and described in README.md.
 * @throws FilingFileError naming the first line that does not fit: half a registry would make filed apps look unfiled
 */
export async function readFilings(content: string, format: FilingFormat): Promise<Filings> {
  const plain = content.replace(/^\uFEFF/, '');
  const byNumber = new Map<string, FilingRecord>();
  const lines = new Map<string, number>();
  const ignored: { line: number; reason: string }[] = [];
  let count = 0;
  for (const { line, value } of entriesOf(plain, format)) {
    count += 1;
    if (count % BATCH === 0) await setImmediate();
    const parsed = filing.safeParse(value);
    if (!parsed.success) throw new FilingFileError(line, reasonOf(parsed.error, value));
    const number = plainFilingNumber(parsed.data.number);
    if (number === null) {
      // Nobody can ask for it: listings give numbers of the known form.
      ignored.push({ line, reason: 'number has not the form of a filing number' });
      continue;
    }
    const record = recordOf(number, parsed.data, (reason) => ignored.push({ line, reason }));
    const known = byNumber.get(number);
    if (known !== undefined && !(format === 'csv' && isSameFiling(known, record))) {
      throw new FilingFileError(line, `the number is that of line ${lines.get(number)} already`);
    }
    byNumber.set(number, known === undefined ? record : { ...known, packages: [...known.packages, ...record.packages] });
    if (known === undefined) lines.set(number, line);
  }
  if (byNumber.size === 0) throw new FilingFileError(1, 'no filing in it');
  return { byNumber, ignored: ignored.slice(0, MOST_IGNORED) };
}

function entriesOf(content: string, format: FilingFormat): Iterable<Entry> {
  if (format === 'csv') return tableEntries(content);
  return format === 'jsonl' || format === 'ndjson' ? lineEntries(content) : documentEntries(content);
}

function* lineEntries(content: string): Generator<Entry> {
  let line = 0;
  for (const written of content.split('\n')) {
    line += 1;
    if (written.trim() === '') continue;
    try {
      yield { line, value: JSON.parse(written) };
    } catch (error) {
      if (error instanceof SyntaxError) throw new FilingFileError(line, 'not JSON');
      throw error;
    }
  }
}

/** One package a row; rows with the same number are one filing, and a filing without packages has one row with those cells empty. */
function* tableEntries(content: string): Generator<Entry> {
  let columns: readonly string[] | null = null;
  try {
    for (const { line, cells } of readCsv(content)) {
      if (columns === null) {
        columns = cells.map((cell) => cell.trim());
        const odd = columns.findIndex((name, at) => !COLUMNS.includes(name) || columns!.indexOf(name) !== at);
        const lacking = NEEDED_COLUMNS.filter((name) => !columns!.includes(name));
        if (odd >= 0) throw new FilingFileError(line, `column ${odd + 1} is none of ${COLUMNS.join(', ')}, or is there twice`);
        if (lacking.length > 0) throw new FilingFileError(line, `no column ${lacking.join(', ')}`);
        continue;
      }
      if (cells.length !== columns.length) {
        throw new FilingFileError(line, `${cells.length} cells where the header has ${columns.length}`);
      }
      const row = Object.fromEntries(columns.map((name, at) => [name, cells[at]!.trim() || undefined]));
      const { platform, packageName, certificateMd5, publicKey, ...rest } = row;
      const isPackage = [platform, packageName, certificateMd5, publicKey].some((cell) => cell !== undefined);
      yield { line, value: { ...rest, packages: isPackage ? [{ platform, packageName, certificateMd5, publicKey }] : [] } };
    }
  } catch (error) {
    if (error instanceof Error && 'line' in error && !(error instanceof FilingFileError)) {
      throw new FilingFileError(Number(error.line), error.message);
    }
    throw error;
  }
}

/** `filings:` of a JSON or YAML document. */
function documentEntries(content: string): Entry[] {
  if (content.length > MOST_DOCUMENT) {
    throw new FilingFileError(
      1,
      `a document of more than ${MOST_DOCUMENT >> 20} MiB: write one filing a line (.jsonl) or a table (.csv)`,
    );
  }
  const counter = new LineCounter();
  const document = parseDocument(content, { lineCounter: counter, uniqueKeys: true });
  const [broken] = document.errors;
  if (broken !== undefined) throw new FilingFileError(broken.linePos?.[0].line ?? 1, `not readable (${broken.code})`);
  const root = plainValue(document);
  const parsed = z.strictObject({ filings: z.array(z.unknown()) }).safeParse(root);
  if (!parsed.success) throw new FilingFileError(1, reasonOf(parsed.error, root));
  return parsed.data.filings.map((value, at) => {
    const node = document.getIn(['filings', at], true) as { range?: readonly number[] | null } | undefined;
    return { line: counter.linePos(node?.range?.[0] ?? 0).line, value };
  });
}

/** @throws FilingFileError for aliases, by which a small file becomes an endless one */
function plainValue(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    throw new FilingFileError(1, 'anchors and aliases (& *) are not accepted');
  }
}

function recordOf(
  number: string,
  { packages, ...rest }: z.output<typeof filing>,
  ignore: (reason: string) => void,
): FilingRecord {
  const read = <T>(written: string | null | undefined, plain: (text: string) => T | null, name: string): T | null => {
    if (written === undefined || written === null || written === '') return null;
    const value = plain(written);
    // A key of another kind, or one cut by a spreadsheet: unknown, so that nothing is compared with it.
    if (value === null) ignore(`${name} cannot be compared: not of a known form`);
    return value;
  };
  return {
    ...rest,
    number,
    packages: packages.map(({ platform, packageName, certificateMd5, publicKey }) => ({
      platform,
      packageName,
      certificateMd5: read(certificateMd5, plainMd5, 'certificateMd5'),
      publicKey: read(publicKey, plainModulus, 'publicKey'),
    })),
  };
}

function isSameFiling(a: FilingRecord, b: FilingRecord): boolean {
  return a.appName === b.appName && a.operator === b.operator && a.status === b.status;
}

/** The first thing that does not fit, by field and kind: never the value. */
function reasonOf({ issues }: z.ZodError, root: unknown): string {
  const issue = issues[0]!;
  const field = issue.path.join('.') || 'the entry';
  const value = issue.path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], root);
  if (issue.code === 'unrecognized_keys') return `${field}: unknown field (at position ${position(value, issue.keys[0]!)})`;
  if (value === undefined) return `${field} is missing`;
  if (issue.code === 'invalid_value') return `${field} must be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small') return `${field} is empty`;
  if (issue.code === 'too_big') return `${field} is longer than ${issue.maximum}`;
  return issue.code === 'invalid_type' ? `${field} must be ${issue.expected}` : `${field} is not valid`;
}

function position(value: unknown, key: string): number {
  return typeof value === 'object' && value !== null ? Object.keys(value).indexOf(key) + 1 : 0;
}
