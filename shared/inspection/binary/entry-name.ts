/** What Android makes of the bytes of an entry's name. */
export type EntryNameFault = 'nul' | 'encoding';

/**
 * What is wrong with a name as Android's reader sees it (libziparchive, `IsValidEntryName`), null where nothing is. It holds a NUL, or
 * is not encoded as UTF-8 is: every byte that says how many follow is followed by so many. More it does not ask: a surrogate or a code
 * point that is written too long passes, and so does U+FFFD where somebody wrote it.
 */
export function entryNameFault(name: Uint8Array): EntryNameFault | null {
  for (let at = 0; at < name.length; at += 1) {
    const byte = name[at]!;
    if (byte === 0) return 'nul';
    if (byte < 0x80) continue;
    if (byte < 0xc0 || byte >= 0xfe) return 'encoding';
    for (let first = byte << 1; (first & 0x80) !== 0; first <<= 1) {
      at += 1;
      if (at === name.length || (name[at]! & 0xc0) !== 0x80) return 'encoding';
    }
  }
  return null;
}

const gb18030 = new TextDecoder('gb18030');
/** Only such a text can have come of a faulty name: what is no UTF-8 has become U+FFFD. */
const SUSPICIOUS = /[\0\ufffd]/;

/**
 * The name of an entry as text: UTF-8, and what is none of it in GB 18030, as old Chinese tools wrote names. So two names stay two,
 * where replacement characters would make one of them.
 */
export function decodeEntryName(bytes: Buffer): { readonly name: string; readonly fault: EntryNameFault | null } {
  const name = bytes.toString('utf8');
  const fault = SUSPICIOUS.test(name) ? entryNameFault(bytes) : null;
  return { name: fault === 'encoding' ? gb18030.decode(bytes) : name, fault };
}
