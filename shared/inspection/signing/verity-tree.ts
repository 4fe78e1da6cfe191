import { createHash } from 'node:crypto';

const PAGE = 4096;
const DIGEST = 32;
/** Eight zero bytes, as APK Signature Scheme v2 with fs-verity has it. */
const SALT = Buffer.alloc(8);

/**
 * The Merkle tree of a package's content by pages of 4 KiB (source.android.com, "APK Signature Scheme v2", VERITY algorithms;
 * kernel.org, "fs-verity", Merkle tree): every page is hashed behind the salt, digests are packed into pages, and so on until one page
 * is left. The last page of each level is filled with zeros.
 */
export class VerityTree {
  readonly #leaves: Buffer[] = [];
  #rest: Buffer = Buffer.alloc(0);
  #size = 0;

  /** Takes the next bytes of the content. */
  update(bytes: Buffer): void {
    this.#size += bytes.length;
    const all = this.#rest.length > 0 ? Buffer.concat([this.#rest, bytes]) : bytes;
    const whole = all.length - (all.length % PAGE);
    this.#leaves.push(pageDigests(all.subarray(0, whole)));
    this.#rest = Buffer.from(all.subarray(whole));
  }

  /** The digest that a signature names: the root, and the content's size in 64 bits. */
  finish(): Buffer {
    if (this.#rest.length > 0) this.#leaves.push(pageDigests(filled(this.#rest)));
    let level = filled(Buffer.concat(this.#leaves));
    while (level.length > PAGE) level = filled(pageDigests(level));
    const size = Buffer.alloc(8);
    size.writeBigUInt64LE(BigInt(this.#size));
    return Buffer.concat([pageDigests(level), size]);
  }
}

function pageDigests(pages: Buffer): Buffer {
  const digests = Buffer.alloc((pages.length / PAGE) * DIGEST);
  for (let at = 0; at < pages.length; at += PAGE) {
    createHash('sha256')
      .update(SALT)
      .update(pages.subarray(at, at + PAGE))
      .digest()
      .copy(digests, (at / PAGE) * DIGEST);
  }
  return digests;
}

function filled(bytes: Buffer): Buffer {
  const short = (PAGE - (bytes.length % PAGE)) % PAGE;
  return short === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(short)]);
}
