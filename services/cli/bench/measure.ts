import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { policyFile } from '../demo/store-client.ts';
import { readJsonFile } from '../read-json-file.ts';
import type { Sample } from '../samples.ts';
import { type Backend, deploy } from './deployment.ts';
import { distinctPackage } from './distinct-package.ts';
import { type Floor, measureFloor } from './floor.ts';
import { memoryOf } from './memory.ts';

/** A package to send, with the sample that it was made of. */
export interface Load {
  readonly sample: Sample;
  readonly bytes: Buffer;
}

/** What one run on one backend gave. Times in milliseconds, memory in MB. */
export interface Measurement {
  readonly submissions: number;
  readonly perSecond: number;
  readonly acknowledged: readonly number[];
  readonly decided: readonly number[];
  readonly apiIdle: number;
  readonly apiPeak: number;
  readonly workerPeak: number;
  readonly floor: Floor;
}

/** Packages no two of which are the same, so that each is inspected. */
export function makeLoad(samples: readonly { readonly sample: Sample; readonly bytes: Buffer }[], count: number): Load[] {
  return Array.from({ length: count }, (_, index) => {
    const { sample, bytes } = samples[index % samples.length]!;
    return { sample, bytes: distinctPackage(bytes, `bench-${index}-${process.pid}`) };
  });
}

const LIMIT_MS = 10 * 60_000;

/** Submits the load with `concurrency` at a time and waits until every submission is decided. @returns null without the backend */
export async function measure(
  backend: Backend,
  load: readonly Load[],
  concurrency: number,
  folder: string,
): Promise<Measurement | null> {
  const deployment = await deploy(backend, folder);
  if (deployment === null) return null;
  const { api, worker, client, database } = deployment;
  try {
    const floor = await measureFloor(
      load.map(({ bytes }) => bytes),
      join(folder, 'floor'),
    );
    const apiIdle = memoryOf(api.pid).now;
    const ids: string[] = [];
    const acknowledged: number[] = [];
    let next = 0;
    const started = performance.now();
    const send = async (): Promise<void> => {
      for (let index = next++; index < load.length; index = next++) {
        const { sample, bytes } = load[index]!;
        const answer = await client.submit({
          package: new Blob([bytes]),
          packageName: `bench-${index}.apk`,
          listing: await readJsonFile(sample.listing),
          policy: await policyFile(sample.policy.file),
          callbackUrl: null,
        });
        ids.push(answer.id);
        acknowledged.push(answer.acknowledgedMs);
      }
    };
    await Promise.all(Array.from({ length: concurrency }, send));
    const open = new Set(ids);
    const decided: number[] = [];
    let last = started;
    while (open.size > 0) {
      if (performance.now() - started > LIMIT_MS) throw new Error(`${open.size} submissions are still undecided`);
      for (const id of open) {
        const row = await database.submissions.find(id);
        if (row?.state === 'failed') throw new Error(`submission ${id} failed: ${row.failure?.code}`);
        if (!row?.decidedAt) continue;
        open.delete(id);
        decided.push(row.decidedAt.getTime() - row.createdAt.getTime());
        last = performance.now();
      }
      if (open.size > 0) await sleep(25);
    }
    const perSecond = (load.length * 1000) / (last - started);
    const memory = { apiIdle, apiPeak: memoryOf(api.pid).peak, workerPeak: memoryOf(worker.pid).peak };
    return { submissions: load.length, perSecond, acknowledged, decided, ...memory, floor };
  } finally {
    await deployment.stop();
  }
}
