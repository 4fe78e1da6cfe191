import { Cursor } from '../binary/cursor.ts';
import type { ZipArchive } from '../binary/zip.ts';
import { hex } from '../broken.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';

/** The APK Signing Block: where it lies, and its first pair of each id. */
export interface SigningBlock {
  readonly offset: number;
  /** Bytes of all of it, up to the central directory. */
  readonly size: number;
  readonly pairs: ReadonlyMap<number, Buffer>;
}

const STRUCTURE = 'APK Signing Block';
const MAGIC = 'APK Sig Block 42';
/** Magic and the size in front of it. */
const FOOTER = 24;

/**
 * Reads the APK Signing Block (source.android.com, "APK Signature Scheme v2"), which lies right in front of the central directory: its
 * size, pairs of length, id and value, the size once more, the magic. Where its frame is broken the platform sees no block at all,
 * and falls back to the JAR signature; so do we, with a gap. Of several pairs of one id the first counts.
 * @param magic the last 16 bytes, by which blocks of the same frame in other packages are known
 */
export async function readSigningBlock(
  archive: Pick<ZipArchive, 'ranges' | 'directoryOffset' | 'end'>,
  observations: Observations,
  magic: string = MAGIC,
): Promise<SigningBlock | null> {
  const { ranges, directoryOffset, end } = archive;
  if (directoryOffset < FOOTER + 8) return null;
  const footer = await ranges.read(directoryOffset - FOOTER, FOOTER, STRUCTURE);
  if (footer.length < FOOTER || footer.toString('latin1', 8) !== magic) return null;
  const size = Number(footer.readBigUInt64LE(0));
  const place = `${STRUCTURE} @ ${hex(directoryOffset - FOOTER)}`;
  const broken = (code: string, zh: string, en: string): null => {
    observations.gap('signature', code, place, { zh, en });
    return null;
  };
  if (size < FOOTER || size > LIMITS.signingBlockBytes || size + 8 > directoryOffset)
    return broken('signing-block-size', `签名块长度 ${size} 不可能成立`, `the signing block cannot have ${size} bytes`);
  if (directoryOffset + end.directorySize !== end.offset)
    return broken(
      'signing-block-detached',
      '中央目录与结束记录之间有其他数据，系统不认签名块',
      'other data stand between the directory and the end record, so that the system sees no signing block',
    );
  const offset = directoryOffset - size - 8;
  const block = await ranges.read(offset, size + 8 - FOOTER, STRUCTURE);
  if (Number(block.readBigUInt64LE(0)) !== size)
    return broken('signing-block-size', '签名块首尾长度不一致', 'the two sizes of the signing block differ');
  return { offset, size: size + 8, pairs: readPairs(block, place, observations) };
}

/** A pair that breaks off hides what follows; what came before it stays. */
function readPairs(block: Buffer, place: string, observations: Observations): Map<number, Buffer> {
  const cursor = new Cursor(block, STRUCTURE, 8);
  const pairs = new Map<number, Buffer>();
  while (cursor.left > 0) {
    const length = cursor.left < 8 ? -1 : Number(block.readBigUInt64LE(cursor.offset));
    if (length < 4 || length > cursor.left - 8) {
      observations.gap('signature', 'signing-block-pair', `${place} + ${hex(cursor.offset)}`, {
        zh: '签名块中有一项长度不可能成立，其后的内容不可见',
        en: 'a pair of the signing block has an impossible length, which hides those behind it',
      });
      break;
    }
    const pair = cursor.skip(8).part(length);
    const id = pair.u32();
    if (!pairs.has(id)) pairs.set(id, pair.take(pair.left));
    else if (SCHEME_BLOCKS.some((scheme) => scheme.id === id)) {
      observations.trick(
        'duplicate-signature',
        place,
        {
          zh: '签名块中同一签名方案出现多次，系统以第一个为准',
          en: 'the signing block holds one scheme several times; the system takes the first',
        },
        'analysis',
      );
    }
  }
  return pairs;
}

/** Ids of the schemes' pairs (source.android.com, "APK Signature Scheme v2", "v3", "v3.1"). */
export const SCHEME_BLOCKS = [
  { scheme: 'v2', id: 0x7109871a },
  { scheme: 'v3', id: 0xf05368c0 },
  { scheme: 'v3.1', id: 0x1b93ad61 },
] as const;
