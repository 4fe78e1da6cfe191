import type { WorkerPorts } from './ports.ts';

/** An upload that no row owns after this long has been given up, or its process died between the last byte and the row. */
const ABANDONED_AFTER_MS = 24 * 3_600_000;
const BATCH = 200;

/** Removes objects below `uploads/` that no row owns and that are older than a day. @returns how many */
export async function sweepUploads(ports: WorkerPorts): Promise<number> {
  const before = ports.clock().getTime() - ABANDONED_AFTER_MS;
  let removed = 0;
  let batch: string[] = [];
  const flush = async (): Promise<void> => {
    const owned = await ports.database.packages.owned(batch);
    for (const key of batch) {
      if (owned.has(key)) continue;
      await ports.objects.remove(key);
      removed += 1;
    }
    batch = [];
  };
  for await (const { key, modified } of ports.objects.list('uploads/')) {
    if (modified.getTime() >= before) continue;
    batch.push(key);
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  if (removed > 0) ports.log.info({ removed }, 'abandoned uploads were removed');
  return removed;
}
