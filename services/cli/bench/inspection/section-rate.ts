import { markdownTable, rounded } from '../figures.ts';
import { PUBLISHED_COSTS } from './peers.ts';
import { measureRate } from './rate.ts';
import { contentOf, corpusPackages, dependencyPackages } from './real-code.ts';
import { MEGABYTE } from './recipes.ts';
import { type Bench, megabytes } from './report.ts';

/** Packages a minute in two processes, over every real package at hand. */
export async function rate({ say }: Bench): Promise<boolean> {
  const paths = [...dependencyPackages(), ...corpusPackages()];
  const measured = await measureRate(paths, 2, 5);
  let dex = 0;
  for (const path of paths) {
    for (const content of (await contentOf(path, /(?:^|\/)classes\d*\.dex$/)).values()) dex += content.length;
  }
  const ours = (measured.packages / measured.seconds) * 60;
  const rows = [['Shelfgate, two processes (this run)', rounded(ours)]];
  for (const { name, seconds, perMegabyte } of PUBLISHED_COSTS) {
    const each = seconds + (perMegabyte * dex) / MEGABYTE / paths.length;
    rows.push([`${name}, computed from its measured cost`, rounded((2 * 60) / each)]);
  }
  say(`${paths.length} packages, ${megabytes(dex)} of DEX in all, each ${measured.packages / paths.length} times\n`);
  say(markdownTable(['Packages a minute on two cores', ''], rows));
  return true;
}
