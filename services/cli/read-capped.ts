import { open } from 'node:fs/promises';
import { InputError } from '../../shared/domain/errors.ts';
import { unreadable } from './local-file.ts';

/** All of a file that is not too large. @throws InputError `no-such-file`, `unreadable-file`, `too-large` */
export async function readCapped(path: string, maxBytes: number): Promise<Uint8Array> {
  try {
    const bytes = await readUpTo(path, maxBytes);
    if (bytes !== null) return bytes;
    const text = { zh: `文件超过 ${maxBytes} 字节：${path}`, en: `the file exceeds ${maxBytes} bytes: ${path}` };
    throw new InputError('too-large', text, path);
  } catch (error) {
    throw error instanceof InputError ? error : unreadable(path, error);
  }
}

/** Null where there is more. Counted while reading: devices and pipes have no size, and a file may grow. */
async function readUpTo(path: string, maxBytes: number): Promise<Uint8Array | null> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > maxBytes) return null;
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of file.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) return null;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } finally {
    await file.close();
  }
}

/** A JSON file that is not too large. @throws InputError, `not-json` too */
export async function readCappedJson(path: string, maxBytes: number): Promise<unknown> {
  const bytes = await readCapped(path, maxBytes);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const text = { zh: `不是有效的 UTF-8 JSON：${path}`, en: `not valid UTF-8 JSON: ${path}` };
    throw new InputError('not-json', text, path, { cause: error });
  }
}
