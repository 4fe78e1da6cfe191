import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { GatheringPorts, PageSurvey } from '../../../shared/policy/index.ts';
import type { SurveyTask } from './survey-thread.ts';

/** A page that takes longer than this to look at is not followed any further; reading it has a limit of its own. */
const LONGEST_MS = 15_000;
const HEAP_MB = 512;

/**
 * Looks at a fetched page in a thread of its own, so that no page can hang the program or exhaust it. One that does leads nowhere and
 * links nothing: what then reads it says what is wrong with it.
 */
export const surveyInThread: GatheringPorts['survey'] = async (page, role) => {
  const task: SurveyTask = { page, role };
  const worker = new Worker(new URL('./survey-thread.js', import.meta.url), {
    workerData: task,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  try {
    const [survey] = (await once(worker, 'message', { signal: AbortSignal.timeout(LONGEST_MS) })) as [PageSurvey];
    return survey;
  } catch {
    return { next: null, links: [] };
  } finally {
    await worker.terminate();
  }
};
