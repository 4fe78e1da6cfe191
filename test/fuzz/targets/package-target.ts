import { buildZip, type EntryRecipe } from '../../../services/cli/building/zip.ts';
import type { Target } from '../engine/target.ts';
import { examineFacts, inspectSoundly } from '../oracle.ts';

/** Searches a reader by way of the package that its bytes stand in, as they come to it in the world. */
export function partTarget(options: Omit<Target, 'run' | 'examine'> & { readonly wrap: (input: Buffer) => Buffer }): Target {
  const { wrap, ...rest } = options;
  return {
    ...rest,
    async run(input) {
      await inspectSoundly(wrap(input));
    },
    async examine(input) {
      await examineFacts(wrap(input));
    },
  };
}

/** A package of stored entries, of which one is the input. */
export function packageAround(name: string, others: Readonly<Record<string, Uint8Array>>): (input: Buffer) => Buffer {
  const fixed: EntryRecipe[] = Object.entries(others)
    .filter(([other]) => other !== name)
    .map(([other, data]) => ({ name: other, data, stored: true }));
  return (input) => buildZip([...fixed, { name, data: input, stored: true }]);
}
