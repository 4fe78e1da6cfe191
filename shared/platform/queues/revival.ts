import type { Job, Queue } from 'bullmq';

/** States in which a job will still run or is running. */
const ALIVE: ReadonlySet<string> = new Set(['waiting', 'prioritized', 'delayed', 'active', 'waiting-children']);

/** What is left of a job in its queue. */
export interface Remains {
  readonly state: string;
  readonly alive: boolean;
  readonly job: Job | undefined;
  /** What a job added in its place must carry as `revived`. */
  readonly revived: number;
}

/**
 * Looks at the job with a deterministic id before one is added.
 *
 * BullMQ ignores an `add` whose id exists, and it exists for as long as the finished job is kept. That makes adding idempotent, but
 * it would also keep a step from ever running again whose job ended without moving its row (killed too often, or the database was
 * away when it wanted to say so). Hence: a live job is left alone; a finished one, while its row still asks for the step, is dead
 * and is removed so that a new one can take its id. The new one counts the revivals, and the worker gives up on a job that was
 * revived too often, so that nothing circles for ever. Removing one job too many is harmless, because every step may run twice.
 */
export async function remainsOf(queue: Queue, id: string): Promise<Remains> {
  const job = await queue.getJob(id);
  if (job === undefined) return { state: 'absent', alive: false, job, revived: 0 };
  const state = await job.getState();
  const earlier = (job.data as { revived?: unknown }).revived;
  return { state, alive: ALIVE.has(state), job, revived: (typeof earlier === 'number' ? earlier : 0) + 1 };
}

/**
 * Removes a dead job without its children. A job that a worker has taken meanwhile is locked and stays.
 * @returns whether the id is free now
 */
export async function bury(remains: Remains): Promise<boolean> {
  if (remains.job === undefined) return true;
  try {
    await remains.job.remove({ removeChildren: false });
    return true;
  } catch (error) {
    if (error instanceof Error && /locked/i.test(error.message)) return false;
    throw error;
  }
}
