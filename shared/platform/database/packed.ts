import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, brotliDecompressSync, constants } from 'node:zlib';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** First byte of a packed value: how the rest is to be read. */
const JSON_IN_BROTLI = 1;
/** The same in ASCII, other characters written as escapes: read faster than UTF-8 where there are few of these. */
const ASCII_JSON_IN_BROTLI = 2;

/** A value as it is kept for ever: JSON, compressed. Facts of a large app shrink to a tenth or less. */
export async function pack(value: unknown): Promise<Buffer> {
  const text = JSON.stringify(value);
  const utf8 = Buffer.from(text);
  const isNearlyAscii = utf8.length - text.length <= text.length / FEW;
  const json = isNearlyAscii ? Buffer.from(inAscii(text), 'latin1') : utf8;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: json.length };
  return Buffer.concat([Buffer.of(isNearlyAscii ? ASCII_JSON_IN_BROTLI : JSON_IN_BROTLI), await compress(json, { params })]);
}

/** Facts of packages have a Chinese name or two in a hundred thousand characters, those of policies are Chinese. */
const FEW = 50;

/** JSON without characters beyond ASCII; these stand in strings only, so each may be an escape. */
function inAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
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
  const kind = packed[0];
  if (kind !== JSON_IN_BROTLI && kind !== ASCII_JSON_IN_BROTLI) throw new Error(`packed value of unknown kind ${kind}`);
  const compressed = packed.subarray(1);
  const json = compressed.length <= SMALL ? brotliDecompressSync(compressed) : await decompress(compressed);
  return JSON.parse(json.toString(kind === JSON_IN_BROTLI ? 'utf8' : 'latin1')) as Value;
}
