/**
 * Milliseconds of one core that one round takes: processor time, which does not count what others on the machine do. They stretch it all
 * the same, by the caches and cores that they share, so the quietest tenth is told as well.
 */
export interface Spent {
  readonly mean: number;
  readonly quietest: number;
}

const PARTS = 10;

/** Processor time of one round, over as many rounds as take so many milliseconds of it. */
export async function timed(round: () => unknown, milliseconds: number): Promise<Spent> {
  const parts: { readonly spent: number; readonly rounds: number }[] = [];
  for (let part = 0; part < PARTS; part += 1) parts.push(await roundsIn(round, milliseconds / PARTS));
  const sum = (of: 'spent' | 'rounds') => parts.reduce((total, part) => total + part[of], 0);
  return { mean: sum('spent') / sum('rounds'), quietest: Math.min(...parts.map(({ spent, rounds }) => spent / rounds)) };
}

async function roundsIn(round: () => unknown, milliseconds: number): Promise<{ spent: number; rounds: number }> {
  const before = process.cpuUsage();
  for (let rounds = 1; ; rounds += 1) {
    await round();
    const { user, system } = process.cpuUsage(before);
    const spent = (user + system) / 1_000;
    if (spent >= milliseconds) return { spent, rounds };
  }
}
