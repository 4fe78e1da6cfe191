import { parentPort, workerData } from 'node:worker_threads';
import { type GatheredPage, surveyPage } from '../../../shared/policy/index.ts';

/** What the thread is asked to look at. */
export interface SurveyTask {
  readonly page: GatheredPage;
  readonly role: 'policy' | 'part';
}

/** Entry of the thread: one page, one survey. */
const { page, role } = workerData as SurveyTask;
parentPort?.postMessage(await surveyPage(page, role));
