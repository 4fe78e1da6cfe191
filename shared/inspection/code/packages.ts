import type { CodePackage } from '../../domain/facts/code.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import type { ProgramFile } from './build-program.ts';
import { dottedName } from './dotted-name.ts';
import type { Program } from './program.ts';

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
    const { classes } = files[place]!.scanned;
    const { types } = program.dexes[index]!;
    for (let i = 0; i < classes.type.length; i++) {
      const counts = ofType(types[classes.type[i]!] ?? 0);
      counts.classes += 1;
      counts.methods += classes.methodStart[i + 1]! - classes.methodStart[i]!;
    }
  }
  const list = [...packages].map(([name, counts]) => ({ name: dottedName(name), ...counts }));
  return list.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function noteTooManyPackages(observations: Observations): void {
  observations.gap('code', 'too-many-packages', 'DEX', {
    zh: `Java 包超过 ${LIMITS.packages} 个或名称过长，其余未记录`,
    en: `more than ${LIMITS.packages} Java packages, or names too long; the rest are not recorded`,
  });
}
