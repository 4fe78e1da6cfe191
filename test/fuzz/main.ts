import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Watched, WatchTask } from './engine/watch.ts';
import { findTarget, TARGETS } from './targets/index.ts';

const USAGE = `Usage: npm run fuzz -- [options]

  --seconds N      how long each target is searched (30)
  --target NAME    only this one, may be given again; ${TARGETS.map(({ name }) => name).join(', ')}
  --seed N         repeats a search: the same seed on the same corpus tries the same inputs in the same order
  --runs N         how many inputs each target tries at most
  --jobs N         targets at a time (as many as there are processors, at most 4)
  --corpus FOLDER  where inputs that reached something new are kept, and findings beside them (in the folder for temporary files)
  --replay FILE    reads one input and says what is wrong with it
`;

/** Compiled beside this one (`instrument/compile.mjs`). */
const WATCHER = fileURLToPath(new URL('./engine/watcher.js', import.meta.url));
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Runs the fuzzer. @returns 0 where nothing was found, 1 where something was, 3 for wrong arguments */
export async function main(argv: readonly string[]): Promise<number> {
  const options = readArguments(argv);
  if (options === null) {
    process.stderr.write(USAGE);
    return 3;
  }
  if (options.replay !== null) return replay(options.targets[0]!, options.replay);
  say(`seed ${options.seed}; corpus ${options.corpus}`);
  const waiting = [...options.targets];
  let findings = 0;
  const work = async (): Promise<void> => {
    for (let target = waiting.shift(); target !== undefined; target = waiting.shift()) {
      const { seconds, runs, seed } = options;
      const folder = join(options.corpus, target);
      findings += tell(
        target,
        await inProcess({ target, seconds, runs, seed, corpus: folder, findings: join(folder, 'findings') }),
      );
    }
  };
  await Promise.all(Array.from({ length: options.jobs }, work));
  say(findings === 0 ? 'nothing found' : `${findings} findings`);
  return findings === 0 ? 0 : 1;
}

function readArguments(argv: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        seconds: { type: 'string', default: '30' },
        target: { type: 'string', multiple: true },
        seed: { type: 'string', default: String(Date.now() % 1_000_000) },
        runs: { type: 'string', default: 'Infinity' },
        jobs: { type: 'string', default: String(Math.min(4, availableParallelism())) },
        corpus: { type: 'string', default: join(tmpdir(), 'shelfgate-fuzz') },
        replay: { type: 'string' },
      },
    });
    const targets = values.target ?? TARGETS.map(({ name }) => name);
    for (const name of targets) findTarget(name);
    const numbers = { seconds: +values.seconds, seed: +values.seed, runs: +values.runs, jobs: Math.max(1, +values.jobs) };
    if (Object.values(numbers).some(Number.isNaN)) return null;
    return { ...numbers, targets, corpus: resolve(values.corpus), replay: values.replay ?? null };
  } catch {
    return null;
  }
}

async function replay(name: string, file: string): Promise<number> {
  const target = findTarget(name);
  const input = await readFile(file);
  const started = performance.now();
  try {
    await target.run(input);
    await target.examine(input);
  } catch (error) {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 1;
  } finally {
    say(`${input.length} bytes, ${Math.round(performance.now() - started)} ms`);
  }
  return 0;
}

/** Searches one target in a process of its own: what exhausts its memory takes nothing else along. */
function inProcess(task: WatchTask): Promise<Watched> {
  return new Promise((settle, reject) => {
    const child = fork(WATCHER, [], { serialization: 'advanced', execArgv: ['--enable-source-maps'] });
    let answer: Watched | undefined;
    child.on('message', (message) => {
      answer = message as Watched;
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      // What ends a whole process (memory that Node.js itself corrupts) leaves no input behind; the same seed comes to it again.
      const signature = `the process ended with ${code ?? signal}; seed ${task.seed} repeats it`;
      settle(answer ?? { findings: [{ signature, file: task.corpus, message: signature }], slowest: null, searched: null });
    });
    child.send(task);
  });
}

/** Prints one target's line, and its findings. @returns how many there are */
function tell(name: string, { findings, slowest, searched }: Watched): number {
  const figures = searched
    ? `${searched.runs} inputs, ${searched.branches} of ${searched.known} branches, ${searched.corpus} kept`
    : 'no search came to its end';
  const slow = slowest ? `; slowest ${Math.round(slowest.seconds * 1000)} ms for ${slowest.bytes} bytes (${slowest.file})` : '';
  say(`${name}: ${figures}${slow}`);
  for (const { signature, file } of findings) say(`  ${signature}\n    ${file}`);
  return Math.max(findings.length, searched ? 0 : 1);
}
