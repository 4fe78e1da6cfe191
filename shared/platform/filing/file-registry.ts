import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FilingLookup } from '../../domain/facts/records.ts';
import { plainFilingNumber } from '../../knowledge/filing-number.ts';
import { FILING_FORMATS, FilingFileError, type FilingFormat, type Filings, readFilings } from './read-filings.ts';
import type { FilingRegistry } from './registry.ts';

/** The part of a logger that the registry writes to; a pino logger is one. */
export interface FilingRegistryLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface FilingRegistryOptions {
  /** The file that the platform exports; its ending tells the format. */
  readonly path: string;
  readonly log: FilingRegistryLog;
  /** How often, at most, the file is looked at; two seconds unless told. */
  readonly lookEveryMs?: number;
}

/** A file whose size and times stand still for this long has been written to its end. */
const SETTLED_MS = 100;

/** More would not fit into a worker's memory beside its work; a store that large gives its own registry by the port. */
const MOST_BYTES = 256 << 20;

interface Loaded extends Filings {
  readonly sha256: string;
}

/**
 * A registry out of one file (README.md says what is in it). It is read when the first number is asked for, and again when it has
 * changed; where the new one is broken, the last good one stays in use and the log says the line and the reason. Without any good one,
 * every answer is `unavailable`.
 */
export function openFilingRegistry({ path, log, lookEveryMs = 2_000 }: FilingRegistryOptions): FilingRegistry {
  const name = basename(path);
  let loaded: Loaded | null = null;
  /** What the file looked like when it was last read, for better or worse. */
  let seen = '';
  let lookAgainAt = 0;
  let looking: Promise<void> | null = null;

  const look = async (): Promise<void> => {
    let appearance = 'unreachable';
    try {
      appearance = await appearanceOf(path);
      if (appearance === seen) return;
      // A file that stands still has been written to its end; one that is copied there bit by bit may stop between two lines.
      await pause(SETTLED_MS);
      if ((await appearanceOf(path)) !== appearance) return;
      const content = await readWhole(path);
      // Somebody is still writing: what was read may be half of it. It is read again the next time.
      if ((await appearanceOf(path)) !== appearance) return;
      const sha256 = createHash('sha256').update(content).digest('hex');
      if (loaded?.sha256 !== sha256) {
        const filings = await readFilings(decode(content), formatOf(path));
        loaded = { ...filings, sha256 };
        log.info({ file: name, sha256, filings: filings.byNumber.size }, 'the filing registry was read');
        if (filings.ignored.length > 0) {
          log.warn({ file: name, ignored: filings.ignored }, 'entries of the filing registry are of no use');
        }
      }
    } catch (error) {
      if (appearance === seen) return;
      const inUse = loaded === null ? null : loaded.sha256;
      const message = inUse === null ? 'there is no filing registry to ask' : 'the filing registry stays the one read before';
      log.error({ file: name, inUse, ...reasonOf(error) }, message);
    }
    seen = appearance;
  };

  return {
    async lookup(number: string): Promise<FilingLookup> {
      if (looking === null && Date.now() >= lookAgainAt) {
        looking = look().finally(() => {
          lookAgainAt = Date.now() + lookEveryMs;
          looking = null;
        });
      }
      await looking;
      const asked = plainFilingNumber(number) ?? number.trim().slice(0, 200);
      if (loaded === null) return { registry: name, asked, outcome: 'unavailable', record: null };
      const record = loaded.byNumber.get(asked) ?? null;
      const registry = `${name} sha256:${loaded.sha256}`;
      return { registry, asked, outcome: record === null ? 'not-found' : 'found', record };
    },
  };
}

async function appearanceOf(path: string): Promise<string> {
  const found = await stat(path);
  // Opening a pipe would wait for its writer, and every review with it.
  if (!found.isFile()) throw Object.assign(new Error('not a file'), { code: 'ENOTFILE' });
  const { mtimeMs, ctimeMs, size, ino } = found;
  return [mtimeMs, ctimeMs, size, ino].join(' ');
}

async function readWhole(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size > MOST_BYTES) throw new FilingFileError(1, `larger than ${MOST_BYTES >> 20} MiB`);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

function decode(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    // Spreadsheets in China write GB18030 unless told otherwise.
    return new TextDecoder('gb18030').decode(content);
  }
}

function formatOf(path: string): FilingFormat {
  const ending = extname(path).slice(1).toLowerCase() as FilingFormat;
  if (FILING_FORMATS.includes(ending)) return ending;
  throw new FilingFileError(1, `the file must end in one of ${FILING_FORMATS.map((format) => `.${format}`).join(', ')}`);
}

/** Without paths or contents: what the system says of a file names it in full. */
function reasonOf(error: unknown): { line?: number; reason: string } {
  if (error instanceof FilingFileError) return { line: error.line, reason: error.reason };
  const { code } = error as { readonly code?: unknown };
  return { reason: typeof code === 'string' ? code : 'unreadable' };
}
