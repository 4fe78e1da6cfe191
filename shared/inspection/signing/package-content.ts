import { createHash } from 'node:crypto';
import type { ZipArchive } from '../binary/zip.ts';
import type { InspectionContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { CHUNK_BYTES, chunkHash } from './content-digests.ts';
import type { ContentDigestKind } from './signature-algorithms.ts';
import type { SigningBlock } from './signing-block.ts';
import { VerityTree } from './verity-tree.ts';

/** Bytes read at once. */
const STEP = 4 * CHUNK_BYTES;
const PAGE = 4096;

/** Why a digest of the content cannot be had. */
export type Unavailable = 'not-read' | 'unaligned' | 'too-large';

/**
 * The content that scheme v2 and later protect, and its digests, each made once: the entries before the signing block, the central
 * directory, and the end record with the directory's offset set to where the block begins (source.android.com, "APK Signature
 * Scheme v2", integrity-protected contents).
 */
export class PackageContent {
  readonly #archive: ZipArchive;
  readonly #block: SigningBlock;
  readonly #digests: InspectionContext['digests'];
  readonly #readable: boolean;
  readonly #made = new Map<ContentDigestKind, Promise<Buffer | Unavailable>>();
  #tail: Promise<readonly [Buffer, Buffer]> | null = null;

  constructor(archive: ZipArchive, block: SigningBlock, { digests, reading }: Pick<InspectionContext, 'digests' | 'reading'>) {
    this.#archive = archive;
    this.#block = block;
    this.#digests = digests;
    this.#readable = reading === 'full';
  }

  /** The digest, or why there is none. @throws BrokenBytes, SourceFailure */
  digest(kind: ContentDigestKind): Promise<Buffer | Unavailable> {
    const known = this.#made.get(kind);
    if (known) return known;
    const making = kind === 'verity' ? this.#verity() : this.#chunked(kind);
    this.#made.set(kind, making);
    return making;
  }

  async #chunked(kind: 'sha256' | 'sha512'): Promise<Buffer | Unavailable> {
    const end = this.#block.offset;
    const whole = Math.floor(end / CHUNK_BYTES);
    const length = kind === 'sha256' ? 32 : 64;
    const digested = await this.#digests;
    // Digests of an archive around this one are of other bytes.
    const own = digested?.size === this.#archive.ranges.size ? digested[kind] : null;
    const taken = own && own.length >= whole * length ? own : null;
    if (!taken && !this.#readable) return 'not-read';
    const tail = await this.#directoryAndEnd();
    if (tail === null) return 'too-large';
    const digests: Buffer[] = [];
    let from = 0;
    if (taken) {
      digests.push(Buffer.from(taken.subarray(0, whole * length)));
      from = whole * CHUNK_BYTES;
    }
    for await (const piece of this.#pieces(from, end)) digests.push(...chunkDigests(kind, piece));
    for (const section of tail) digests.push(...chunkDigests(kind, section));
    const chunks = [end, ...tail.map(({ length }) => length)].reduce((sum, bytes) => sum + Math.ceil(bytes / CHUNK_BYTES), 0);
    const head = Buffer.alloc(5);
    head[0] = 0x5a;
    head.writeUInt32LE(chunks, 1);
    return createHash(kind).update(head).update(Buffer.concat(digests)).digest();
  }

  async #verity(): Promise<Buffer | Unavailable> {
    if (!this.#readable) return 'not-read';
    const { offset, size } = this.#block;
    if (offset % PAGE !== 0 || size % PAGE !== 0) return 'unaligned';
    const tail = await this.#directoryAndEnd();
    if (tail === null) return 'too-large';
    const tree = new VerityTree();
    for await (const piece of this.#pieces(0, offset)) tree.update(piece);
    for (const section of tail) tree.update(section);
    return tree.finish();
  }

  async *#pieces(from: number, end: number): AsyncGenerator<Buffer> {
    const { ranges } = this.#archive;
    for (let at = from; at < end; at += STEP) yield await ranges.read(at, Math.min(STEP, end - at), 'package content');
  }

  /** Directory and patched end record, comment included; null for a directory beyond any limit. */
  async #directoryAndEnd(): Promise<readonly [Buffer, Buffer] | null> {
    const { ranges, directoryOffset, end } = this.#archive;
    if (end.directorySize > LIMITS.directoryBytes) return null;
    this.#tail ??= (async () => {
      const record = Buffer.from(await ranges.read(end.offset, ranges.size - end.offset, 'ZIP end record'));
      record.writeUInt32LE(this.#block.offset % 2 ** 32, 16);
      return [await ranges.read(directoryOffset, end.directorySize, 'ZIP central directory'), record];
    })();
    return this.#tail;
  }
}

function chunkDigests(kind: 'sha256' | 'sha512', section: Buffer): Buffer[] {
  const digests: Buffer[] = [];
  for (let at = 0; at < section.length; at += CHUNK_BYTES) {
    const chunk = section.subarray(at, at + CHUNK_BYTES);
    digests.push(chunkHash(kind, chunk.length).update(chunk).digest());
  }
  return digests;
}
