import { LIMITS } from '../limits.ts';

const MARK = Buffer.from('://');
const HOST = /^(?:[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*$|^\d{1,3}(?:\.\d{1,3}){3}$|^localhost$/;
const LONGEST_AUTHORITY = 512;
/** Marks looked at: a list of short addresses has one in 30 bytes and is short, nothing but `http://` over and over one in seven. */
const MARKS_TO_BEGIN = 20_000;
const BYTES_OF_MARK = 256;

/** Bytes of `user@host:port`; `%`, braces and `$` are taken so that a placeholder spoils the name instead of cutting it. */
const AUTHORITY = byteTable('a-zA-Z0-9@:.{}$%_-');
/** Bytes of a path (RFC 3986, "pchar" and "/"), without the placeholders' braces. */
const PATH = byteTable("a-zA-Z0-9/._~!&'()*+,;=:@%-");

/**
 * Hosts of `http://` and `https://` addresses, and addresses with a path, that stand in the bytes, in the order in which they come.
 * The bytes are searched as they are: no string is decoded, and what no address holds (Chinese text, a quote, a format placeholder)
 * ends it. Query, user part and port are left out.
 */
export function collectAddresses(bytes: Buffer): { hosts: string[]; urls: string[] } {
  const hosts = new Set<string>();
  const urls = new Set<string>();
  const most = MARKS_TO_BEGIN + bytes.length / BYTES_OF_MARK;
  let looked = 0;
  let from = 0;
  for (let at = bytes.indexOf(MARK); at >= 0; at = bytes.indexOf(MARK, at + MARK.length)) {
    if (hosts.size >= LIMITS.hosts || looked++ >= most) break;
    const scheme = schemeBefore(bytes, Math.max(from, at - 5), at);
    from = at + MARK.length;
    if (scheme === null) continue;
    let end = from;
    while (end < bytes.length && end - from < LONGEST_AUTHORITY && AUTHORITY[bytes[end]!] === 1) end += 1;
    const host = hostOf(bytes.toString('latin1', from, end));
    if (host === null) continue;
    hosts.add(host);
    if (bytes[end] === 0x2f && urls.size < LIMITS.urls) addUrl(bytes, `${scheme}://${host}`, end, urls);
  }
  return { hosts: [...hosts], urls: [...urls] };
}

function schemeBefore(bytes: Buffer, start: number, end: number): 'http' | 'https' | null {
  const text = bytes.toString('latin1', start, end).toLowerCase();
  if (text === 'https') return 'https';
  return text.endsWith('http') ? 'http' : null;
}

function hostOf(authority: string): string | null {
  const named = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '');
  const host = trimEnd(named, '.').toLowerCase();
  return host.length <= 253 && HOST.test(host) ? host : null;
}

function addUrl(bytes: Buffer, origin: string, start: number, urls: Set<string>): void {
  let end = start;
  while (end < bytes.length && end - start < LIMITS.urlLength && PATH[bytes[end]!] === 1) end += 1;
  const path = trimEnd(bytes.toString('latin1', start, end), ".,;:!'()*");
  if (path.length > 1) urls.add((origin + path).slice(0, LIMITS.urlLength));
}

/** Without characters of the set at its end. A regular expression would try every run of them, wherever it stands. */
export function trimEnd(text: string, set: string): string {
  let end = text.length;
  while (end > 0 && set.includes(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}

function byteTable(set: string): Uint8Array {
  const member = new RegExp(`^[${set}]$`);
  return Uint8Array.from({ length: 256 }, (_, byte) => Number(byte < 0x80 && member.test(String.fromCharCode(byte))));
}
