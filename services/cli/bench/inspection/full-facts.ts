import type { PackageFacts } from '../../../../shared/domain/facts/package.ts';
import { inspectPackage } from '../../../../shared/inspection/index.ts';
import { knowledge } from '../../../../shared/knowledge/index.ts';
import { ScanThreads } from '../../../../shared/platform/scanning/threads.ts';
import { openLocalFile } from '../../local-file.ts';

/** Kept from one package to the next, as a worker keeps its own. */
const threads = new ScanThreads();

/** Everything the product says about a local package: the pass of ingestion over all bytes and the inspection, as a worker does them. */
export async function fullFacts(path: string): Promise<PackageFacts> {
  const file = await openLocalFile(path);
  try {
    return await inspectPackage(file, { ...(await file.digest()), knowledge, scanDex: threads.scan });
  } finally {
    await file.close();
  }
}
