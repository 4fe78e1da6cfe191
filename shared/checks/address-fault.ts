import { isPrivate } from './web-address.ts';

/**
 * Why the address of a policy cannot be a lasting, public one. `store`: a page of an app store. `home`: the front page of a site.
 * `private`: an address that only its owner reaches. `file-sharing`: a share of a cloud drive or an online document. `short`: an address
 * that only forwards.
 */
export type AddressFault = 'store' | 'home' | 'private' | 'file-sharing' | 'short';

const STORES =
  /(?:^|\.)(?:appgallery\.huawei\.com|appstore\.huawei\.com|appgallery\.cloud\.huawei\.com|apps\.apple\.com|itunes\.apple\.com|play\.google\.com|sj\.qq\.com|a\.app\.qq\.com|android\.myapp\.com|app\.mi\.com|m\.app\.mi\.com|store\.oppomobile\.com|h5\.appstore\.vivo\.com\.cn|appstore\.vivo\.com\.cn|app\.hihonor\.com|appmarket\.hihonor\.com|coolapk\.com|zhushou\.360\.cn|shouji\.baidu\.com|wandoujia\.com|pp\.cn|taptap\.(?:cn|com|io)|anzhi\.com|apkpure\.com|samsungapps\.com|galaxystore\.samsung\.com)$/;
const SHARES =
  /(?:^|\.)(?:pan\.baidu\.com|yun\.baidu\.com|aliyundrive\.com|alipan\.com|lanzou\w?\.com|cloud\.189\.cn|weiyun\.com|123pan\.com|quark\.cn|drive\.google\.com|dropbox\.com|1drv\.ms|wetransfer\.com)$/;
const SHORT =
  /^(?:t\.cn|url\.cn|dwz\.cn|suo\.im|bit\.ly|tinyurl\.com|t\.co|is\.gd|goo\.gl|3\.cn|u\.nu|rb\.gy|w\.url\.cn|sourl\.cn|985\.so|mrw\.so)$/;
/** Addresses of tunnels and previews: they are there as long as a developer's machine is. */
const TUNNELS =
  /(?:^|\.)(?:ngrok\.io|ngrok-free\.app|ngrok\.app|trycloudflare\.com|loca\.lt|localtunnel\.me|natapp\d?\.cc|vicp\.(?:net|cc)|cpolar\.\w+)$/;
const FRONT = /^\/(?:(?:index|home|default|main)(?:\.(?:html?|php|aspx?|jsp))?)?\/?$/i;

/** The first fault of an address, most telling first; null where it may well be a policy's. */
export function addressFault(url: string): AddressFault | null {
  if (!URL.canParse(url)) return null;
  const { hostname, pathname, search, hash } = new URL(url);
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (isPrivate(host) || TUNNELS.test(host) || (!host.includes('.') && !host.startsWith('['))) return 'private';
  if (STORES.test(host)) return 'store';
  if (SHARES.test(host)) return 'file-sharing';
  if (SHORT.test(host)) return 'short';
  // A host of its own for the policy (privacy.example.com), a query or a fragment may well lead to the text.
  const own = /^(?:privacy|policy|legal|terms|agreement|yinsi)[.-]/.test(host);
  return FRONT.test(pathname) && search === '' && hash.length <= 2 && !own ? 'home' : null;
}
