import { InputError } from '../domain/errors.ts';
import type { Bilingual } from '../domain/text.ts';

/**
 * Bytes that are not what their format promises. Says which structure, at which byte offset (of the structure's own buffer), and what
 * was expected and found. The readers of one part throw it; the inspection turns it into a gap and reads on.
 */
export class BrokenBytes extends InputError {
  constructor(code: string, structure: string, offset: number, what: Bilingual) {
    const at = hex(offset);
    super(
      code,
      { zh: `${structure} 偏移 ${at}：${what.zh}`, en: `${structure} at offset ${at}: ${what.en}` },
      `${structure} @ ${at}`,
    );
  }
}

/** `0x1f`, as offsets are written everywhere. */
export function hex(value: number): string {
  return `0x${value.toString(16)}`;
}
