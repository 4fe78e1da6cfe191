/**
 * What the inspector is ready to spend on one package. Every limit that is hit becomes a gap, never a crash: real packages stay far
 * below all of them (the largest games have some 60,000 entries and 200 MB of DEX).
 */
export const LIMITS = {
  /** Entries of the archive's central directory. */
  entries: 200_000,
  /** Bytes of the central directory. */
  directoryBytes: 64 << 20,
  /** Inflated bytes of a compressed archive within the package, and of all of them together. */
  nestedBytes: 256 << 20,
  nestedTotalBytes: 512 << 20,
  /** Inflated bytes of the manifest. */
  manifestBytes: 16 << 20,
  /** Elements of a binary XML file, and how deep they nest. */
  xmlElements: 50_000,
  xmlDepth: 256,
  /** Attributes of a binary XML file: as many as the largest manifest has room for, unless they overlap. */
  xmlAttributes: 840_000,
  /** Characters of text taken from the components, and from each other part, of a manifest: one string can be referred to without end. */
  componentText: 4 << 20,
  manifestText: 1 << 20,
  /** Inflated bytes of one XML file beside the manifest (a layout, a network security configuration). */
  layoutBytes: 2 << 20,
  /** Inflated bytes of `resources.arsc`. */
  resourceBytes: 256 << 20,
  /** References followed to resolve one resource, and configurations and entries looked at to resolve all of them. */
  resourceHops: 20,
  resourceSteps: 100_000_000,
  /** `ResTable_type` chunks of a resource table. */
  resourceTypes: 200_000,
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
  /** Bytes of an ASN.1 object identifier and of a serial number (RFC 5280 allows 20), and characters of a distinguished name. */
  identifierBytes: 128,
  serialBytes: 64,
  distinguishedName: 4096,
  /** Facts kept. */
  callers: 20,
  hosts: 2000,
  entryNames: 5000,
  packages: 20_000,
  packageText: 4 << 20,
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
