import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Resident memory of a process in MB. */
export interface Memory {
  readonly now: number;
  /** Highest since the process began; NaN where the system does not say. */
  readonly peak: number;
}

/** Memory of a running process: from `/proc` on Linux (`VmRSS`, `VmHWM`; proc(5)), else from `ps`, which knows no peak. */
export function memoryOf(pid: number): Memory {
  if (process.platform !== 'linux') {
    const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
    return { now: kilobytes / 1024, peak: Number.NaN };
  }
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const field = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
  return { now: field('VmRSS'), peak: field('VmHWM') };
}
