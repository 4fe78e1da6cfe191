import { LIMITS } from '../limits.ts';
import type { Asn1 } from './asn1.ts';

const KEYWORDS: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'SERIALNUMBER',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'T',
  '2.5.4.42': 'GIVENNAME',
  '1.2.840.113549.1.9.1': 'EMAILADDRESS',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
};

/** One name in an attribute: keyword (or object identifier) and value. */
export type NamePart = readonly [keyword: string, value: string];

/** The attributes of a `Name` (RFC 5280, 4.1.2.4), most specific first as RFC 4514 writes them. */
export function nameParts(name: Asn1): NamePart[] {
  const parts: NamePart[] = [];
  for (const set of name.children) {
    for (const attribute of set.children) {
      const [type, value] = attribute.children;
      const oid = type?.oid ?? '?';
      parts.push([
        KEYWORDS[oid] ?? oid,
        (value?.text ?? value?.content.toString('hex', 0, LIMITS.text) ?? '').slice(0, LIMITS.text),
      ]);
    }
  }
  return parts.reverse();
}

/** `CN=Android Debug, O=Android, C=US` (RFC 4514 with a blank after the comma). */
export function writeName(parts: readonly NamePart[]): string {
  const text = parts.map(([keyword, value]) => `${keyword}=${value.replace(/[,+"\\<>;]/g, '\\$&')}`).join(', ');
  return text.slice(0, LIMITS.distinguishedName);
}

/**
 * A text that two names share when they are the same (RFC 5280, 7.1): letters' case, blanks at the ends and how often a blank is
 * repeated do not count, nor in which string type a value is written.
 */
export function nameKey(name: Asn1): string {
  const known = KEYS.get(name);
  if (known !== undefined) return known;
  const values = nameParts(name).map(([keyword, value]) => [keyword, value.trim().replace(/\s+/g, ' ').toLowerCase()]);
  const key = JSON.stringify(values);
  KEYS.set(name, key);
  return key;
}

/** Every signer looks for its certificate among all, so that names would be read as often as there are pairs of them. */
const KEYS = new WeakMap<Asn1, string>();
