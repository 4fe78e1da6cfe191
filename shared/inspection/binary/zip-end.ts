import { BrokenBytes, hex } from '../broken.ts';
import type { Observations } from '../observations.ts';
import type { Ranges } from './ranges.ts';

/** Where the central directory lies, in absolute offsets of the file. */
export interface EndRecord {
  readonly offset: number;
  readonly directoryOffset: number;
  readonly directorySize: number;
  readonly entries: number;
  /** Bytes by which every offset in the archive is short: data put in front without adjusting them. */
  readonly shift: number;
  /** Entries were counted in 16 bits, so a true count beyond 65,535 wraps around. */
  readonly wraps: boolean;
}

const CENTRAL_SIGNATURE = 0x02014b50;
const LOCATOR_SIGNATURE = 0x07064b50;
const ZIP64_SIGNATURE = 0x06064b50;
const SIGNATURE_BYTES = Buffer.from('PK\x05\x06', 'latin1');
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
/** Of each kind: every candidate may cost a read of the source. */
const MOST_CANDIDATES = 64;

/**
 * Finds the end of central directory record (APPNOTE 4.3.16), ZIP64 included (4.3.14). The signature may also stand in the comment or
 * in stored data, so each candidate must point to a directory, and one whose comment ends with the file wins, as Android has it.
 * @throws BrokenBytes `zip-directory-missing`
 */
export async function findEndRecord(ranges: Ranges, observations: Observations): Promise<EndRecord> {
  const length = Math.min(ranges.size, END_SIZE + LONGEST_COMMENT);
  const start = ranges.size - length;
  const tail = await ranges.read(start, length, 'ZIP end record');
  ranges.remember(start, tail);
  let best: { record: EndRecord; exact: boolean } | null = null;
  for (const at of candidates(tail)) {
    const record = await readCandidate(ranges, tail, at, start);
    if (!record) continue;
    best = { record, exact: endsFile(tail, at) };
    break;
  }
  if (!best) {
    const what = { zh: '找不到中央目录，文件可能被截断', en: 'no central directory; the file may be cut short' };
    throw new BrokenBytes('zip-directory-missing', 'ZIP', ranges.size, what);
  }
  reportTricks(tail, start, best.record, best.exact, observations);
  return best.record;
}

/** Places of possible records: those whose comment ends with the file first, then the others, from the back; a comment may hold thousands. */
function candidates(tail: Buffer): number[] {
  const places = signatures(tail)
    .filter((at) => at + END_SIZE <= tail.length)
    .reverse();
  const exact = places.filter((at) => endsFile(tail, at));
  const others = places.filter((at) => !endsFile(tail, at));
  return [...exact.slice(0, MOST_CANDIDATES), ...others.slice(0, MOST_CANDIDATES)];
}

async function readCandidate(ranges: Ranges, tail: Buffer, at: number, start: number): Promise<EndRecord | null> {
  const offset = start + at;
  const plain = {
    entries: tail.readUInt16LE(at + 10),
    size: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
    limit: offset,
  };
  const wide = plain.entries === 0xffff || plain.size === 0xffffffff || plain.offset === 0xffffffff;
  const zip64 = wide ? await readZip64(ranges, offset) : null;
  const found = zip64 ?? plain;
  for (const directoryOffset of [found.offset, found.limit - found.size]) {
    if (directoryOffset < 0 || directoryOffset + found.size > found.limit) continue;
    const holds = found.entries === 0 ? found.size === 0 : found.size >= 46 && (await isCentral(ranges, directoryOffset));
    if (!holds) continue;
    const shift = directoryOffset - found.offset;
    return { offset, directoryOffset, directorySize: found.size, entries: found.entries, shift, wraps: zip64 === null };
  }
  return null;
}

async function isCentral(ranges: Ranges, offset: number): Promise<boolean> {
  const bytes = await ranges.read(offset, 4, 'ZIP central directory');
  return bytes.length === 4 && bytes.readUInt32LE(0) === CENTRAL_SIGNATURE;
}

/** Locator (APPNOTE 4.3.15) in front of the plain record, and the ZIP64 record (4.3.14) that it points to. */
async function readZip64(ranges: Ranges, end: number) {
  if (end < 20) return null;
  const locator = await ranges.read(end - 20, 20, 'ZIP64 locator');
  if (locator.readUInt32LE(0) !== LOCATOR_SIGNATURE) return null;
  const at = Number(locator.readBigUInt64LE(8));
  if (at > end - 76) return null;
  const record = await ranges.read(at, 56, 'ZIP64 end record');
  if (record.length < 56 || record.readUInt32LE(0) !== ZIP64_SIGNATURE) return null;
  const [entries, size, offset] = [32, 40, 48].map((field) => Number(record.readBigUInt64LE(field)));
  return { entries: entries!, size: size!, offset: offset!, limit: at };
}

/**
 * Two end records that both claim to end the file mean two directories: readers that search from the front and those that search from
 * the back see different archives. A signature behind the chosen record can only mislead.
 */
function reportTricks(tail: Buffer, start: number, record: EndRecord, exact: boolean, observations: Observations): void {
  const chosen = record.offset - start;
  const all = signatures(tail);
  const rival = all.find((at) => at > chosen || (at < chosen && endsFile(tail, at)));
  // The system takes the last signature there is and refuses the file where that record does not end it.
  const effect = all[all.length - 1] === chosen && exact ? 'analysis' : 'install';
  if (rival !== undefined) {
    const detail = {
      zh: '文件中有不止一个中央目录结束记录，不同工具会读到不同的内容',
      en: 'there is more than one end record, and readers differ in which they take',
    };
    observations.trick('false-end-record', hex(start + rival), detail, effect);
  } else if (!exact) {
    const detail = {
      zh: '中央目录结束记录之后有未声明的数据，系统拒绝这样的归档',
      en: 'undeclared data stand behind the end record: the system refuses the archive',
    };
    observations.trick('trailing-data', hex(record.offset), detail, 'install');
  }
  if (record.shift !== 0) {
    const detail = {
      zh: `归档内所有偏移都少 ${record.shift} 字节（前部插入了数据而未修正偏移），系统拒绝这样的归档`,
      en: `every offset in the archive is short by ${record.shift} bytes (data were put in front): the system refuses it`,
    };
    observations.trick('shifted-offsets', hex(record.directoryOffset), detail, 'install');
  }
}

function signatures(tail: Buffer): number[] {
  const places: number[] = [];
  for (let at = tail.indexOf(SIGNATURE_BYTES); at >= 0; at = tail.indexOf(SIGNATURE_BYTES, at + 4)) places.push(at);
  return places;
}

/** Whether a record with its comment ends exactly where the file does. */
function endsFile(tail: Buffer, at: number): boolean {
  return at + END_SIZE <= tail.length && at + END_SIZE + tail.readUInt16LE(at + 20) === tail.length;
}
