import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import type { ProgramFile } from './build-program.ts';
import { dottedName } from './dotted-name.ts';
import type { Program } from './program.ts';

const SLASH = 0x2f;

/** The Java packages in which a program defines classes. */
export interface Packages {
  /** In the order of their names; `methods` and `bodies` (those that do something) of every definition of every file. */
  readonly list: readonly CountedPackage[];
  /** By type of the program, the index in `list`; -1 where no class is defined, or its package is beyond the limits. */
  readonly ofType: Int32Array;
}

export interface CountedPackage {
  readonly name: string;
  readonly classes: number;
  readonly methods: number;
  readonly bodies: number;
}

interface Counts {
  /** Number in the order in which packages were met; -1 for what is not recorded. */
  readonly number: number;
  classes: number;
  methods: number;
  bodies: number;
}

/** Counts class definitions, their methods and the bodies that do something by Java package. */
export function countPackages(
  program: Program,
  files: readonly ProgramFile[],
  places: readonly number[],
  observations: Observations,
): Packages {
  const packages = new Map<string, Counts>();
  const byType: (Counts | undefined)[] = new Array(program.types.count).fill(undefined);
  const ofType = new Int32Array(program.types.count).fill(-1);
  let textLeft: number = LIMITS.packageText;
  const countsOf = (type: number): Counts => {
    const known = byType[type];
    if (known) return known;
    const descriptor = program.types.descriptor(type);
    const name = descriptor.slice(0, Math.max(0, descriptor.lastIndexOf('/')));
    let counts = packages.get(name);
    if (!counts) {
      textLeft -= name.length;
      const isKept = packages.size < LIMITS.packages && textLeft >= 0;
      counts = { number: isKept ? packages.size : -1, classes: 0, methods: 0, bodies: 0 };
      if (isKept) packages.set(name, counts);
      else noteTooManyPackages(observations);
    }
    byType[type] = counts;
    return counts;
  };
  for (const [index, place] of places.entries()) {
    const { classes, defined, types: names, bytes } = files[place]!.scanned;
    const { types } = program.dexes[index]!;
    // Most classes stand behind another one of their package: then no name need be made of theirs.
    const before: Package = { at: 0, length: -1 };
    let counts = NOTHING;
    for (let i = 0; i < classes.type.length; i++) {
      const type = classes.type[i]!;
      if (type < 0 || !isWithin(before, bytes, names.at[type]!, names.length[type]!)) {
        counts = countsOf(types[type] ?? 0);
        note(before, bytes, type < 0 ? 0 : names.at[type]!, type < 0 ? 0 : names.length[type]!);
      }
      ofType[types[type] ?? 0] = counts.number;
      counts.classes += 1;
      counts.methods += classes.methodStart[i + 1]! - classes.methodStart[i]!;
      for (let method = classes.methodStart[i]!; method < classes.methodStart[i + 1]!; method++) {
        counts.bodies += defined.acts[method]!;
      }
    }
  }
  return sorted(packages, ofType);
}

const NOTHING: Counts = { number: -1, classes: 0, methods: 0, bodies: 0 };

/** @param ofType the packages' numbers, which become their places in the sorted list */
function sorted(packages: ReadonlyMap<string, Counts>, ofType: Int32Array): Packages {
  const all = [...packages].map(([name, counts]) => ({ name: dottedName(name), counts }));
  all.sort((a, b) => (a.name < b.name ? -1 : 1));
  const placeOf = new Int32Array(all.length);
  for (const [place, { counts }] of all.entries()) placeOf[counts.number] = place;
  for (let type = 0; type < ofType.length; type++) if (ofType[type]! >= 0) ofType[type] = placeOf[ofType[type]!]!;
  const list = all.map(({ name, counts: { classes, methods, bodies } }) => ({ name, classes, methods, bodies }));
  return { list, ofType };
}

/** Where the name of a package stands: in front of the last slash of a descriptor. Nothing is within one of length -1. */
interface Package {
  at: number;
  length: number;
}

function note(place: Package, bytes: Uint8Array, at: number, length: number): void {
  let end = at + length - 1;
  while (end > at && bytes[end] !== SLASH) end -= 1;
  place.at = at;
  // What stands in no package is looked up each time.
  place.length = end > at ? end - at : -1;
}

/** Whether a descriptor is the name of the package, a slash, and no other slash. */
function isWithin({ at: from, length }: Package, bytes: Uint8Array, at: number, long: number): boolean {
  if (length < 0 || length >= long || bytes[at + length] !== SLASH) return false;
  for (let i = 0; i < length; i++) if (bytes[from + i] !== bytes[at + i]) return false;
  for (let i = length + 1; i < long; i++) if (bytes[at + i] === SLASH) return false;
  return true;
}

function noteTooManyPackages(observations: Observations): void {
  observations.gap('code', 'too-many-packages', 'DEX', {
    zh: `Java 包超过 ${LIMITS.packages} 个或名称过长，其余未记录`,
    en: `more than ${LIMITS.packages} Java packages, or names too long; the rest are not recorded`,
  });
}
