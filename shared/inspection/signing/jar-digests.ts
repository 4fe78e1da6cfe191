import { BrokenBytes } from '../broken.ts';
import { attribute, type Section } from './jar-manifest.ts';

/** A digest that a manifest names, and the algorithm for Node's hashes. */
export interface NamedDigest {
  readonly hash: string;
  readonly digest: Buffer;
}

/** Platform version from which the strongest digest counts; before it the attribute `Digest-Algorithms` decides. */
const STRONGEST_SINCE = 18;
/** From the strongest, as attributes name them. */
const STRONGEST = [
  ['SHA-512', 'sha512'],
  ['SHA-384', 'sha384'],
  ['SHA-256', 'sha256'],
  ['SHA1', 'sha1'],
] as const;
/** What old platforms know by its name, and since when. */
const OLD: Readonly<Record<string, readonly [hash: string, since: number]>> = {
  MD5: ['md5', 0],
  SHA: ['sha1', 0],
  SHA1: ['sha1', 0],
  'SHA-1': ['sha1', 0],
  'SHA-256': ['sha256', 0],
  'SHA-384': ['sha384', 9],
  'SHA-512': ['sha512', 9],
};

/**
 * The digests of a section that platform versions from `minSdk` on look at (AOSP `StrictJarVerifier`, `JarVerifier`): each version takes
 * one, so there are at most two. None when some version finds none that it knows.
 * @param suffix what follows the algorithm in the attribute's name: `-Digest`, `-Digest-Manifest`, …
 * @throws BrokenBytes `digest-malformed`
 */
export function digestsToVerify(section: Section, suffix: string, minSdk: number): NamedDigest[] {
  const found: NamedDigest[] = [];
  if (minSdk < STRONGEST_SINCE) {
    const old = oldDigest(section, suffix, minSdk);
    if (!old) return [];
    found.push(old);
  }
  for (const [label, hash] of STRONGEST) {
    const text = attribute(section, label + suffix);
    if (text === null) continue;
    const digest = decode(text);
    if (!found.some((other) => other.hash === hash && other.digest.equals(digest))) found.push({ hash, digest });
    break;
  }
  return found;
}

function oldDigest(section: Section, suffix: string, minSdk: number): NamedDigest | null {
  for (const label of (attribute(section, 'Digest-Algorithms') ?? 'SHA SHA1').split(/[ \t\n\r\f]+/)) {
    const text = label === '' ? null : attribute(section, label + suffix);
    const [hash, since] = OLD[label.toUpperCase()] ?? [];
    if (text !== null && hash !== undefined && since !== undefined && since <= minSdk) return { hash, digest: decode(text) };
  }
  return null;
}

function decode(text: string): Buffer {
  if (/^[A-Za-z0-9+/]*={0,2}$/.test(text) && (text.length % 4 === 0 || !text.endsWith('='))) return Buffer.from(text, 'base64');
  const what = { zh: '摘要不是 Base64', en: 'a digest is not in Base64' };
  throw new BrokenBytes('digest-malformed', 'MANIFEST.MF', 0, what);
}
