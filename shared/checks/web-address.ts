import type { Knowledge, SdkEntry } from '../knowledge/types.ts';

/** Labels under which registries hand out names, so that the owner's name is the label before them. */
const SECOND_LEVEL: ReadonlySet<string> = new Set(
  ['com', 'net', 'org', 'gov', 'edu', 'ac', 'co', 'or', 'ne', 'go'].flatMap((label) =>
    ['cn', 'hk', 'tw', 'mo', 'uk', 'jp', 'kr', 'sg', 'au', 'nz', 'br', 'in', 'my', 'th', 'tr', 'za'].map(
      (country) => `${label}.${country}`,
    ),
  ),
);
/** Hosts on which anybody can publish: two pages there need not have one owner. */
const SHARED: ReadonlySet<string> = new Set(['github.io', 'gitee.io', 'vercel.app', 'netlify.app', 'pages.dev', 'web.app']);

const ADDRESS = /^(https?):\/\/(?:[^/@?#]*@)?([^/:?#]+)/i;

/** Scheme and host of an address, in lower case; null where it is none. */
export function addressOf(url: string): { readonly scheme: 'http' | 'https'; readonly host: string } | null {
  const match = ADDRESS.exec(url);
  return match ? { scheme: match[1]!.toLowerCase() as 'http' | 'https', host: match[2]!.toLowerCase() } : null;
}

/** The name that its owner registered: `example.com.cn` of `www.example.com.cn`; an IP address is itself. */
export function siteOf(host: string): string {
  if (/^[\d.]+$/.test(host) || host.startsWith('[')) return host;
  const labels = host.split('.').filter((label) => label !== '');
  const two = labels.slice(-2).join('.');
  return SECOND_LEVEL.has(two) || SHARED.has(two) ? labels.slice(-3).join('.') : two;
}

const PRIVATE =
  /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|169\.254\.\d+\.\d+|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.\d+\.\d+|\[::1?\]|\[f[cd].*|\[fe80.*)$|\.(?:local|localhost|internal|lan|home\.arpa|intranet|corp)$/;
/** Names that are set aside for tests and examples (RFC 2606, RFC 6761). */
const RESERVED = /(?:^|\.)(?:test|example|invalid|example\.(?:com|net|org|cn))$/;

/** Whether a host is the device itself or in a private network (RFC 1918, RFC 6598, RFC 6761). */
export function isPrivate(host: string): boolean {
  return PRIVATE.test(host);
}

/** Whether a host is nobody's on the internet: a private one, or a name for tests and examples. */
export function isLocal(host: string): boolean {
  return isPrivate(host) || RESERVED.test(host);
}

/** Sites of carriers and open platforms whose addresses come with SDKs, beside those that the knowledge names. */
const OPEN_PLATFORMS = [
  ...['qq.com', 'weibo.com', 'weibo.cn', 'baidu.com', 'sina.com.cn', 'renren.com', 'kaixin001.com', 'douban.com', 'alipay.com'],
  ...['facebook.com', 'twitter.com', 'google.com', 'googleapis.com', 'flickr.com', 'tumblr.com', 'linkedin.com', 'vk.com'],
  ...['cmpassport.com', '10010.com', '189.cn', '10086.cn', 'wostore.cn', 'e.189.cn', 'mob.com', 'sharesdk.cn', 'apple.com'],
  ...['w3.org', 'android.com', 'apache.org', 'github.com', 'yahoo.com', 'microsoft.com', 'live.com', 'amazon.com', 'dropbox.com'],
  ...['evernote.com', 'yinxiang.com', 'youdao.com', 'mingdao.com', 'instagram.com', 'pinterest.com', 'foursquare.com', 'line.me'],
];

const sites = new WeakMap<readonly SdkEntry[], ReadonlySet<string>>();

/**
 * Whether a site belongs to an operator of SDKs: an address there need not be the app's. Operators name their packages by their sites:
 * `com.umeng.analytics` is umeng.com's.
 */
export function isSdkSite(site: string, { sdks }: Pick<Knowledge, 'sdks'>): boolean {
  let known = sites.get(sdks);
  if (known === undefined) {
    const stated = sdks.flatMap(({ privacyUrl }) => addressOf(privacyUrl ?? '')?.host ?? []).map(siteOf);
    const named = sdks.flatMap(({ prefixes }) => prefixes.map((prefix) => prefix.split('.').slice(0, 2).reverse().join('.')));
    known = new Set([...OPEN_PLATFORMS, ...stated, ...named]);
    sites.set(sdks, known);
  }
  return known.has(site);
}
