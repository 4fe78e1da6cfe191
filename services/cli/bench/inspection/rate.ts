import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('./rating.js', import.meta.url));

/** How many packages so many processes inspect, and in how many seconds. */
export interface Rate {
  readonly packages: number;
  readonly seconds: number;
}

/** Inspects every package `rounds` times in `processes` processes; a first round, which compiles the code, is not counted. */
export async function measureRate(paths: readonly string[], processes: number, rounds: number): Promise<Rate> {
  const children = Array.from({ length: processes }, () => fork(ENTRY, [], { execArgv: ['--enable-source-maps'] }));
  try {
    await inspectAll(paths, children);
    const all = Array.from({ length: rounds }, () => paths).flat();
    const started = performance.now();
    await inspectAll(all, children);
    return { packages: all.length, seconds: (performance.now() - started) / 1000 };
  } finally {
    for (const child of children) child.disconnect();
  }
}

/** Each process gets the next package when it has done one. */
async function inspectAll(paths: readonly string[], children: readonly ChildProcess[]): Promise<void> {
  const waiting = [...paths];
  await Promise.all(
    children.map(
      (child) =>
        new Promise<void>((resolve, reject) => {
          const failed = (code: number | null): void => reject(new Error(`an inspecting process ended with ${code}`));
          const next = (): void => {
            const path = waiting.shift();
            if (path !== undefined) child.send(path);
            else {
              child.off('message', next);
              child.off('exit', failed);
              resolve();
            }
          };
          child.on('message', next);
          child.once('exit', failed);
          next();
        }),
    ),
  );
}
