/** Names under which a machine reaches itself, where nobody listens on the way. */
const LOCAL = /^(localhost|[a-z0-9-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/** @param host without a port, IPv6 in brackets */
export function isLocalHost(host: string): boolean {
  return LOCAL.test(host);
}
