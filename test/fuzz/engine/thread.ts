import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { Corpus } from './corpus.ts';
import { countBranches } from './coverage.ts';
import { minimise, saveFinding, signatureOf } from './findings.ts';
import { Random } from './random.ts';
import { search } from './search.ts';
import { Finding } from './target.ts';
import { type ThreadMessage, type ThreadTask, Window } from './window.ts';

/** Seconds that make one input a finding, measured again so that a busy machine is none. */
const SLOW = 10;

/** Entry of the thread that reads the inputs; whoever watches it stops it when it hangs. */
const task = workerData as ThreadTask;
const window = new Window(task.window);
const say = (message: ThreadMessage): void => parentPort!.postMessage(message);

// Findings are told apart by where in our code they come from, which may lie far below a library.
Error.stackTraceLimit = 60;
countBranches();
const { findTarget } = await import('../targets/index.ts');
const target = findTarget(task.target);
const seen = new Set<string>();
let slowest = 0;

const report = async (input: Buffer, error: unknown, small: boolean): Promise<void> => {
  const signature = signatureOf(error);
  if (seen.has(signature)) return;
  seen.add(signature);
  const bytes = Buffer.from(input);
  const smallest = small ? await minimise(target, bytes, signature) : bytes;
  say({ kind: 'finding', finding: await saveFinding(task.findings, target.name, smallest, signature, error) });
};

const searched = await search(
  target,
  new Corpus(task.corpus),
  new Random(task.seed),
  { seconds: task.seconds, runs: task.runs, skip: new Set(task.skip) },
  {
    began: (input) => window.put(input),
    found: (input, error) => report(input, error, true),
    async took(input, seconds) {
      if (seconds > slowest) {
        slowest = seconds;
        const file = join(task.corpus, 'slowest.bin');
        await writeFile(file, input);
        say({ kind: 'slowest', seconds, bytes: input.length, file });
      }
      for (let again = 0; again < 2 && seconds > SLOW; again++) {
        const started = performance.now();
        await target.run(input).catch(() => undefined);
        if ((performance.now() - started) / 1000 <= SLOW) return;
      }
      if (seconds > SLOW) await report(input, new Finding('slow', `more than ${SLOW} s`), false);
    },
  },
);
say({ kind: 'done', searched });
