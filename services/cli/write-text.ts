import { writeFile } from 'node:fs/promises';
import { InputError } from '../../shared/domain/errors.ts';

/** Writes a file that was asked for. @throws InputError `not-writable` */
export async function writeText(path: string, text: string): Promise<void> {
  await writing(path, () => writeFile(path, text));
}

/** Any work that writes somewhere. @throws InputError `not-writable`, with the path as its place */
export async function writing(path: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    const code = (cause as { code?: unknown } | null)?.code;
    if (typeof code !== 'string') throw cause;
    throw new InputError('not-writable', { zh: `无法写入（${code}）：${path}`, en: `cannot write (${code}): ${path}` }, path, {
      cause,
    });
  }
}
