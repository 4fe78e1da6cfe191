import { InputError } from '../../../shared/domain/errors.ts';

/** "PK\5\6", end of central directory (APPNOTE.TXT 4.3.16); its comment's length stands at offset 20, the comment at 22. */
const SIGNATURE = 0x06054b50;
const COMMENT_LENGTH = 20;
const FIXED_BYTES = 22;

/**
 * The same package under another hash: a comment is added to the archive. Facts are kept by hash, so only distinct packages show what
 * an inspection costs. The content and its offsets stay as they are; a v2 signature no longer covers the archive's end.
 * @throws InputError `not-a-package` when the archive does not end in a directory without a comment
 */
export function distinctPackage(bytes: Buffer, mark: string): Buffer {
  const end = bytes.length - FIXED_BYTES;
  if (end < 0 || bytes.readUInt32LE(end) !== SIGNATURE || bytes.readUInt16LE(end + COMMENT_LENGTH) !== 0) {
    throw new InputError('not-a-package', { zh: '不是无注释的 ZIP', en: 'not a ZIP archive without a comment' });
  }
  const comment = Buffer.from(mark);
  const copy = Buffer.concat([bytes, comment]);
  copy.writeUInt16LE(comment.length, end + COMMENT_LENGTH);
  return copy;
}
