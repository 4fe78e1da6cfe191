import { parentPort } from 'node:worker_threads';
import { runScanJob, type ScanJob } from '../../inspection/code/scan-job.ts';
import { ScanLists } from '../../inspection/code/scan-lists.ts';
import { packResult } from './pack-result.ts';

/** What a thread is sent, and what it sends back. */
export interface ScanRequest {
  readonly id: number;
  readonly job: ScanJob;
}

const lists = new ScanLists();

/** Entry of a scanning thread: one job after the other. It loads neither knowledge nor rules, so that it starts at once. */
parentPort?.on('message', ({ id, job }: ScanRequest) => {
  const { result, transfer } = packResult(runScanJob(job, lists));
  parentPort!.postMessage({ id, result }, transfer);
});
