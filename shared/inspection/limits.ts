/**
 * What the inspector is ready to spend on one package. Every limit that is hit becomes a gap, never a crash: real packages stay far
 * below all of them (the largest games have some 60,000 entries and 200 MB of DEX).
 */
export const LIMITS = {
  /** Entries of the archive's central directory. */
  entries: 200_000,
  /** Bytes of the central directory. */
  directoryBytes: 64 << 20,
  /** Inflated bytes of the manifest. */
  manifestBytes: 16 << 20,
  /** Elements of a binary XML file, and how deep they nest. */
  xmlElements: 50_000,
  xmlDepth: 256,
  /** Inflated bytes of `resources.arsc`. */
  resourceBytes: 256 << 20,
  /** References followed to resolve one resource. */
  resourceHops: 20,
  /** Inflated bytes of one DEX file and of all together. */
  dexBytes: 192 << 20,
  dexTotalBytes: 512 << 20,
  dexFiles: 500,
  /** UTF-16 units of a type descriptor or method name. */
  dexNameLength: 1024,
  /** Bytes of the APK Signing Block, and of a JAR signature block. */
  signingBlockBytes: 16 << 20,
  jarSignatureBytes: 1 << 20,
  signers: 32,
  certificates: 32,
  /** Facts kept. */
  callers: 20,
  hosts: 2000,
  entryNames: 5000,
  packages: 20_000,
  components: 20_000,
  permissions: 5000,
  nativeLibraries: 5000,
  tampering: 200,
  gaps: 500,
  /** Characters of any text taken from the package, of a file name, and of what is said about a place. */
  text: 1024,
  fileName: 255,
  place: 600,
} as const;
