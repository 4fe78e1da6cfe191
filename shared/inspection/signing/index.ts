import type { Certificate, SignatureScheme, Signer, Signing } from '../../domain/facts/signing.ts';
import type { ZipArchive } from '../binary/zip.ts';
import type { InspectionContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { type BlockResult, verifyBlockScheme } from './block-scheme.ts';
import type { BlockScheme } from './block-signers.ts';
import { readCertificate } from './certificate.ts';
import { type EntriesWanted, verifyJar } from './jar-scheme.ts';
import { PackageContent } from './package-content.ts';
import type { Verification } from './problems.ts';
import { checkRotationKept, checkSdkRanges, lineageOf } from './rotation.ts';
import { decide, type Schemes, V2_SINCE, V3_SINCE, V31_SINCE } from './schemes.ts';
import { readSigningBlock, SCHEME_BLOCKS, type SigningBlock } from './signing-block.ts';

/** Platform versions that a package says it is for; null where its manifest could not be read. */
export interface SdkLevels {
  readonly minSdk: number | null;
  readonly targetSdk: number | null;
}

type Reading = Pick<InspectionContext, 'digests' | 'reading'>;

const ORDER: readonly SignatureScheme[] = ['v1', 'v2', 'v3', 'v3.1'];
const KNOWN_TO_OLDER: readonly [BlockScheme, number][] = [
  ['v2', 2],
  ['v3', 3],
];

/**
 * Who signed an Android package, and whether Android accepts it. The signing block and the JAR signature's files are read; of the
 * content, what `context` allows: digests that were taken when the package came in stand for reading it.
 * @throws only what the source throws
 */
export async function verifySigning(
  archive: ZipArchive,
  context: Reading,
  app: SdkLevels,
  observations: Observations,
): Promise<Signing> {
  const block = await observations.attempt('signature', 'APK Signing Block', null, () => readSigningBlock(archive, observations));
  const schemes = await verifySchemes(archive, block, context, app.minSdk ?? V2_SINCE, observations);
  const results = [schemes.jar, schemes.v2, schemes.v3, schemes.v31].flatMap((each) => each?.verification ?? []);
  if (archive.end.shift !== 0) for (const each of results) refuseShifted(each);
  const { verified, missing } = decide(schemes, app.minSdk ?? V2_SINCE, app.targetSdk ?? 0);
  noteStripped(results, observations);
  const there = ORDER.filter((scheme) => results.some((each) => each.scheme === scheme));
  const lineage = lineageFacts(schemes);
  return {
    schemes: there,
    signers: await signerFacts(schemes, observations),
    // Without minSdkVersion nobody can say which platform versions would look at what.
    verified: app.minSdk === null && verified === 'valid' ? 'not-checked' : verified,
    results: [...results, ...missing]
      .map((each) => each.finish())
      .sort((one, other) => ORDER.indexOf(one.scheme) - ORDER.indexOf(other.scheme)),
    ...(lineage ? { lineage } : {}),
  };
}

async function verifySchemes(
  archive: ZipArchive,
  block: SigningBlock | null,
  context: Reading,
  minSdk: number,
  observations: Observations,
): Promise<Schemes> {
  const byScheme = new Map<BlockScheme, BlockResult>();
  const content = block && new PackageContent(archive, block, context);
  for (const { scheme, id } of SCHEME_BLOCKS) {
    const value = block?.pairs.get(id);
    if (!content || !value) continue;
    const since = { v2: V2_SINCE, v3: V3_SINCE, 'v3.1': V31_SINCE }[scheme];
    byScheme.set(scheme, await verifyBlockScheme(scheme, value, content, Math.max(minSdk, since)));
  }
  const [v2, v3, v31] = (['v2', 'v3', 'v3.1'] as const).map((scheme) => byScheme.get(scheme) ?? null) as [
    BlockResult | null,
    BlockResult | null,
    BlockResult | null,
  ];
  const rotation = v31 && v31.signers.length > 0 ? Math.min(...v31.signers.map((signer) => signer.minSdk)) : null;
  if (v31) checkSdkRanges(v31, null, null);
  if (v3) {
    checkSdkRanges(v3, Math.max(minSdk, V3_SINCE), rotation);
    checkRotationKept(v3, rotation);
  }
  if (v2 && !v3 && v2.signers.some(({ alsoSigned }) => alsoSigned.includes(3)))
    v2.verification.wrong(
      'scheme-stripped',
      'v2 声明还有 v3 签名，而该签名已被移除',
      'v2 says that there is a v3 signature, which was removed',
    );
  const present = new Set(KNOWN_TO_OLDER.filter(([scheme]) => byScheme.has(scheme)).map(([, id]) => id));
  const entries = entriesWanted(archive, context, minSdk, byScheme.size === 0);
  return { jar: await verifyJar(archive, { minSdk, present, entries }, observations), v2, v3, v31 };
}

/** Reading every entry costs as much as reading the package: only where some platform version looks at the JAR signature. */
function entriesWanted(archive: ZipArchive, { reading }: Reading, minSdk: number, onlyJar: boolean): EntriesWanted {
  if (minSdk >= V2_SINCE && !onlyJar) return 'not-consulted';
  const small = archive.ranges.size <= LIMITS.jarPackageBytes;
  return reading === 'full' || (onlyJar && small) ? 'read' : 'not-read';
}

/** Platforms take the directory's offset as it is written. */
function refuseShifted(found: Verification): void {
  found.wrong(
    'shifted-offsets',
    '归档偏移整体错位，系统无法读取',
    'the offsets of the archive are short, so that platforms cannot read it',
  );
}

/** A scheme that an older one promises was taken out by somebody who could not sign anew. */
function noteStripped(results: readonly Verification[], observations: Observations): void {
  for (const { scheme, problems } of results.map((each) => each.finish())) {
    const stripped = problems.find(({ code }) => code === 'scheme-stripped');
    if (stripped) observations.trick('signature-stripped', scheme, stripped.message, 'install');
  }
}

async function signerFacts(schemes: Schemes, observations: Observations): Promise<Signer[]> {
  const signers: Signer[] = [];
  for (const each of schemes.jar?.signers ?? []) {
    signers.push({
      scheme: 'v1',
      certificates: await certificateFacts(each.certificates, 'v1', observations),
      algorithms: each.algorithms,
    });
  }
  for (const { scheme, signers: list } of [schemes.v2, schemes.v3, schemes.v31].flatMap((each) => each ?? [])) {
    for (const each of list) {
      const range = scheme === 'v2' ? {} : { minSdk: each.minSdk, maxSdk: each.maxSdk };
      const certificates = await certificateFacts(each.certificates, scheme, observations);
      signers.push({ scheme, certificates, algorithms: each.algorithms, ...range });
    }
  }
  return signers;
}

async function certificateFacts(list: readonly Buffer[], part: string, observations: Observations): Promise<Certificate[]> {
  const certificates: Certificate[] = [];
  for (const der of list.slice(0, LIMITS.certificates)) {
    const read = await observations.attempt('signature', part, null, () => readCertificate(der));
    if (read) certificates.push(read);
  }
  return certificates;
}

function lineageFacts({ v3, v31 }: Schemes): Signing['lineage'] {
  const found = [v31, v3].map((each) => (each ? lineageOf(each.signers) : null)).find((each) => each && each !== 'differ');
  return found && found !== 'differ' ? found.map(({ sha256, capabilities }) => ({ sha256, capabilities })) : undefined;
}
