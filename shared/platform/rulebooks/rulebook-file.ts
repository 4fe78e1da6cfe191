import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Rule } from '../../checks/rule.ts';
import { MAX_BYTES } from '../../checks/rulebook/document.ts';
import { parseRulebook, RulebookError } from '../../checks/rulebook/parse.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { KeptRulebook } from '../database/run-records.ts';

/** A rulebook that was read from a file, and since when it is the good one. */
export interface GoodRulebook extends KeptRulebook {
  readonly since: Date;
}

/** Why a file is not in force. Says the place and the reason, never more of what the file holds, and no path. */
export interface Refusal {
  readonly code: 'rulebook-invalid' | 'rulebook-unreadable' | 'rulebook-missing';
  readonly line: number | null;
  readonly reason: Bilingual;
  readonly since: Date;
}

/** What is known of a file: the last good content, and what is wrong with the present one. */
export interface RulebookReading {
  readonly good: GoodRulebook | null;
  readonly refused: Refusal | null;
}

/** A file that is asked for its content as often as one likes. */
export interface RulebookFile {
  read(): Promise<RulebookReading>;
}

/** The file is looked at this often at most. */
const LOOK_EVERY_MS = 1_000;
/** A file whose size and times stand still for this long has been written to its end. */
const SETTLED_MS = 100;
/** Looks at a file that changes on and on, before it is left for the next time. */
const MOST_LOOKS = 20;

const BEING_WRITTEN = { zh: '规则库文件正在写入', en: 'the rulebook’s file is being written' } as const;

interface Options {
  readonly rules: readonly Rule[];
  readonly clock: () => Date;
  /** Told once for each content that is refused. */
  readonly onRefused: (refusal: Refusal) => void;
  /** Told once for each content that is taken up. */
  readonly onGood: (good: GoodRulebook) => void;
}

/**
 * Opens a rulebook's file. It is read again when it has changed, and a content that is refused leaves the last good one as it was. A
 * file that is being written is waited for: the first half of a rulebook may well be a rulebook, without the waivers.
 */
export function openRulebookFile(path: string, options: Options): RulebookFile {
  let reading: RulebookReading = { good: null, refused: null };
  let seen: string | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | null = null;

  const refuse = (code: Refusal['code'], line: number | null, reason: Bilingual): void => {
    const known = reading.refused;
    if (known?.code === code && known.line === line && known.reason.en === reason.en) return;
    const refused = { code, line, reason, since: options.clock() };
    reading = { ...reading, refused };
    options.onRefused(refused);
  };
  const take = (bytes: Buffer): void => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (reading.good?.rulebook.sha256 === sha256) {
      reading = { ...reading, refused: null };
      return;
    }
    try {
      const rulebook = parseRulebook(bytes, options.rules);
      const good = { rulebook, text: bytes.toString('utf8'), since: options.clock() };
      reading = { good, refused: null };
      options.onGood(good);
    } catch (error) {
      if (!(error instanceof RulebookError)) throw error;
      refuse('rulebook-invalid', error.faults[0]?.line ?? null, error.text);
    }
  };
  const look = async (): Promise<void> => {
    try {
      const appearance = await settledAppearance(path, seen);
      if (appearance === seen) return;
      if (appearance === null) return refuse('rulebook-unreadable', null, BEING_WRITTEN);
      take(await contentOf(path));
      // How it looked before it was read: whatever is written from here on is another appearance.
      seen = appearance;
    } catch (error) {
      seen = null;
      refuse('rulebook-unreadable', null, unreadable(error));
    }
  };
  return {
    read: async () => {
      if (looking === null && performance.now() - lookedAt >= LOOK_EVERY_MS) {
        looking = look().finally(() => {
          lookedAt = performance.now();
          looking = null;
        });
      }
      await looking;
      return reading;
    },
  };
}

/** How the file looks once it stands still, at once when it looks as it did when it was read; null when it does not come to rest. */
async function settledAppearance(path: string, seen: string | null): Promise<string | null> {
  let before = appearanceOf(await stat(path, { bigint: true }));
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    if (before === seen) return before;
    await pause(SETTLED_MS);
    const now = appearanceOf(await stat(path, { bigint: true }));
    if (now === before) return now;
    before = now;
  }
  return null;
}

/** Changes whenever the file does: another file in its place, another size, another time of its content or of itself. */
function appearanceOf(found: BigIntStats): string {
  // Opening a pipe would wait for its writer.
  if (!found.isFile()) throw Object.assign(new Error('not a file'), { code: 'ENOTFILE' });
  const { dev, ino, size, mtimeNs, ctimeNs } = found;
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
}

/** The whole file, or as much of one that is too large as shows that it is. */
async function contentOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(MAX_BYTES + 1);
    let length = 0;
    while (length < buffer.length) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return Buffer.from(buffer.subarray(0, length));
  } finally {
    await file.close();
  }
}

/** The system's code alone: its message has the path. */
function unreadable(error: unknown): Bilingual {
  const { code } = error as { readonly code?: unknown };
  const what = typeof code === 'string' ? code : 'unknown';
  return { zh: `规则库文件无法读取（${what}）`, en: `the rulebook's file cannot be read (${what})` };
}
