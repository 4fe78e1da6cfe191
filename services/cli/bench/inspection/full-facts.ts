import type { PackageFacts } from '../../../../shared/domain/facts/package.ts';
import { inspectPackage } from '../../../../shared/inspection/index.ts';
import { knowledge } from '../../../../shared/knowledge/index.ts';
import { ScanThreads } from '../../../../shared/platform/scanning/threads.ts';
import { openLocalFile } from '../../local-file.ts';
import type { Threads } from './task.ts';

/** They stay for the next package, as in a worker, and keep no process alive. */
let scanning: ScanThreads | undefined;

/** Everything the product says about a local package: the pass of ingestion over all bytes and the inspection, as a worker does them. */
export async function fullFacts(path: string, threads: Threads): Promise<PackageFacts> {
  const file = await openLocalFile(path);
  try {
    const known = file.beginDigest();
    if (threads === 'one') return await inspectPackage(file, { ...known, knowledge });
    scanning ??= new ScanThreads();
    return await inspectPackage(file, { ...known, knowledge, scanDex: scanning.scan });
  } finally {
    await file.close();
  }
}
