import type { IncomingMessage } from 'node:http';
import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { ExchangeError } from './failure.ts';

/** More layers than this is an attack, not a web server. */
const MAX_LAYERS = 2;

const tooLarge = (most: number): ExchangeError => new ExchangeError('too-large', `more than ${most} bytes`);

/** `deflate` is zlib by the standard and raw by long habit; the first byte of zlib says `8` in its low half (RFC 1950, 2.2). */
function inflateFor(first: Buffer): Transform {
  return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
}

function decoder(name: string, first: Buffer): Transform {
  if (name === 'gzip' || name === 'x-gzip') return createGunzip();
  if (name === 'br') return createBrotliDecompress();
  if (name === 'deflate') return inflateFor(first);
  throw new ExchangeError('bad-encoding', `content encoding ${JSON.stringify(name.slice(0, 40))}`);
}

async function collect(source: Readable, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop destroys the source, so nothing is inflated beyond the cap but the chunk in hand.
    if (size > most) throw tooLarge(most);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** The names of a `content-encoding`, outermost last, without `identity`. */
export function encodingsOf(response: IncomingMessage): string[] {
  const names = (response.headers['content-encoding'] ?? '').toLowerCase().split(',');
  return names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity');
}

/**
 * Reads a body to its end and undoes its encodings, never holding more than `most` bytes of any layer.
 * @throws ExchangeError `too-large`, `bad-encoding`; errors of the connection
 */
export async function readBody(response: IncomingMessage, most: number): Promise<Buffer> {
  const encodings = encodingsOf(response);
  const declared = Number(response.headers['content-length'] ?? 0);
  if (encodings.length > MAX_LAYERS) throw new ExchangeError('bad-encoding', 'too many content encodings');
  if (declared > most) throw tooLarge(most);
  let bytes = await collect(response, most);
  if (!response.complete) throw Object.assign(new Error('cut short'), { code: 'ECONNRESET' });
  for (const name of encodings.reverse()) {
    if (bytes.length === 0) break;
    bytes = await undone(decoder(name, bytes), bytes, most);
  }
  // A page that somebody compressed and forgot to say so; a download that is a gzip file says so in its type.
  const unsaid =
    bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8 && /^text\//i.test(response.headers['content-type'] ?? '');
  return unsaid ? undone(createGunzip(), bytes, most) : bytes;
}

function undone(layer: Transform, bytes: Buffer, most: number): Promise<Buffer> {
  layer.end(bytes);
  return collect(layer, most);
}
