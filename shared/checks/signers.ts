import type { Certificate, PackageFacts, SignatureScheme, Signer } from '../domain/facts/package.ts';
import { wasReadWhole } from './completeness.ts';

/** Oldest first; platforms consult the newest that they know. `v4` has the certificates of v2 or v3. */
const ORDER: readonly SignatureScheme[] = ['v1', 'v2', 'v3', 'v3.1', 'v4', 'hap', 'rpk'];

/** The first platform on which a newer scheme takes the place of the older one (source.android.com, "Application Signing"). */
const REPLACED_SINCE: Readonly<Partial<Record<SignatureScheme, number>>> = { v1: 24, v2: 28 };
const NEWER: Readonly<Partial<Record<SignatureScheme, readonly SignatureScheme[]>>> = {
  v1: ['v2', 'v3', 'v3.1'],
  v2: ['v3', 'v3.1'],
};

/**
 * The signers that say whose package it is. A scheme that does not hold, or that nobody looks at and nobody has verified, may be copied
 * from another app: its certificate lies there for everybody to take. Where no scheme is left all are given, for want of better.
 */
export function countedSigners({ signing, identity }: PackageFacts): readonly Signer[] {
  const { signers, results = [] } = signing;
  const present = new Set(signers.map(({ scheme }) => scheme));
  const counts = ({ scheme }: Signer): boolean => {
    const result = results.find((each) => each.scheme === scheme)?.result ?? 'not-checked';
    if (result !== 'not-checked') return result === 'valid';
    const isReplaced = (identity.minSdk ?? 0) >= (REPLACED_SINCE[scheme] ?? Number.POSITIVE_INFINITY);
    return !(isReplaced && (NEWER[scheme] ?? []).some((newer) => present.has(newer)));
  };
  const counted = signers.filter(counts);
  return counted.length > 0 ? counted : signers;
}

/**
 * The certificates that the package is signed with, newest scheme first, each once; empty where there are none, where the signature could
 * not be read whole, and for a bundle, which is signed for the upload and gets its real signature from the store.
 */
export function signingCertificates(facts: PackageFacts): Certificate[] {
  if (facts.format === 'aab' || !wasReadWhole(facts, 'signature')) return [];
  const byDigest = new Map<string, Certificate>();
  const signers = [...countedSigners(facts)].sort((a, b) => ORDER.indexOf(b.scheme) - ORDER.indexOf(a.scheme));
  for (const { certificates } of signers) {
    const [own] = certificates;
    if (own !== undefined) byDigest.set(own.sha256, own);
  }
  return [...byDigest.values()];
}

/** Digests of older certificates that the package's own have replaced (APK Signature Scheme v3, proof of rotation). */
export function formerSigners({ signing }: PackageFacts, today: readonly Certificate[]): string[] {
  return (signing.lineage ?? []).map(({ sha256 }) => sha256).filter((sha256) => today.every((own) => own.sha256 !== sha256));
}

/** Subject, and how its validity ends: what a person tells a certificate by. */
export function certificateDetail({ subject, notAfter }: Certificate): string {
  return `${subject}（至 ${notAfter.slice(0, 10)} / until ${notAfter.slice(0, 10)}）`;
}
