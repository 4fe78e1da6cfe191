import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { loadRules } from '../../shared/checks/registry.ts';
import { runCheck } from '../../shared/checks/run.ts';
import { knowledge } from '../../shared/knowledge/index.ts';
import { readPolicyDocument } from '../../shared/policy/index.ts';
import { markdownTable, percentile, rounded } from './bench/figures.ts';
import { type LongPolicy, longPolicies } from './bench/long-policy.ts';

const USAGE = `Usage: npm run bench:policy -- [options]

  --corpus DIR   real policies beside the composed one (../shared/corpus/policy/capp-130)
  --rounds N     how often each policy is read (40)
  --goal MS      milliseconds for 20,000 characters, end to end; more on average end with 1 (50)
`;
const CHARACTERS = 20_000;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Milliseconds of processor time: what others on the machine do does not count. */
const spent = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
};

/** What no reader can do without: decode, NFKC, one look at each sentence. */
function floor({ bytes }: LongPolicy): number {
  const text = new TextDecoder().decode(bytes).normalize('NFKC').toLowerCase();
  let found = 0;
  for (const sentence of text.split(/[。!?;\n]/)) if (/个人信息|隐私|权限|同意|收集/.test(sentence)) found += 1;
  return found;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((argument) => argument !== 'bench:policy'),
    options: {
      corpus: { type: 'string', default: '../shared/corpus/policy/capp-130' },
      rounds: { type: 'string', default: '40' },
      goal: { type: 'string', default: '50' },
    },
  });
  const [rounds, goal] = [Number(values.rounds), Number(values.goal)];
  if (!(rounds >= 1 && goal > 0)) throw new Error(USAGE);
  const rules = await loadRules();
  const listing = {
    schema: 'listing-facts/1',
    app: { name: '示例应用', category: 38, features: { accounts: true } },
    developer: { id: 'd' },
  } as const;
  say(`Node.js ${process.version}, ${cpus()[0]?.model ?? 'CPU'}; processor time of one thread\n`);
  const rows: string[][] = [];
  const perPolicy: number[] = [];
  for (const policy of longPolicies(values.corpus, CHARACTERS)) {
    const times = { floor: [] as number[], read: [] as number[], judged: [] as number[] };
    for (let round = 0; round < rounds + 5; round++) {
      const [first, second, third] = await once(policy);
      // The first rounds warm up.
      if (round < 5) continue;
      times.floor.push(first);
      times.read.push(second);
      times.judged.push(third);
    }
    const [least, read, judged] = [times.floor, times.read, times.judged].map((each) => percentile(each, 0.5)) as [
      number,
      number,
      number,
    ];
    perPolicy.push(((read + judged) * CHARACTERS) / policy.characters);
    rows.push([
      policy.name,
      String(policy.characters),
      `${rounded(read)} ms`,
      `${rounded(judged)} ms`,
      `${rounded(perPolicy.at(-1)!)} ms`,
      `${rounded(least)} ms (×${rounded((read + judged) / least)})`,
    ]);
  }
  say(markdownTable(['Policy', 'Characters', 'Read', 'Judged', 'For 20,000', 'Floor'], rows));
  const mean = perPolicy.reduce((sum, each) => sum + each, 0) / perPolicy.length;
  say(
    `\nOn average ${rounded(mean)} ms for 20,000 characters (medians of ${rounds} rounds). Goal ${goal} ms: ${mean <= goal ? 'reached' : 'missed'}.`,
  );
  say(`Others on the machine stretch it: load ${rounded(loadavg()[0]!)} on ${cpus().length} cores.`);
  return mean <= goal ? 0 : 1;

  async function once(policy: LongPolicy): Promise<[floor: number, read: number, judged: number]> {
    let since = process.cpuUsage();
    floor(policy);
    const first = spent(since);
    since = process.cpuUsage();
    const facts = await readPolicyDocument({ bytes: policy.bytes, mediaType: 'text/plain', fileName: null }, knowledge);
    const second = spent(since);
    since = process.cpuUsage();
    runCheck('privacy-policy', rules, { package: null, policy: facts, listing }, knowledge);
    return [first, second, spent(since)];
  }
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 3;
});
