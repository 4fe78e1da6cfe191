import type { PackageFacts } from '../domain/facts/package.ts';
import type { Knowledge } from '../knowledge/types.ts';
import { addressOf, isLocal, isSdkSite, siteOf } from './web-address.ts';

/** Paths under which privacy policies lie; agreements and terms are others. */
const POLICY_PATH = /privacy|yinsi|yszc|ysxy|ysbh|ys_?zhengce|personal-?info/i;
const NOT_A_POLICY = /privacy-?sandbox|privacy\.(?:js|css|png|jpg)|schema|example/i;

/** Addresses in the code that look like the app's own privacy policy: known operators of SDKs and local hosts left out. */
export function policyAddresses({ code }: PackageFacts, knowledge: Pick<Knowledge, 'sdks'>): readonly string[] {
  return (code.urls ?? []).filter((url) => {
    if (!POLICY_PATH.test(url) || NOT_A_POLICY.test(url)) return false;
    const host = addressOf(url)?.host;
    return host !== undefined && !isLocal(host) && !isSdkSite(siteOf(host), knowledge);
  });
}

/** Whether the package names a site anywhere: in DEX code, scripts or native libraries. */
export function namesSite({ code, scripts, nativeLibraries }: PackageFacts, site: string): boolean {
  const isIts = (host: string) => siteOf(host) === site;
  return (
    code.hosts.some(isIts) ||
    scripts.some(({ hosts }) => hosts.some(isIts)) ||
    nativeLibraries.some(({ strings = [] }) => strings.some((text) => text.includes(site)))
  );
}
