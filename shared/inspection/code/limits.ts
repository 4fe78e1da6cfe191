/** What the inspector is ready to spend on the code of one package: part of `LIMITS`, by which everything else asks for it. */
export const CODE_LIMITS = {
  // DEX files.
  /** Inflated bytes of one DEX file and of all together. */
  dexBytes: 192 << 20,
  dexTotalBytes: 512 << 20,
  dexFiles: 500,
  /** Of one DEX file and of all together: defined methods, calls, and types and methods referred to; uses kept of wanted fields and strings. */
  dexMethods: 4_000_000,
  dexCalls: 16_000_000,
  dexReferences: 8_000_000,
  dexUses: 20_000,
  /** Prints of strings taken down of one DEX file: each string once a class that loads it. */
  dexPrints: 2_000_000,
  /** Units of one method that is swept (compilers stay below a hundred thousand); UTF-16 units of a type descriptor or method name. */
  dexMethodUnits: 1 << 20,
  dexNameLength: 1024,
  // Uses, constants and texts of the code.
  /** Classes that the manifest names and their superclasses; UTF-16 units of a constant that is looked at for topics and keys. */
  declaredClasses: 5000,
  declaredParents: 20_000,
  constantText: 20_000,
  /** Bytes of all these constants; superclasses looked at to match calls; units of code in which constants are followed. */
  constantTexts: 32 << 20,
  matchSteps: 20_000_000,
  trackedUnits: 40_000_000,
  /** Constant arguments of a call and characters of each; calls in all that have any; names that reflection looks up, told one by one. */
  arguments: 8,
  argumentLength: 200,
  keptArguments: 200_000,
  /** Constants that callers give one call through methods of the app. */
  relayedTexts: 64,
  reflection: 200,
  reflectionCallers: 5,
  /** Calls of one use that have their paths told, steps of all paths together, and constants that look like secrets. */
  callersWithPaths: 3,
  pathSteps: 3000,
  keys: 100,
  // Prints, versions and plugins.
  /** Prints kept of one package, one class, all packages, all classes, and of the names of resources; classes that have any told. */
  packagePrints: 4000,
  classPrints: 200,
  prints: 40_000,
  printsOfClasses: 10_000,
  resourcePrints: 4000,
  printedClasses: 2000,
  /** Methods called of which those of the platform are told apart, by looking at their classes' parents. */
  printSteps: 20_000_000,
  /** Names of resources that are looked at. */
  resourceNames: 500_000,
  /** Clues of versions kept, characters of one and of what it speaks of; files of each kind that tell versions. */
  versions: 1500,
  versionLength: 60,
  versionSubject: 300,
  versionFiles: 400,
  /** Small files in which build tools write what they built in: how many are read, and bytes of all. */
  metadataFiles: 1500,
  metadataBytes: 24 << 20,
  /** Inflated bytes of the licences of a Flutter app. */
  noticesBytes: 16 << 20,
  /** Plugins kept, and characters of the name of one. */
  plugins: 500,
  pluginName: 200,
  // Whose code calls whose.
  /** Classes looked at for the definitions that calls mean; other packages told that call one. */
  definitionSteps: 5_000_000,
  packageCallers: 40,
  /** Names of methods compared with the words of starts; targets told, callers of each, steps of all their paths; units followed for arguments. */
  startNames: 100_000,
  startCalls: 1000,
  startCallers: 3,
  startPathSteps: 6000,
  startUnits: 4_000_000,
  /** Packages of which it is told how entry points come into them, and steps of all their paths. */
  packageEntries: 200,
  packageEntrySteps: 4000,
  // The call graph.
  /** Steps spent on the call graph (a call, a superclass or an instruction followed is one), and components that count as entry points. */
  graphSteps: 40_000_000,
  entryPoints: 3000,
  /** Supertypes of all classes together, a type that several have counted for each. */
  graphSupertypes: 4_000_000,
  /** Steps spent on counting what each single component of a kind reaches. */
  reachSteps: 3_000_000,
  /** Units of a method whose branches are looked at, characters of a guard's name, branches and blocks looked at for all guards. */
  guardUnits: 20_000,
  guardName: 200,
  guardSteps: 5_000_000,
  /** Paths kept of one call, and steps kept of one path: from a longer one the middle is left out. */
  paths: 3,
  stepsOfPath: 40,
  /** Steps gone back along all paths that are told, those that are left out included: beyond this no more are told. */
  pathWalk: 500_000,
} as const;
