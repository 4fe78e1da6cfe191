import { markdownTable, rounded } from '../figures.ts';
import { inFreshProcess } from './process.ts';
import { corpusPackages, dependencyPackages } from './real-code.ts';
import { type Bench, verdict } from './report.ts';

/** Megabytes by which the live heap may differ between the first third and the end. */
const GROWTH_MB = 20;

/** Memory of one process over many inspections. */
export async function soak({ soak: count, say }: Bench): Promise<boolean> {
  const paths = [...dependencyPackages(), ...corpusPackages()];
  const { samples } = await inFreshProcess<'soak'>({ kind: 'soak', paths, count });
  say(
    markdownTable(
      [`Memory over ${count} inspections in one process`, 'resident', 'live heap'],
      samples.map(({ after, resident, heap }) => [`after ${after}`, `${rounded(resident)} MB`, `${rounded(heap)} MB`]),
    ),
  );
  const settled = samples.slice(Math.floor(samples.length / 3));
  const growth = (settled.at(-1)?.heap ?? 0) - (settled[0]?.heap ?? 0);
  const holds = growth <= GROWTH_MB;
  say(
    `\nlive heap from the first third to the end: ${growth >= 0 ? '+' : ''}${growth.toFixed(1)} MB: ${verdict(holds)} (≤ ${GROWTH_MB} MB)`,
  );
  return holds;
}
