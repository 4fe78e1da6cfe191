import { Cursor } from '../binary/cursor.ts';
import type { ZipArchive } from '../binary/zip.ts';
import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';

/** The HAP signing block: where it lies, and its parts by type, in the order of their heads. */
export interface HapBlock {
  readonly offset: number;
  /** 2 before API 8, 3 since. */
  readonly version: number;
  readonly parts: ReadonlyMap<number, Buffer>;
}

/** Types of parts (developtools_hapsigner, `HapUtils`). */
export const PART = {
  signature: 0x20000000,
  rotation: 0x20000001,
  profile: 0x20000002,
  property: 0x20000003,
  enterpriseSignature: 0x20000004,
  enterpriseCode: 0x20000005,
} as const;

/** Devices refuse a block with a part of any other type (security_appverify, `ClassifyHapSubSigningBlock`). */
const TYPES: ReadonlySet<number> = new Set(Object.values(PART));

const STRUCTURE = 'HAP signing block';
/** Number of parts, bytes of the block, magic, version. */
const FOOTER = 32;
const MAGIC_BEFORE_3 = 'HAP Sig Block 42';
const MAGIC_3 = '<hap sign block>';
const HEAD = 12;

/**
 * Reads the block in front of the central directory (developtools_hapsigner, `HapUtils.findHapSigningBlock`): heads of type, length and
 * offset, the parts, and the footer. Null where there is none. @throws BrokenBytes when there is one that cannot be so
 */
export async function readHapBlock({ ranges, directoryOffset, end }: ZipArchive): Promise<HapBlock | null> {
  if (directoryOffset < FOOTER) return null;
  const at = directoryOffset - FOOTER;
  const bytes = await ranges.read(at, FOOTER, STRUCTURE);
  const version = bytes.readUInt32LE(28);
  if (bytes.toString('latin1', 12, 28) !== (version < 3 ? MAGIC_BEFORE_3 : MAGIC_3)) return null;
  const footer = new Cursor(bytes, STRUCTURE);
  const count = footer.u32();
  const size = footer.u64();
  if (directoryOffset + end.directorySize !== end.offset) {
    const what = { zh: '中央目录与结束记录之间有其他数据', en: 'other data stand between the directory and the end record' };
    throw new BrokenBytes('signing-block-detached', STRUCTURE, at, what);
  }
  if (size < FOOTER || size > LIMITS.signingBlockBytes || size > directoryOffset) {
    const what = { zh: `签名块长度 ${size} 不可能成立`, en: `the signing block cannot have ${size} bytes` };
    throw new BrokenBytes('signing-block-size', STRUCTURE, at, what);
  }
  const offset = directoryOffset - size;
  return { offset, version, parts: readParts(await ranges.read(offset, size - FOOTER, STRUCTURE), count) };
}

function readParts(block: Buffer, count: number): Map<number, Buffer> {
  const heads = new Cursor(block, STRUCTURE);
  const parts = new Map<number, Buffer>();
  for (let left = count; left > 0; left -= 1) {
    const type = heads.u32();
    const length = heads.u32();
    const offset = heads.u32();
    if (offset < count * HEAD || offset + length > block.length || parts.has(type) || !TYPES.has(type)) {
      const what = {
        zh: `子块 0x${type.toString(16)} 的类型、位置或长度不可能成立`,
        en: `part 0x${type.toString(16)} cannot be, or not where it says`,
      };
      throw new BrokenBytes('signing-block-part', STRUCTURE, heads.offset - HEAD, what);
    }
    parts.set(type, block.subarray(offset, offset + length));
  }
  return parts;
}
