import { charsetOfMediaType, charsetOfMeta, decodeText } from './charset.ts';
import { type DocumentReading, unreadable } from './document.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { LIMITS } from './limits.ts';
import { readMarkdown } from './markdown.ts';
import { readPdf } from './pdf.ts';
import { readPlainText } from './plain-text.ts';
import { sniffDocument } from './sniff.ts';

/** Bytes → readable content, whatever the format. Never throws: what cannot be read is a typed outcome with a gap. */
export async function readDocument(input: {
  readonly bytes: Uint8Array;
  readonly mediaType: string | null;
  readonly fileName: string | null;
}): Promise<DocumentReading> {
  const { bytes, mediaType, fileName } = input;
  if (bytes.length === 0) return { ok: false, outcome: 'absent', reason: 'empty-file', gaps: [] };
  if (bytes.length > LIMITS.bytes) {
    return unreadable('too-large', `${bytes.length}`, '文件超过可读取的大小上限', 'The document exceeds the size that is read');
  }
  const format = sniffDocument(bytes, mediaType, fileName);
  switch (format) {
    case 'pdf':
      return readPdf(bytes);
    case 'docx':
      return readDocx(bytes);
    case 'ole':
      return unreadable(
        'unsupported-format',
        'doc',
        '旧版 Word（.doc）文件不支持读取',
        'Old binary Word (.doc) files are not read',
      );
    case 'binary':
      return unreadable('unsupported-format', 'binary', '不是可读取的文档格式', 'Not a document format that is read');
    default: {
      const declared = charsetOfMediaType(mediaType) ?? (format === 'html' ? charsetOfMeta(bytes) : null);
      const { text } = decodeText(bytes, declared);
      const read = { html: readHtml, markdown: readMarkdown, text: readPlainText }[format];
      return { ok: true, document: read(text) };
    }
  }
}
