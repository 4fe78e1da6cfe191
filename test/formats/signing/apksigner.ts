import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DEPENDENCY_APKS } from '../../fixtures/packages.ts';

const run = promisify(execFile);

/** What `apksigner verify` says of a file for a range of platform versions. */
export interface Judgement {
  readonly verifies: boolean;
  /** Schemes that it found valid; it looks at the schemes only that the range asks for. */
  readonly schemes: readonly string[];
  readonly errors: readonly string[];
}

/** Verified once, so that what verifying loads is in the archive. */
const SMALL = DEPENDENCY_APKS.find((path) => path.includes('androidTest'))!;

/** `apksigner` kept warm: its classes are archived once, which halves the time of every later run. */
export class Apksigner {
  readonly folder = mkdtempSync(join(tmpdir(), 'apksigner-'));
  #warm: Promise<string> | null = null;

  /** @param min and @param max platform versions; the package's own where they are left out */
  async verify(path: string, min?: number, max?: number): Promise<Judgement> {
    const range = [...(min ? ['--min-sdk-version', `${min}`] : []), ...(max ? ['--max-sdk-version', `${max}`] : [])];
    const { code, output } = await this.#java(['verify', '-v', ...range, path]);
    const all = (pattern: RegExp) => [...output.matchAll(pattern)].map((match) => match[1]!);
    return {
      verifies: code === 0,
      schemes: all(/^Verified using (v[\d.]+) scheme .*: true$/gm),
      errors: all(/^ERROR: (.*)$/gm).concat(all(/^Exception in thread "main" (.*)$/gm)),
    };
  }

  /** Any other command; its output. @throws Error when it fails */
  async perform(...args: readonly string[]): Promise<string> {
    const { code, output } = await this.#java(args);
    if (code !== 0) throw new Error(output.slice(0, 2000));
    return output;
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #java(args: readonly string[]): Promise<{ code: number; output: string }> {
    this.#warm ??= this.#archiveClasses();
    const options = `-XX:TieredStopAtLevel=1 -XX:+UseSerialGC ${await this.#warm}`;
    return started(args, options);
  }

  async #archiveClasses(): Promise<string> {
    const archive = join(this.folder, 'classes.jsa');
    await started(['verify', SMALL], `-XX:ArchiveClassesAtExit=${archive}`);
    return `-XX:SharedArchiveFile=${archive} -Xshare:auto`;
  }
}

async function started(args: readonly string[], javaOptions: string): Promise<{ code: number; output: string }> {
  const env = { ...process.env, JAVA_TOOL_OPTIONS: javaOptions };
  try {
    const { stdout, stderr } = await run('apksigner', [...args], { env, maxBuffer: 64 << 20 });
    return { code: 0, output: `${stdout}\n${stderr}` };
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: unknown; stdout?: string; stderr?: string };
    if (typeof code !== 'number') throw error;
    return { code, output: `${stdout}\n${stderr}` };
  }
}

/** Runs a step over a list, two at a time. */
export async function byTwo<T>(list: readonly T[], step: (each: T) => Promise<void>): Promise<void> {
  const queue = [...list];
  const work = async () => {
    for (let each = queue.shift(); each !== undefined; each = queue.shift()) await step(each);
  };
  await Promise.all([work(), work()]);
}
