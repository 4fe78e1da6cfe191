import { type Asn1, readAsn1 } from './asn1.ts';
import type { Problem } from './problems.ts';

const KEY_USAGE = '2.5.29.15';
/** Extensions that platforms know (RFC 5280, 4.2; two of Netscape): a critical one that they do not know makes them refuse. */
const KNOWN: ReadonlySet<string> = new Set([
  ...[9, 14, 15, 16, 17, 18, 19, 20, 21, 23, 24, 27, 28, 29, 30, 31, 32, 33, 35, 36, 37, 46, 54].map((last) => `2.5.29.${last}`),
  '1.3.6.1.5.5.7.1.1',
  '1.3.6.1.5.5.7.1.11',
  '2.16.840.1.113730.1.1',
]);

/** Why a certificate may not sign JARs on Android; null when it may. */
export function signingObjection(certificate: Asn1): Problem | null {
  const body = certificate.children[0];
  const extensions = body?.children.find((child) => child.context && child.tag === 3)?.children[0]?.children ?? [];
  for (const { children } of extensions) {
    const oid = children[0]?.oid ?? '';
    const value = children[children.length - 1];
    const critical = children.length > 2 && children[1]?.content[0] !== 0;
    if (critical && !KNOWN.has(oid)) {
      const text = `证书含有不支持的关键扩展 ${oid}`;
      return {
        code: 'critical-extension',
        message: { zh: text, en: `the certificate has the unknown critical extension ${oid}` },
      };
    }
    if (oid === KEY_USAGE && value && !allowsSignatures(value)) {
      const zh = '证书的密钥用途不允许数字签名';
      return { code: 'key-usage', message: { zh, en: 'the certificate may not be used for digital signatures' } };
    }
  }
  return null;
}

/** `KeyUsage` (RFC 5280, 4.2.1.3): bit 0 digital signature, bit 1 non-repudiation. */
function allowsSignatures(value: Asn1): boolean {
  const bits = readAsn1(value.content, 'KeyUsage').content;
  return ((bits[1] ?? 0) & 0xc0) !== 0;
}
