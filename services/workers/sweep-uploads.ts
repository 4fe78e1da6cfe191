import type { WorkerPorts } from './ports.ts';

/** An upload that no row owns after this long has been given up, or its process died between the last byte and the row. */
const ABANDONED_AFTER_MS = 24 * 3_600_000;
const BATCH = 200;

/** Removes uploads and attachments of appeals that no row owns and that are older than a day. @returns how many */
export async function sweepUploads(ports: WorkerPorts): Promise<number> {
  const { packages, appeals } = ports.database;
  const removed = (await sweep(ports, 'uploads/', packages)) + (await sweep(ports, 'appeals/', appeals));
  if (removed > 0) ports.log.info({ removed }, 'abandoned uploads were removed');
  return removed;
}

async function sweep(
  ports: WorkerPorts,
  prefix: string,
  rows: { readonly owned: (keys: readonly string[]) => Promise<ReadonlySet<string>> },
): Promise<number> {
  const before = ports.clock().getTime() - ABANDONED_AFTER_MS;
  let removed = 0;
  let batch: string[] = [];
  const flush = async (): Promise<void> => {
    const owned = await rows.owned(batch);
    for (const key of batch) {
      if (owned.has(key)) continue;
      await ports.objects.remove(key);
      removed += 1;
    }
    batch = [];
  };
  for await (const { key, modified } of ports.objects.list(prefix)) {
    if (modified.getTime() >= before) continue;
    batch.push(key);
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  return removed;
}
