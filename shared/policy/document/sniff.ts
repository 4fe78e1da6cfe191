import type { DocumentFormat } from './document.ts';

/** What the first bytes are, where they tell; a ZIP is taken for a DOCX and checked when it is opened. */
export type Sniffed = DocumentFormat | 'ole' | 'binary';

/**
 * Tells a document's format: by magic number, then by its text's first look, and only then by media type and file name.
 * `ole` is the old binary .doc, which we do not read; `binary` is nothing we know.
 */
export function sniffDocument(bytes: Uint8Array, mediaType: string | null, fileName: string | null): Sniffed {
  const latin = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  if (latin.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (latin.startsWith('PK\u0003\u0004') || latin.startsWith('PK\u0005\u0006')) return 'docx';
  if (latin.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return 'ole';
  if (/^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8|RIFF|Rar!|7z\u00bc)/.test(latin) || latin.startsWith('\u001f\u008b'))
    return 'binary';
  const readable = latin.replaceAll('\u0000', '');
  if (/<(?:!doctype\s+html|html|head|body|meta|div|p|h[1-6]|table|section|article)[\s>/]/i.test(readable)) return 'html';
  if (/html/i.test(mediaType ?? '') && /<[a-z!]/i.test(readable)) return 'html';
  if (/markdown/i.test(mediaType ?? '') || /\.(?:md|markdown)$/i.test(fileName ?? '')) return 'markdown';
  if (/^#{1,6} \S/m.test(readable) || /^\|(?:\s*:?-{3,}:?\s*\|)+\s*$/m.test(readable)) return 'markdown';
  return looksBinary(bytes) ? 'binary' : 'text';
}

/** Control characters that no text has, outside of UTF-16 (whose zero bytes come in a regular pattern). */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096);
  let control = 0;
  let zeros = 0;
  for (const byte of sample) {
    if (byte === 0) zeros++;
    else if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)) control++;
  }
  const utf16 = zeros > 0 && sample.length % 2 === 0;
  return control > sample.length / 20 || (zeros > sample.length / 20 && !utf16);
}
