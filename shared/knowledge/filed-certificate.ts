/** How filings and the guides of those who file write certificates, and the one way in which they are compared. */

/** Shorter numbers are digests or were cut: no RSA key that apps are signed with has so short a modulus. */
const LEAST_BITS = 768;
const MOST_TEXT = 20_000;

/** Lower-case hex of an MD5 written in any case, with colons, blanks or hyphens between the bytes; null where it is none. */
export function plainMd5(text: string): string | null {
  if (text.length > 200) return null;
  const hex = text
    .normalize('NFKC')
    .replace(/^\s*md5\s*[::=]?/i, '')
    .replace(/[\s::-]/g, '')
    .toLowerCase();
  return /^[0-9a-f]{32}$/.test(hex) ? hex : null;
}

/**
 * RSA's modulus in upper-case hex without leading zeros, of a public key in the ways that filings hold: the modulus in hex (with colons or
 * blanks, `Modulus=` in front) or in decimal digits, or the whole key (SubjectPublicKeyInfo, RFC 5280 section 4.1.2.7, or RSAPublicKey,
 * RFC 8017 appendix A.1.1) in hex, base64 or PEM. Null where it is none of these: an elliptic curve's key, a digest, a cut one.
 */
export function plainModulus(text: string): string | null {
  if (text.length > MOST_TEXT) return null;
  const bare = text
    .normalize('NFKC')
    .replace(/-----(?:BEGIN|END)[A-Z ]+-----/g, '')
    .replace(/^\s*modulus\s*[:=]/i, '')
    .replace(/^\s*0x/i, '')
    .replace(/[\s:]/g, '');
  // Of so many hex digits, some are letters; a number without any is written in decimal.
  if (/^\d+$/.test(bare) && bare.length >= LEAST_BITS / 4) return longEnough(BigInt(bare).toString(16));
  if (/^[0-9a-f]+$/i.test(bare)) {
    const even = bare.length % 2 === 0 ? bare : `0${bare}`;
    // The first bit of a modulus is set, so that what begins with 30 is the SEQUENCE of a whole key, or of one that was cut.
    return /^30/.test(bare) ? modulusIn(Buffer.from(even, 'hex')) : longEnough(bare);
  }
  return /^[A-Za-z0-9+/]+={0,2}$/.test(bare) ? modulusIn(Buffer.from(bare, 'base64')) : null;
}

function longEnough(hex: string): string | null {
  const digits = hex.replace(/^0+/, '').toUpperCase();
  return digits.length >= LEAST_BITS / 4 ? digits : null;
}

/** DER (X.690): a SEQUENCE of the modulus and the exponent, or one of an AlgorithmIdentifier and a BIT STRING that holds the former. */
function modulusIn(bytes: Uint8Array): string | null {
  const outer = element(bytes, 0);
  if (outer?.tag !== 0x30 || outer.end !== bytes.length) return null;
  const first = element(bytes, outer.start);
  if (first?.tag === 0x02) {
    return longEnough(Buffer.from(bytes.subarray(first.start, first.end)).toString('hex'));
  }
  const bits = first?.tag === 0x30 ? element(bytes, first.end) : null;
  // The first byte of a BIT STRING counts the unused bits of the last one.
  if (bits?.tag !== 0x03 || bits.end !== bytes.length || bytes[bits.start] !== 0) return null;
  const inner = bytes.subarray(bits.start + 1, bits.end);
  return element(inner, 0)?.tag === 0x30 && element(inner, element(inner, 0)!.start)?.tag === 0x02 ? modulusIn(inner) : null;
}

/** Tag and contents of the element at a place, `null` where it does not fit; lengths of at most three bytes. */
function element(bytes: Uint8Array, at: number): { tag: number; start: number; end: number } | null {
  const tag = bytes[at];
  const length = bytes[at + 1];
  if (tag === undefined || length === undefined) return null;
  const sized = length < 0x80 ? 0 : length & 0x7f;
  if (sized > 3) return null;
  let size = sized === 0 ? length : 0;
  for (let byte = 0; byte < sized; byte += 1) size = size * 256 + (bytes[at + 2 + byte] ?? 0);
  const start = at + 2 + sized;
  return start + size <= bytes.length ? { tag, start, end: start + size } : null;
}
