import type { Random } from '../engine/random.ts';
import type { Mutator } from '../engine/target.ts';

/** A chunk of Android's resource formats (`ResChunk_header`, ResourceTypes.h) and those within it. */
interface Chunk {
  readonly at: number;
  readonly size: number;
  readonly parents: readonly number[];
}

/** Types whose body is chunks: table, package, XML. */
const CONTAINERS = new Set([0x0002, 0x0200, 0x0003]);
const MOST = 2000;

function chunksOf(bytes: Buffer): Chunk[] {
  const found: Chunk[] = [];
  const walk = (from: number, end: number, parents: readonly number[]): void => {
    for (let at = from; at + 8 <= end && found.length < MOST; ) {
      const size = bytes.readUInt32LE(at + 4);
      if (size < 8 || at + size > end) return;
      found.push({ at, size, parents });
      const header = bytes.readUInt16LE(at + 2);
      if (CONTAINERS.has(bytes.readUInt16LE(at)) && header >= 8 && header < size) walk(at + header, at + size, [...parents, at]);
      at += size;
    }
  };
  walk(0, bytes.length, []);
  return found;
}

/** Replaces a part and corrects the sizes of the chunks around it, so that readers get as far as the change. */
function replace(bytes: Buffer, at: number, length: number, part: Buffer, parents: readonly number[]): Buffer {
  const changed = Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at + length)]);
  for (const parent of parents) changed.writeUInt32LE((bytes.readUInt32LE(parent + 4) + part.length - length) >>> 0, parent + 4);
  return changed;
}

/** Changes the tree of chunks: doubles, drops, repeats or moves one, or makes one longer or shorter. */
export const changeChunks: Mutator = (input, random) => {
  const chunks = chunksOf(input).filter(({ parents }) => parents.length > 0);
  if (chunks.length === 0) return null;
  const { at, size, parents } = random.pick(chunks);
  const own = input.subarray(at, at + size);
  const other = random.pick(chunks);
  return random.pick<() => Buffer>([
    () => replace(input, at, 0, own, parents),
    () => replace(input, at, size, Buffer.alloc(0), parents),
    () => replace(input, at, 0, Buffer.concat(Array.from({ length: random.small(200) }, () => own)), parents),
    () => replace(input, at, 0, input.subarray(other.at, other.at + other.size), parents),
    () => resize(input, at, size, parents, random),
    () => changeHeader(input, at, random),
  ])();
};

/** Adds or removes bytes within a chunk; its own size follows. */
function resize(input: Buffer, at: number, size: number, parents: readonly number[], random: Random): Buffer {
  const cut = at + 8 + random.below(size - 8);
  const removed = random.once(2) ? Math.min(random.small(64), at + size - cut) : 0;
  const added = Buffer.alloc(removed > 0 ? 0 : random.small(64), random.below(256));
  return replace(input, cut, removed, added, [...parents, at]);
}

/** A wrong number in the fields that follow the header of a chunk, where its counts and offsets stand. */
function changeHeader(input: Buffer, at: number, random: Random): Buffer {
  const bytes = Buffer.from(input);
  const field = at + 8 + 4 * random.below(8);
  if (field + 4 > bytes.length) return bytes;
  const old = bytes.readUInt32LE(field);
  bytes.writeUInt32LE(
    random.pick([0, 1, old + 1, old * 2, old - 1, 0xffffffff, 0x7fffffff, 0x10000, random.bits()]) >>> 0,
    field,
  );
  return bytes;
}
