import { LIMITS } from '../limits.ts';

const MARK = Buffer.from('://');
const HOST = /^(?:[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*$|^\d{1,3}(?:\.\d{1,3}){3}$|^localhost$/;

/**
 * Adds the hosts of `http://` and `https://` addresses that stand in a DEX file's strings. The bytes are searched as they are: no
 * string is decoded, and what follows the host (path, Chinese text, a format placeholder) ends it.
 */
export function collectHosts(bytes: Buffer, hosts: Set<string>): void {
  for (let at = bytes.indexOf(MARK); at >= 0; at = bytes.indexOf(MARK, at + MARK.length)) {
    if (hosts.size >= LIMITS.hosts) return;
    if (!isHttp(bytes, at)) continue;
    const host = hostAt(bytes, at + MARK.length);
    if (host !== null) hosts.add(host);
  }
}

function isHttp(bytes: Buffer, end: number): boolean {
  const scheme = bytes.toString('latin1', Math.max(0, end - 5), end).toLowerCase();
  return scheme === 'https' || scheme.endsWith('http');
}

function hostAt(bytes: Buffer, start: number): string | null {
  let end = start;
  while (end < bytes.length && end - start < 512 && isAddressByte(bytes[end]!)) end += 1;
  const authority = bytes.toString('latin1', start, end).toLowerCase();
  const host = authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d*$/, '')
    .replace(/\.+$/, '');
  return host.length <= 253 && HOST.test(host) ? host : null;
}

/** Letters, digits and the marks of `user@host:port`; `%` is taken so that a placeholder spoils the name instead of cutting it. */
function isAddressByte(byte: number): boolean {
  return (
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x40 && byte <= 0x5a) ||
    (byte >= 0x30 && byte <= 0x3a) ||
    [0x2d, 0x2e, 0x5f, 0x25, 0x7b, 0x7d, 0x24].includes(byte)
  );
}
