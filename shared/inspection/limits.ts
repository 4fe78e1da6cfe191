import { CODE_LIMITS } from './code/limits.ts';

/**
 * What the inspector is ready to spend on one package. Every limit that is hit becomes a gap or a list that ends, never a crash: real packages
 * stay far below those that become gaps (the largest games have some 60,000 entries and 200 MB of DEX).
 */
export const LIMITS = {
  // The archive, and packages within the package.
  /** Entries of the archive's central directory, and bytes of it. */
  entries: 200_000,
  directoryBytes: 64 << 20,
  /** Bytes of a package that is read whole to verify its signature even where only ranges are to be read. */
  smallPackage: 8 << 20,
  /** Inflated bytes of a compressed archive within the package, and of all of them together. */
  nestedBytes: 256 << 20,
  nestedTotalBytes: 512 << 20,
  /**
   * Entries whose first bytes are looked at (of each rank: names that promise code, names that promise nothing, media) and the windows of
   * 64 kB fetched for them; packages within the package that are opened, bytes of them that are inflated, and that are hashed.
   */
  sniffed: 2000,
  sniffWindows: [64, 24, 6],
  nestedOpened: 40,
  nestedInflatedBytes: 96 << 20,
  nestedHashedBytes: 64 << 20,
  /** Bytes unpacked of the entries of all packages within the package together: manifests and resource tables. */
  nestedContentBytes: 64 << 20,
  nestedPermissions: 200,
  hiddenDex: 100,
  // Modules of a bundle, splits of a set, parts of other packages.
  /** Modules of a bundle and packages of a split set, and inflated bytes of the file that describes them. */
  modules: 500,
  bundleConfigBytes: 4 << 20,
  /** Kinds of splits that are missing, and bytes of split APKs that are read whole, although by ranges, to verify their signatures. */
  missingSplits: 50,
  setSignatureBytes: 64 << 20,
  /** APKs in the table of contents of a split set: every variant has its own. */
  tocApks: 20_000,
  /** Parts of an App Pack and subpackages of a quick app. */
  parts: 200,
  // Protobuf.
  /** Fields read of one protobuf file, repeated reads included, and how deep its messages nest (two levels an XML element). */
  protobufFields: 50_000_000,
  protobufDepth: 600,
  /** Bytes of one text of a protobuf file, and of all texts read from it, repeated reads included. */
  protobufString: 64 << 10,
  protobufText: 256 << 20,
  /** Types in the table of one module (a package has at most 255). */
  protobufTypes: 10_000,
  // Android's manifest and other XML.
  /** Inflated bytes of the manifest, and of those of all modules of a bundle or of all splits of a set. */
  manifestBytes: 16 << 20,
  manifestTotalBytes: 64 << 20,
  /** Elements of a binary XML file, and how deep they nest. */
  xmlElements: 50_000,
  xmlDepth: 256,
  /** Attributes of a binary XML file: as many as the largest manifest has room for, unless they overlap. */
  xmlAttributes: 840_000,
  /** Characters of text taken from the components, and from each other part, of a manifest: one string can be referred to without end. */
  componentText: 4 << 20,
  manifestText: 1 << 20,
  /** Domains of each kind in a network security configuration, their length, libraries that an application names. */
  networkDomains: 500,
  domainName: 255,
  libraries: 200,
  // Resources.
  /** Inflated bytes of `resources.arsc`. */
  resourceBytes: 256 << 20,
  /** `ResTable_type` chunks of a resource table. */
  resourceTypes: 200_000,
  /** Entries of the resource table of one module. */
  resourceEntries: 1_000_000,
  /** Different configurations that are remembered of a table, and bytes of one that is. */
  resourceConfigs: 5000,
  protobufKey: 256,
  /** References followed to resolve one resource, and configurations and entries looked at to resolve all of them. */
  resourceHops: 20,
  resourceSteps: 100_000_000,
  /** Values of one style or array, and aliases and libraries of a table. */
  bagValues: 20_000,
  resourceAliases: 20_000,
  // Layouts and texts of pages.
  /** Inflated bytes of one XML file beside the manifest (a layout, a network security configuration). */
  layoutBytes: 2 << 20,
  /** Layouts looked at and their bytes in all, screens kept, controls of each, resource texts kept of each topic and in all. */
  layouts: 4000,
  layoutTotalBytes: 32 << 20,
  /** Elements that all layouts take from those they include, texts of the resources, and characters of them looked through for topics. */
  includedElements: 200_000,
  stringResources: 500_000,
  matchedText: 4 << 20,
  consentScreens: 40,
  consentControls: 40,
  resourceTextsOfTopic: 40,
  resourceTexts: 200,
  /** Styles followed from one to its parent, and values of styles looked at for all layouts. */
  styleDepth: 20,
  styleSteps: 2_000_000,
  /** Characters of texts that are looked at for topics. */
  topicText: 16 << 20,
  ...CODE_LIMITS,
  // Signatures.
  /** Bytes of the APK Signing Block, and of a JAR signature block. */
  signingBlockBytes: 16 << 20,
  jarSignatureBytes: 1 << 20,
  /** Bytes of `META-INF/MANIFEST.MF` and of a signature file (`.SF`): some 150 for each entry. */
  jarManifestBytes: 32 << 20,
  /** Bytes of a package that is read whole, although by ranges, because nothing but JAR signatures protects it. */
  jarPackageBytes: 64 << 20,
  /** Inflated bytes of all entries that are digested for a JAR signature. */
  jarContentBytes: 4 * 2 ** 30,
  /** Problems kept of one signature scheme. */
  signatureProblems: 20,
  /** Certificates in a rotation lineage, and signatures, digests and attributes of a signer. */
  lineage: 32,
  signerRecords: 64,
  signers: 32,
  certificates: 32,
  /** Bytes of an ASN.1 object identifier and of a serial number (RFC 5280 allows 20), and characters of a distinguished name. */
  identifierBytes: 128,
  serialBytes: 64,
  /** ASN.1 values of a signature block and of a certificate, which have some 60 each; the parser takes 25 µs for one. */
  asn1Values: 6000,
  certificateValues: 600,
  /** Bytes of an RSA modulus that facts show: keys of 16,384 bits. */
  modulusBytes: 2048,
  distinguishedName: 4096,
  // Native libraries.
  /** Program and section headers of a native library, notes looked at, and bytes of one (or of the table of section names). */
  elfHeaders: 4096,
  elfNotes: 64,
  elfNoteBytes: 64 << 10,
  /** Native libraries that are opened; bytes of constant text read of one and of all, and of a compressed one inflated. */
  nativeOpened: 48,
  nativeTextBytes: 2 << 20,
  nativeTextTotalBytes: 8 << 20,
  nativePrefixBytes: 512 << 10,
  nativeStrings: 50,
  // Scripts and bytecode of other runtimes.
  /** Inflated bytes of one script or ArkTS bytecode file and of all together, and how many are read. */
  scriptBytes: 192 << 20,
  scriptTotalBytes: 512 << 20,
  scripts: 5000,
  /** Scripts in the assets: how many are read, bytes of one and of all, those kept in the facts, names of each kind and texts of all. */
  assetScripts: 400,
  assetScriptBytes: 32 << 20,
  assetScriptTotalBytes: 64 << 20,
  assetScriptsKept: 60,
  scriptNames: 60,
  scriptTexts: 100,
  /** Strings and module requests taken from one ArkTS bytecode file. */
  abcStrings: 5_000_000,
  abcClasses: 500_000,
  abcRequests: 2_000_000,
  abcModules: 1000,
  /** Characters of names taken from an ArkTS bytecode file: one can be referred to without end. */
  abcText: 64 << 20,
  /** Modules, calls and hosts that the facts of one ArkTS bytecode file keep: all code of an app is in one. */
  abcNames: 300,
  // JSON, and what HarmonyOS declares.
  /** Bytes of a JSON file, how deep its values nest, how many they are, and items of one list of it that facts keep. */
  jsonBytes: 16 << 20,
  jsonDepth: 100,
  jsonValues: 250_000,
  jsonList: 200,
  /** Bytes of all JSON files and of all resource indices of the modules of one app. */
  moduleJsonBytes: 32 << 20,
  moduleIndexBytes: 256 << 20,
  /** Qualifier directories of a HarmonyOS resource index, values looked at in all of them, bytes of the index, and resources kept. */
  indexConfigs: 5000,
  indexValues: 8_000_000,
  indexBytes: 128 << 20,
  indexIds: 500_000,
  /** Characters taken from a resource index: one text can be referred to without end. */
  indexText: 32 << 20,
  /** OHPM packages of a HarmonyOS app that facts keep. */
  ohpmPackages: 1000,
  // Facts kept.
  /** Texts of pages, and callers of one use. */
  uiTexts: 300,
  callers: 20,
  /** Hosts and addresses kept, and characters of one. */
  hosts: 2000,
  urls: 500,
  urlLength: 200,
  /** Names of entries kept, and of one folder. */
  entryNames: 1000,
  entryNamesOfFolder: 20,
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
