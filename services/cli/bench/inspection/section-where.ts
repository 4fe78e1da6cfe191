import { join } from 'node:path';
import { markdownTable, rounded } from '../figures.ts';
import { measurePeers } from './peers.ts';
import { inFreshProcess } from './process.ts';
import { MEGABYTE, makePackage } from './recipes.ts';
import type { Bench } from './report.ts';

/** Where the time of the synthetic package goes, and what other tools take for it. */
export async function where({ folder, say }: Bench): Promise<boolean> {
  const made = await makePackage(join(folder, '48.apk'), 48, { total: 81 * MEGABYTE });
  const phases = await inFreshProcess<'phases'>({ kind: 'phases', path: made.path, repeats: 3 });
  const sum = phases.reduce((all, { seconds }) => all + seconds, 0);
  say(
    markdownTable(
      ['Where the time goes (sampled, warm)', 's', '%'],
      phases.map(({ phase, seconds }) => [phase, rounded(seconds), rounded((100 * seconds) / sum)]),
    ),
  );
  say('');
  const peers = measurePeers(made.path).map(({ name, does, seconds }) => [
    `\`${name}\` (${does})`,
    seconds === null ? 'not installed' : `${rounded(seconds)} s`,
  ]);
  say(markdownTable(['Other tools on the same package, whole process', ''], peers));
  return true;
}
