/** Second levels under which countries register names: `example.com.cn` is a site, `com.cn` is none. */
const SHARED_SECOND_LEVEL = /^(?:com|net|org|gov|edu|ac|co|gd|bj|sh|zj|js)$/;

/**
 * Whether two addresses belong to one site: the same host, or names under one registered name. Told by the number of labels, without
 * the public list of suffixes: it only decides which forms a page may post, each to an address that the guard has checked.
 */
export function sameSite(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const [a, b] = [new URL(one).hostname, new URL(other).hostname];
  return a === b || (siteOf(a) !== null && siteOf(a) === siteOf(b));
}

function siteOf(host: string): string | null {
  if (/^[\d.]+$|^\[/.test(host)) return null;
  const labels = host.split('.');
  const levels = labels.length > 2 && SHARED_SECOND_LEVEL.test(labels.at(-2)!) && labels.at(-1)!.length === 2 ? 3 : 2;
  return labels.length < levels ? null : labels.slice(-levels).join('.');
}
