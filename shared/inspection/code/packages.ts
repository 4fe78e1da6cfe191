import type { CodePackage } from '../../domain/facts/code.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import type { ProgramFile } from './build-program.ts';
import { dottedName } from './dotted-name.ts';
import type { Program } from './program.ts';

const SLASH = 0x2f;

/** Class definitions and their methods by Java package, every definition of every file counted, in the order of their names. */
export function countPackages(
  program: Program,
  files: readonly ProgramFile[],
  places: readonly number[],
  observations: Observations,
): CodePackage[] {
  const packages = new Map<string, { classes: number; methods: number }>();
  const byType: ({ classes: number; methods: number } | undefined)[] = new Array(program.types.count).fill(undefined);
  let textLeft: number = LIMITS.packageText;
  const ofType = (type: number) => {
    const known = byType[type];
    if (known) return known;
    const descriptor = program.types.descriptor(type);
    const name = descriptor.slice(0, Math.max(0, descriptor.lastIndexOf('/')));
    let counts = packages.get(name);
    if (!counts) {
      counts = { classes: 0, methods: 0 };
      textLeft -= name.length;
      if (packages.size < LIMITS.packages && textLeft >= 0) packages.set(name, counts);
      else noteTooManyPackages(observations);
    }
    byType[type] = counts;
    return counts;
  };
  for (const [index, place] of places.entries()) {
    const { classes, types: names, bytes } = files[place]!.scanned;
    const { types } = program.dexes[index]!;
    // Most classes stand behind another one of their package: then no name need be made of theirs.
    const before: Package = { at: 0, length: -1 };
    let counts = { classes: 0, methods: 0 };
    for (let i = 0; i < classes.type.length; i++) {
      const type = classes.type[i]!;
      if (type < 0 || !isWithin(before, bytes, names.at[type]!, names.length[type]!)) {
        counts = ofType(types[type] ?? 0);
        note(before, bytes, type < 0 ? 0 : names.at[type]!, type < 0 ? 0 : names.length[type]!);
      }
      counts.classes += 1;
      counts.methods += classes.methodStart[i + 1]! - classes.methodStart[i]!;
    }
  }
  const list = [...packages].map(([name, counts]) => ({ name: dottedName(name), ...counts }));
  return list.sort((a, b) => (a.name < b.name ? -1 : 1));
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
