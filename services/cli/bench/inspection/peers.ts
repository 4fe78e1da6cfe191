import { spawnSync } from 'node:child_process';

/** A tool of the same trade, what it does, and what it took; `null` where it is not installed. */
export interface Peer {
  readonly name: string;
  readonly does: string;
  readonly seconds: number | null;
}

const TOOLS: readonly (readonly [command: string, args: readonly string[], does: string])[] = [
  ['dexdump', ['-d'], 'prints every instruction'],
  ['apksigner', ['verify', '--min-sdk-version', '24'], 'verifies the signature'],
  ['aapt', ['dump', 'badging'], 'prints what the manifest says'],
];

/** Runs the tools that are installed over a package, each as a whole process. What they print goes nowhere. */
export function measurePeers(path: string): Peer[] {
  return TOOLS.map(([command, args, does]) => {
    const started = performance.now();
    const { error } = spawnSync(command, [...args, path], { stdio: 'ignore' });
    return { name: [command, ...args].join(' '), does, seconds: error ? null : (performance.now() - started) / 1000 };
  });
}

/**
 * Processor seconds that well-known analysers need, as a line over the megabytes of DEX: fitted to four packages of 3 to 81 MB on one
 * machine of two cores. Measured elsewhere and not in this run, so only the order of magnitude may be compared.
 */
export const PUBLISHED_COSTS = [
  { name: 'exodus-core (trackers, permissions)', seconds: 0.34, perMegabyte: 0.13 },
  { name: 'androguard 4.1 (cross references)', seconds: 0, perMegabyte: 1.33 },
] as const;
