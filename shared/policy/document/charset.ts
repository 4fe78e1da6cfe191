/** WHATWG labels that servers use for what is in fact GB18030's family. */
const GB_FAMILY = /^(?:gb2312|gb_2312(?:-80)?|gbk|gb18030|hz-gb-2312|x-gbk|cp936|ms936)$/i;

/**
 * Decodes text whose charset may be declared wrongly: byte-order mark first, then UTF-8 when the bytes are valid UTF-8 (a strong
 * test), then the declared charset, then GB18030 (the superset of GBK and GB2312), then Latin-1 so that nothing throws.
 */
export function decodeText(bytes: Uint8Array, declared: string | null): { readonly text: string; readonly charset: string } {
  const marked = byteOrderMark(bytes) ?? utf16WithoutMark(bytes);
  if (marked !== null) return { text: decode(bytes, marked)!, charset: marked };
  const label = declared?.trim().toLowerCase() ?? null;
  const utf8 = decode(bytes, 'utf-8', true) ?? almostUtf8(bytes);
  if (utf8 !== null && !label?.startsWith('utf-16')) return { text: utf8, charset: 'utf-8' };
  if (label !== null) {
    const charset = GB_FAMILY.test(label) ? 'gb18030' : label;
    const text = charset === 'utf-8' || charset === 'utf8' ? null : decode(bytes, charset, true);
    if (text !== null) return { text, charset };
  }
  const gb = decode(bytes, 'gb18030', true);
  if (gb !== null) return { text: gb, charset: 'gb18030' };
  return { text: mostlyUtf8(bytes), charset: 'utf-8' };
}

/** The charset named in a media type such as `text/html; charset=gbk`, or null. */
export function charsetOfMediaType(mediaType: string | null): string | null {
  return /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(mediaType ?? '')?.[1] ?? null;
}

/** The charset that an HTML page declares in its first 4096 bytes (`<meta charset>` or `http-equiv`), or null. */
export function charsetOfMeta(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1] ?? null;
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark shows as a zero in every other byte of its ASCII part (line feeds, digits, tags). */
function utf16WithoutMark(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 8) return null;
  const zeros = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2]!++;
  if (zeros[0]! + zeros[1]! < sample.length / 40) return null;
  if (zeros[1]! > 8 * zeros[0]!) return 'utf-16le';
  if (zeros[0]! > 8 * zeros[1]!) return 'utf-16be';
  return null;
}

function decode(bytes: Uint8Array, charset: string, fatal = false): string | null {
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * UTF-8 with a broken place or two, cut in the middle of a character or patched together: nearly all of it decodes. Text of the GB family
 * is never that: as UTF-8 it is broken from end to end, while UTF-8 can pass for GB18030 and come out as other characters.
 */
function almostUtf8(bytes: Uint8Array): string | null {
  const text = decode(bytes, 'utf-8') ?? '';
  const broken = replacements(text) - 1;
  const whole = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return whole >= 20 * broken ? text : null;
}

/** Broken text: whichever of UTF-8 and GB18030 leaves fewer replacement characters. */
function mostlyUtf8(bytes: Uint8Array): string {
  const candidates = ['utf-8', 'gb18030'].map((charset) => decode(bytes, charset) ?? '');
  return candidates.reduce((best, text) => (replacements(text) < replacements(best) ? text : best));
}

function replacements(text: string): number {
  return text.split('\ufffd').length;
}
