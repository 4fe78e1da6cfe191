import { LIMITS } from '../limits.ts';
import { StringPool } from './string-pool.ts';

const STRING_POOL = 0x0001;
const RESOURCE_MAP = 0x0180;

/**
 * Whether a binary XML file may refer to one of the resources or hold a text that speaks: a look at its words and its strings, without
 * a tree. Ids stand at multiples of four bytes, as everything in the format does; attribute names are no texts.
 */
export function mentions(bytes: Buffer, ids: ReadonlySet<number>, speaks: (text: string) => boolean): boolean {
  for (let at = 8; at + 4 <= bytes.length; at += 4) {
    const word = bytes.readUInt32LE(at);
    if (word >= 0x02000000 && ids.has(word)) return true;
  }
  return speakingString(bytes, speaks);
}

function speakingString(bytes: Buffer, speaks: (text: string) => boolean): boolean {
  const at = bytes.length >= 16 ? bytes.readUInt16LE(2) : bytes.length;
  if (at + 36 > bytes.length || bytes.readUInt16LE(at) !== STRING_POOL) return at < bytes.length;
  const size = bytes.readUInt32LE(at + 4);
  const pool = new StringPool(bytes, at, size, 'binary XML');
  const next = at + size;
  const isMap = next + 8 <= bytes.length && bytes.readUInt16LE(next) === RESOURCE_MAP;
  const names = isMap ? Math.floor((bytes.readUInt32LE(next + 4) - 8) / 4) : 0;
  for (let i = names; i < Math.min(pool.count, LIMITS.xmlElements); i++) {
    const text = pool.get(i);
    if (text !== null && speaks(text)) return true;
  }
  return false;
}
