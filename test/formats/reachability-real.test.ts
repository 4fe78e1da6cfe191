/** Reachability of real packages: every step of every path that is told stands in the code as dexdump disassembles it. */
import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import type { CallPath, PathStep } from '../../shared/domain/facts/code.ts';
import type { PackageFacts } from '../../shared/domain/facts/package.ts';
import { corpus, DEPENDENCY_APKS } from '../fixtures/packages.ts';
import { inspectFile } from '../fixtures/source.ts';
import { eachLine, isInstalled } from './judges.ts';

/** Instructions by `class.method` and offset; a class and name stand for all methods of that name. */
type Listing = Map<string, Map<number, string[]>>;

async function disassemble(path: string, wanted: ReadonlySet<string>): Promise<Listing> {
  const child = spawn('dexdump', ['-d', path], { stdio: ['ignore', 'pipe', 'ignore'] });
  const listing: Listing = new Map();
  let method: Map<number, string[]> | null = null;
  await eachLine(child.stdout, (line) => {
    const header = /^[0-9a-f]+: +\|\[[0-9a-f]+\] (\S+)\.([^.:]+):\(/.exec(line);
    if (header) {
      const name = `${header[1]}.${header[2]}`;
      method = wanted.has(name) ? (listing.get(name) ?? new Map()) : null;
      if (method) listing.set(name, method);
    }
    const instruction = method && /^[0-9a-f]+: [0-9a-f .]+\|([0-9a-f]{4,}): (.*)$/.exec(line);
    if (!instruction) return;
    const offset = Number.parseInt(instruction[1]!, 16);
    method!.set(offset, [...(method!.get(offset) ?? []), instruction[2]!]);
  });
  return listing;
}

/** Whether an instruction leads on to the next step in the way that the link says. */
function leadsOn(instruction: string, { link }: PathStep, next: Pick<PathStep, 'method'> | undefined, target: string): boolean {
  const invoked = /^invoke-\S+ \{[^}]*\}, ([^ ]+)\.([^.:]+):/.exec(instruction);
  if (!next) return invoked?.[2] === target || /^(?:sget-object|const-string)/.test(instruction);
  if (link === 'call') return invoked?.[2] === next.method || invoked?.[2] === 'invoke';
  if (link === 'start') return /^(?:start|bind|send)/.test(invoked?.[2] ?? '');
  if (link === 'class-initialiser')
    return (
      next.method === '<clinit>' && /^(?:new-instance|[sg]*put|sget|sput|invoke-(?:static|virtual|direct))/.test(instruction)
    );
  return /^(?:invoke-|return-object|aput-object|iput-object|sput-object|filled-new-array)/.test(instruction);
}

const nameOf = (target: string) => target.slice(target.indexOf('->') + 2);

/** Paths of calls, and those that end where a package is come to, by whatever link. */
function pathsOf({ code }: PackageFacts): { target: string; path: CallPath; isWayIn: boolean }[] {
  const uses = [...code.apiUses, ...code.dynamicLoading, ...(code.reflection ?? []), ...code.startCalls!];
  const calls = uses.flatMap(({ target, callers }) =>
    callers.flatMap(({ paths = [] }) => paths.map((path) => ({ target: nameOf(target), path, isWayIn: false }))),
  );
  const ways = (code.packageEntries ?? []).map(({ target, path }) => ({ target: nameOf(target), path, isWayIn: true }));
  return [...calls, ...ways];
}

const judged = isInstalled('dexdump') ? test : test.skip;
const files = [...DEPENDENCY_APKS, ...corpus('apk')];

judged.each(files.map((file) => [basename(file), file] as const))(
  'every path of %s stands in its code',
  async (_name, file) => {
    const { facts } = await inspectFile(file);
    const paths = pathsOf(facts);
    const wanted = new Set(paths.flatMap(({ path }) => path.steps.map((step) => `${step.class}.${step.method}`)));
    const listing = wanted.size === 0 ? new Map() : await disassemble(file, wanted);
    const wrong: string[] = [];
    for (const { target, path, isWayIn } of paths) {
      expect(facts.code.entryPoints![path.entry]).toBeDefined();
      for (const [index, step] of path.steps.entries()) {
        const next = path.steps[index + 1] ?? (isWayIn ? { class: '', method: target } : undefined);
        const lines: string[] = listing.get(`${step.class}.${step.method}`)?.get(step.offset) ?? [];
        if (!lines.some((line) => leadsOn(line, step, next, target))) {
          wrong.push(
            `${step.class}.${step.method} @ ${step.offset} -${step.link}> ${next?.class}.${next?.method ?? target}: ${lines}`,
          );
        }
      }
    }
    expect(wrong).toEqual([]);
    const { graph } = facts.code;
    if (graph && graph.methods > 0) expect(graph.reachable).toBeLessThanOrEqual(graph.methods);
  },
  120_000,
);
