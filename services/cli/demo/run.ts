import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import { DECISION_LABELS } from '../present/labels.ts';
import { readJsonFile } from '../read-json-file.ts';
import type { Sample } from '../samples.ts';
import type { Progress } from './progress.ts';
import type { Site } from './site.ts';
import { policyFile, type Status, type StoreClient } from './store-client.ts';

/** A sample after its way through the service. */
export interface Reviewed {
  readonly sample: Sample;
  readonly submission: string;
  readonly verdict: Verdict;
  readonly seconds: number;
}

const TIME_LIMIT_MS = 5 * 60_000;

const STATES: Readonly<Record<string, string>> = {
  received: '已接收',
  stored: '已入库',
  inspecting: '解析中',
  checking: '检查中',
  decided: '已有结论',
  notified: '已通知商店',
  failed: '失败',
};

/** `检查中 checking 3/9`: the state, and how many stages are done. */
function describe({ state, progress }: Status): string {
  const done = progress.filter((stage) => stage.status === 'completed').length;
  return `${STATES[state] ?? ''} ${state} ${done}/${progress.length}`;
}

/** Told of something that happens to a submission. */
export type Shown = (state: string) => void;

/** Follows a submission until the store has been told the machine's decision. @throws Error when it fails or takes five minutes */
export async function followed(id: string, client: StoreClient, site: Site, show: Shown): Promise<string> {
  const started = performance.now();
  for (;;) {
    const status = await client.status(id);
    show(describe(status));
    if (status.state === 'failed') throw new Error(`${id}: ${status.failure?.code ?? 'failed'}`);
    // The verdict is there with the decision; a demonstration also waits for the callback.
    if (status.state === 'notified' && site.callbacks.has(id) && status.decision !== null) return status.decision;
    if (performance.now() - started > TIME_LIMIT_MS) throw new Error(`${id}: still ${status.state}`);
    await sleep(250);
  }
}

async function reviewOne(sample: Sample, client: StoreClient, site: Site, show: Shown): Promise<Reviewed> {
  const started = performance.now();
  const listing = (await readJsonFile(sample.listing)) as Record<string, unknown>;
  const { file, path } = sample.policy;
  const { id } = await client.submit({
    package: new Blob([await readFile(sample.package)]),
    packageName: basename(sample.package),
    listing: path === undefined ? listing : { ...listing, privacyPolicyUrl: site.url + path },
    policy: await policyFile(path === undefined ? file : null),
    callbackUrl: `${site.url}/callbacks`,
  });
  await followed(id, client, site, show);
  const { verdict } = await client.verdict(id);
  const seconds = (performance.now() - started) / 1000;
  const decision = DECISION_LABELS[verdict.decision];
  show(`${decision.zh} ${decision.en}  ${seconds.toFixed(1)} s`);
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
