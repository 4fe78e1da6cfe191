import type { ZipArchive } from '../binary/zip.ts';
import type { ZipEntry } from '../binary/zip-directory.ts';
import { acceptedSince } from './cms-algorithms.ts';
import type { Verification } from './problems.ts';
import { certificateOf, chainOf, readSignedData, type SignedData } from './signed-data.ts';
import { verifySignerInfo } from './signer-info.ts';

/** Names of a JAR signature's files: all begin with it, in exactly this spelling. */
const FOLDER = 'META-INF/';
export const MANIFEST = `${FOLDER}MANIFEST.MF`;

/** A signature block (`.RSA`, `.DSA`, `.EC`) and the signature file (`.SF`) of the same name beside it. */
export interface JarSignerFiles {
  readonly block: ZipEntry;
  readonly file: ZipEntry;
}

/** The files of each signer, in the directory's order; a block without its file is no signer. */
export function findJarSigners(archive: ZipArchive): JarSignerFiles[] {
  const signers: JarSignerFiles[] = [];
  for (const block of archive.byName.values()) {
    if (!block.name.startsWith(FOLDER) || !/\.(?:RSA|DSA|EC)$/.test(block.name)) continue;
    const file = archive.byName.get(`${block.name.slice(0, block.name.lastIndexOf('.'))}.SF`);
    if (file) signers.push({ block, file });
  }
  return signers;
}

/** Certificates of a signer in DER, its own first, and the algorithm of its signature. */
export interface JarSigner {
  readonly certificates: readonly Buffer[];
  readonly algorithms: readonly string[];
}

/** Platform version that tries every signer of a block; older ones take the first. */
const ALL_SIGNERS_SINCE = 24;
/** Before this version signed attributes were not compared with the content. */
const SIGNED_ATTRIBUTES_SINCE = 19;

/**
 * Verifies a signature block over its signature file: one of its signers must verify, the first one for old platforms.
 * @returns the signer that verified, else the one that the block names first; null when the block cannot be read
 */
export function verifyJarBlock(name: string, block: Buffer, file: Buffer, minSdk: number, found: Verification): JarSigner | null {
  const data = found.attempt(() => readSignedData(block));
  if (!data) return null;
  const tried = minSdk < ALL_SIGNERS_SINCE ? data.signers.slice(0, 1) : data.signers;
  if (tried.length === 0) found.wrong('no-signers', `${name} 中没有签名者`, `${name} has no signer`);
  const outcomes = tried.map((signer) => ({ signer, ...verifySignerInfo(data, signer, file) }));
  const valid = outcomes.find(({ result }) => result === 'valid');
  for (const { signer } of outcomes) {
    const since = acceptedSince(signer.digestOid, signer.signatureAlgorithm.children[0]?.oid ?? '');
    if (since === null || since > minSdk) {
      found.wrong(
        'algorithm-refused',
        `${name} 的签名算法在部分目标系统版本上不受支持`,
        `platform versions that the package is for do not accept the signature algorithm of ${name}`,
      );
    }
    if (signer.signedAttributes && minSdk < SIGNED_ATTRIBUTES_SINCE) {
      found.wrong(
        'signed-attributes-unsafe',
        `${name} 使用签名属性，Android 4.4 以下不核对其内容`,
        `${name} has signed attributes, which platforms before Android 4.4 do not compare with the content`,
      );
    }
  }
  if (!valid) for (const { result, problem } of outcomes) if (problem) found.take(result, [problem]);
  return chainOfSigner(data, valid ?? outcomes[0]);
}

function chainOfSigner(
  data: SignedData,
  chosen: { signer: SignedData['signers'][number]; algorithm: { name: string } | null } | undefined,
): JarSigner {
  const own = chosen && certificateOf(chosen.signer, data.certificates);
  const certificates = chainOf(own, data.certificates).map(({ raw }) => raw);
  return { certificates, algorithms: chosen?.algorithm ? [chosen.algorithm.name] : [] };
}
