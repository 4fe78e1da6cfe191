import type { ApiPorts } from '../ports.ts';

/** Before the first decision nobody knows; a package of ordinary size takes about this long. */
const FIRST_GUESS_SECONDS = 30;
const KEEP_MS = 2_000;
const PATIENCE_MS = 500;

/** Answers with `fallback` when the promise is late or fails. */
async function orElse<Value>(promise: Promise<Value>, fallback: Value): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Value>((resolve) => {
    timer = setTimeout(() => resolve(fallback), PATIENCE_MS);
  });
  return await Promise.race([promise.catch(() => fallback), late]).finally(() => clearTimeout(timer));
}

/**
 * Estimates how long a verdict takes: the mean of the last decisions, once for every round in which the jobs that wait now are worked
 * off by as many workers as are busy. Kept for two seconds, so that a burst of submissions asks once.
 */
export function waitEstimator({
  database,
  pipeline,
  clock,
}: Pick<ApiPorts, 'database' | 'pipeline' | 'clock'>): () => Promise<number> {
  let known: { readonly at: number; readonly seconds: Promise<number> } | null = null;
  const estimate = async (): Promise<number> => {
    const [mean, depths] = await Promise.all([
      orElse(database.submissions.recentDecisionSeconds(), null),
      orElse(pipeline.depths(), {}),
    ]);
    const { waiting = 0, active = 0 } = depths.inspection ?? {};
    const rounds = 1 + waiting / Math.max(1, active);
    return Math.max(1, Math.ceil((mean ?? FIRST_GUESS_SECONDS) * rounds));
  };
  return () => {
    const now = clock().getTime();
    if (known === null || now - known.at > KEEP_MS) known = { at: now, seconds: estimate() };
    return known.seconds;
  };
}
