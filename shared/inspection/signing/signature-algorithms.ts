import { constants, type KeyObject, verify } from 'node:crypto';

/** How the content of a package is digested: in chunks of 1 MiB, or as a Merkle tree of 4 KiB blocks (fs-verity). */
export type ContentDigestKind = 'sha256' | 'sha512' | 'verity';

/** A signature algorithm of the APK signature schemes (source.android.com, "APK Signature Scheme v2", signature algorithm ids). */
export interface SignatureAlgorithm {
  readonly id: number;
  readonly name: string;
  readonly key: 'rsa' | 'ec' | 'dsa';
  readonly hash: 'sha256' | 'sha512';
  readonly pss: boolean;
  readonly content: ContentDigestKind;
  /** The first platform version that knows it. */
  readonly minSdk: number;
}

const algorithm = (
  id: number,
  name: string,
  key: SignatureAlgorithm['key'],
  hash: SignatureAlgorithm['hash'],
  verity = false,
): SignatureAlgorithm => ({
  id,
  name,
  key,
  hash,
  pss: name.includes('PSS'),
  content: verity ? 'verity' : hash,
  minSdk: verity ? 28 : 24,
});

const ALGORITHMS: ReadonlyMap<number, SignatureAlgorithm> = new Map(
  [
    algorithm(0x0101, 'RSA_PSS_WITH_SHA256', 'rsa', 'sha256'),
    algorithm(0x0102, 'RSA_PSS_WITH_SHA512', 'rsa', 'sha512'),
    algorithm(0x0103, 'RSA_PKCS1_V1_5_WITH_SHA256', 'rsa', 'sha256'),
    algorithm(0x0104, 'RSA_PKCS1_V1_5_WITH_SHA512', 'rsa', 'sha512'),
    algorithm(0x0201, 'ECDSA_WITH_SHA256', 'ec', 'sha256'),
    algorithm(0x0202, 'ECDSA_WITH_SHA512', 'ec', 'sha512'),
    algorithm(0x0301, 'DSA_WITH_SHA256', 'dsa', 'sha256'),
    algorithm(0x0421, 'VERITY_RSA_PKCS1_V1_5_WITH_SHA256', 'rsa', 'sha256', true),
    algorithm(0x0423, 'VERITY_ECDSA_WITH_SHA256', 'ec', 'sha256', true),
    algorithm(0x0425, 'VERITY_DSA_WITH_SHA256', 'dsa', 'sha256', true),
  ].map((each) => [each.id, each]),
);

/** Strength as platforms order it: they verify the strongest content digest that they know. */
const STRENGTH: Readonly<Record<ContentDigestKind, number>> = { sha256: 0, verity: 1, sha512: 2 };

/** The algorithm of an id; undefined for one that no platform knows. */
export function algorithmOf(id: number): SignatureAlgorithm | undefined {
  return ALGORITHMS.get(id);
}

/** What facts call an algorithm: its name, or its id in hexadecimal. */
export function algorithmName(id: number): string {
  return ALGORITHMS.get(id)?.name ?? `0x${id.toString(16).padStart(4, '0')}`;
}

/**
 * The signatures that platforms from `minSdk` to `maxSdk` verify: each version takes the strongest that it knows, the first of equals,
 * so those from 24 on and those from 28 on may differ. Null when the oldest platform knows none.
 */
export function signaturesToVerify<T extends { readonly algorithm: SignatureAlgorithm }>(
  signatures: readonly T[],
  minSdk: number,
  maxSdk: number,
): T[] | null {
  const known = signatures.filter((each) => each.algorithm.minSdk <= maxSdk);
  const best = new Map<number, T>();
  for (const each of known) {
    const since = each.algorithm.minSdk;
    const rival = best.get(since);
    if (!rival || STRENGTH[each.algorithm.content] > STRENGTH[rival.algorithm.content]) best.set(since, each);
  }
  return best.size === 0 || Math.min(...best.keys()) > minSdk ? null : [...best.values()];
}

/** Whether a signature over `data` is that of the key. @throws what the runtime throws when it cannot say */
export function verifies(algorithm: SignatureAlgorithm, data: Buffer, key: KeyObject, signature: Buffer): boolean {
  if (key.asymmetricKeyType !== algorithm.key) return false;
  const saltLength = algorithm.hash === 'sha256' ? 32 : 64;
  const options = algorithm.pss ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength } : { key };
  return verify(algorithm.hash, data, options, signature);
}
