import { Session } from 'node:inspector/promises';
import type { TaskResult } from './task.ts';

/** Microseconds between samples. */
const INTERVAL = 200;

/** The first that matches the innermost frame, from inside out, that any of them matches. */
const PHASES: readonly (readonly [RegExp, string])[] = [
  [/^node:internal\/crypto|^node:crypto/, 'digests'],
  [/^node:zlib|^node:internal\/zlib/, 'inflate'],
  [/\/inspection\/code\/reach\//, 'reachability'],
  [/\/inspection\/signing\//, 'signatures'],
  [/\/inspection\/code\/scan|\/inspection\/binary\/(?:dex|mutf8)/, 'code: scan of the DEX files'],
  [/\/inspection\/code\/(?:build|link|symbols|text|pair|intern|keys|growing)/, 'code: one program of them'],
  [/\/inspection\/code\//, 'code: facts'],
  [/\/inspection\/binary\/(?:arsc|string-pool)/, 'resources'],
  [/\/inspection\/binary\/(?:axml|protobuf)|\/inspection\/android\//, 'manifest and layouts'],
  [/\/inspection\/contents\/|\/inspection\/(?:harmony|quick-app)\//, 'contents'],
  [/\/inspection\/binary\/zip|\/inspection\/binary\/ranges|\/cli\/local-file|^node:(?:internal\/)?fs/, 'reading and archive'],
  [/\/inspection\//, 'other parts of the inspection'],
];

interface Frame {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: number[];
}

/**
 * Where the time of some work goes, by V8's sampling profiler: each sample belongs to the part of the inspection that stands innermost
 * on its stack, so that no parser need know that it is measured. The work runs once before, to be compiled.
 */
export async function phasesOf(work: () => Promise<unknown>, repeats: number): Promise<TaskResult['phases']> {
  await work();
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
  await session.post('Profiler.start');
  for (let round = 0; round < repeats; round++) await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const phases = phaseOfFrames(profile.nodes);
  const seconds = new Map<string, number>();
  for (const [index, id] of (profile.samples ?? []).entries()) {
    const phase = phases.get(id) ?? 'the rest';
    const spent = Math.max(0, profile.timeDeltas?.[index] ?? 0) / 1e6 / repeats;
    if (phase !== '') seconds.set(phase, (seconds.get(phase) ?? 0) + spent);
  }
  return [...seconds].map(([phase, each]) => ({ phase, seconds: each })).sort((a, b) => b.seconds - a.seconds);
}

/** The phase of every frame of a profile: its own, or that of the frame which called it; empty where nothing ran. */
export function phaseOfFrames(nodes: readonly Frame[]): Map<number, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const phases = new Map<number, string>();
  const visit = (root: Frame): void => {
    const open: { frame: Frame; outer: string }[] = [{ frame: root, outer: 'the rest' }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const own = ownPhase(next.frame) ?? next.outer;
      phases.set(next.frame.id, own);
      for (const child of next.frame.children ?? []) open.push({ frame: byId.get(child)!, outer: own });
    }
  };
  if (nodes[0]) visit(nodes[0]);
  return phases;
}

function ownPhase({ callFrame: { functionName, url } }: Frame): string | null {
  if (functionName === '(idle)') return '';
  if (functionName === '(garbage collector)') return 'garbage collection';
  return PHASES.find(([pattern]) => pattern.test(url))?.[1] ?? null;
}
