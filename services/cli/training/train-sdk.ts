import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { knowledge } from '../../../shared/knowledge/index.ts';
import { readArchiveList } from '../evaluation/sdk/archive-list.ts';
import { casesOf } from '../evaluation/sdk/cases.ts';
import { samplesOfCases } from '../evaluation/sdk/judge.ts';
import { inspectCases, inspectReal, prepare, SHARED_OPTIONS, SHARED_USAGE } from '../evaluation/sdk/prepare.ts';
import { fingerprintsOf } from './sdk-fingerprints.ts';

const USAGE = `Usage: npm run train:sdk -- [options]

  --out FILE         (shared/knowledge/sdks/fingerprints.json)
${SHARED_USAGE}`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Makes the fingerprints that ship, of all archives of the list; real packages tell what is not distinctive. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((argument) => argument !== 'train:sdk'),
    options: { ...SHARED_OPTIONS, out: { type: 'string', default: 'shared/knowledge/sdks/fingerprints.json' } },
  });
  const list = readArchiveList();
  const options = await prepare(list, values);
  const alone = casesOf(list).filter(({ way, archives }) => way === 'plain' && archives.length === 1);
  const cases = await inspectCases(alone, options, say);
  // With one archive less it would be another file: it is made of all or not at all.
  if (cases.length < alone.length) throw new Error('not all archives could be built');
  const real = await inspectReal(values.corpus, options);
  const others = real.map(({ facts, of }) => ({ facts, holds: of.truth.holds.map(({ id }) => id) }));
  const fingerprints = fingerprintsOf(samplesOfCases(cases, others, knowledge));
  const text = `${JSON.stringify(fingerprints, null, 2)}\n`;
  writeFileSync(values.out, text);
  say(`${fingerprints.entries.length} SDKs, ${text.length} bytes, of ${cases.length} archives and ${real.length} real packages.`);
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 3;
});
