import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, brotliDecompressSync, constants } from 'node:zlib';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** First byte of a packed value: how the rest is to be read. */
const JSON_IN_BROTLI = 1;

/** A value as it is kept for ever: JSON, compressed. Facts of a large app shrink to a tenth or less. */
export async function pack(value: unknown): Promise<Buffer> {
  const json = Buffer.from(JSON.stringify(value));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: json.length };
  return Buffer.concat([Buffer.of(JSON_IN_BROTLI), await compress(json, { params })]);
}

/**
 * Up to so many bytes are decompressed at once: they take a fraction of the time that their JSON takes to be read, which blocks as well,
 * and handing them to another thread costs more than that. Nearly all facts are smaller.
 */
const SMALL = 64 << 10;

/**
 * The value that was packed.
 * @throws Error for bytes that `pack` did not make
 */
export async function unpack<Value>(packed: Buffer): Promise<Value> {
  if (packed[0] !== JSON_IN_BROTLI) throw new Error(`packed value of unknown kind ${packed[0]}`);
  const compressed = packed.subarray(1);
  const json = compressed.length <= SMALL ? brotliDecompressSync(compressed) : await decompress(compressed);
  return JSON.parse(json.toString()) as Value;
}
