import { setTimeout as sleep } from 'node:timers/promises';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import { readJsonFile } from '../read-json-file.ts';
import type { Sample } from '../samples.ts';
import type { Progress } from './progress.ts';
import type { Site } from './site.ts';
import type { Status, StoreClient } from './store-client.ts';

/** A sample after its way through the service. */
export interface Reviewed {
  readonly sample: Sample;
  readonly submission: string;
  readonly verdict: Verdict;
  readonly seconds: number;
}

const TIME_LIMIT_MS = 5 * 60_000;

/** `checking 检查中: permission, sdk`: the state, and the stages that are done. */
function describe(status: Status): string {
  const done = status.progress.filter((stage) => stage.status === 'completed').map((stage) => stage.stage);
  return done.length > 0 ? `${status.state} (${done.join(' ')})` : status.state;
}

/** Submits a sample and follows it until the store has been told the decision. @throws Error when it fails or takes five minutes */
async function reviewOne(sample: Sample, client: StoreClient, site: Site, show: (state: string) => void): Promise<Reviewed> {
  const started = performance.now();
  const listing = (await readJsonFile(sample.listing)) as Record<string, unknown>;
  const { file, path } = sample.policy;
  const { id } = await client.submit({
    packagePath: sample.package,
    listing: path === undefined ? listing : { ...listing, privacyPolicyUrl: site.url + path },
    policyPath: path === undefined ? (file ?? null) : null,
    callbackUrl: `${site.url}/callbacks`,
  });
  for (;;) {
    const status = await client.status(id);
    show(describe(status));
    if (status.state === 'failed') throw new Error(`${sample.id}: ${status.failure?.code ?? 'failed'}`);
    // The verdict is there with the decision; a demonstration also waits for the callback.
    if (status.state === 'notified' && site.callbacks.has(id)) break;
    if (performance.now() - started > TIME_LIMIT_MS) throw new Error(`${sample.id}: still ${status.state}`);
    await sleep(250);
  }
  const { verdict } = await client.verdict(id);
  const seconds = (performance.now() - started) / 1000;
  show(`${verdict.decision}  ${seconds.toFixed(1)} s`);
  return { sample, submission: id, verdict, seconds };
}

/** All samples at once, as a store's backend would send them. */
export async function reviewAll(
  samples: readonly Sample[],
  client: StoreClient,
  site: Site,
  progress: Progress,
): Promise<readonly Reviewed[]> {
  return Promise.all(samples.map((sample, index) => reviewOne(sample, client, site, (state) => progress.set(index, state))));
}
