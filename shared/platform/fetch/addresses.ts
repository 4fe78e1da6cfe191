import { BlockList, isIP, isIPv6 } from 'node:net';

/** IPv4 that is not the public internet (IANA special-purpose registry, RFC 6890, with what cloud providers put elsewhere). */
const CLOSED_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // carrier NAT; one provider's metadata at 100.100.100.200
  ['127.0.0.0', 8],
  ['168.63.129.16', 32], // one provider's metadata
  ['169.254.0.0', 16], // link-local; the others' metadata
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24], // documentation, as the next but three and the one after it
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16],
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
];

/** Inside the public IPv6 range, yet carrying IPv4 or leading nowhere. All the rest outside `2000::/3` is closed anyway. */
const CLOSED_V6: readonly (readonly [string, number])[] = [
  ['2001::', 23], // Teredo and other protocol assignments
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4
  ['3fff::', 20], // documentation
];

const closed = new BlockList();
for (const [network, prefix] of CLOSED_V4) closed.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of CLOSED_V6) closed.addSubnet(network, prefix, 'ipv6');
const globalV6 = new BlockList();
globalV6.addSubnet('2000::', 3, 'ipv6');
const mappedV4 = new BlockList();
mappedV4.addSubnet('::ffff:0:0', 96, 'ipv6');

/** The IPv4 address inside `::ffff:a.b.c.d`, whichever way it is written. */
function embedded(address: string): string {
  const host = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [high = 0, low = 0] = host
    .split(':')
    .slice(-2)
    .map((group) => Number.parseInt(group, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** Whether an address (not a name) belongs to the public internet. Anything that is not an address does not. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 0 || address.includes('%')) return false;
  if (!isIPv6(address)) return !closed.check(address, 'ipv4');
  if (mappedV4.check(address, 'ipv6')) return isPublic(embedded(address));
  return globalV6.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}
