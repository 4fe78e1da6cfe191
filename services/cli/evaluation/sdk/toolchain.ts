import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What makes the vendors' names go. */
export const RENAMING = [
  /** Shrunk from the classes that the app uses, everything renamed. */
  'shrunk',
  /** The same, and all classes put into one package. */
  'repackaged',
  /** Everything kept, everything renamed. */
  'renamed',
] as const;

/** How the code of an app comes from its archives: `plain` is as the vendors have it. */
export type Way = 'plain' | (typeof RENAMING)[number];

/** For a JVM that lives seconds: one compiler, one collector. */
const QUICK_START = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto'];

/** D8 and R8 as they are on this machine. */
export interface Toolchain {
  /** Jar with `com.android.tools.r8`. */
  readonly r8: string;
  /** The platform's classes, without which a shrinker cannot know which methods the system calls. */
  readonly androidJar: string;
}

/** Where an `android.jar` lies: as given, or of the installed SDK's newest platform; null where none is. */
export function findAndroidJar(given: string | undefined): string | null {
  if (given !== undefined) return existsSync(given) ? given : null;
  const sdk = process.env.ANDROID_HOME ?? process.env.ANDROID_SDK_ROOT ?? '/usr/lib/android-sdk';
  const platforms = join(sdk, 'platforms');
  const level = (name: string): number => Number(/^android-(\d+)$/.exec(name)?.[1] ?? 0);
  const names = existsSync(platforms) ? readdirSync(platforms).sort((a, b) => level(b) - level(a)) : [];
  return names.map((name) => join(platforms, name, 'android.jar')).find((path) => existsSync(path)) ?? null;
}

/**
 * Turns jars into DEX files, the first without a number.
 * @param entry classes that the app uses by name, all their public members; without effect on `plain` and `renamed`
 * @throws Error with what the tool said
 */
export async function dexOf(jars: readonly Buffer[], way: Way, entry: readonly string[], tools: Toolchain): Promise<Buffer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'shelfgate-sdk-'));
  try {
    const inputs: string[] = [];
    for (const [index, jar] of jars.entries()) {
      inputs.push(join(folder, `${index}.jar`));
      await writeFile(inputs.at(-1)!, jar);
    }
    const rules = join(folder, 'rules.pro');
    await writeFile(rules, rulesFor(way, entry));
    const tool = way === 'plain' ? ['D8'] : ['R8', '--pg-conf', rules];
    const output = join(folder, 'dex');
    await mkdir(output);
    const [main, ...options] = tool;
    const common = ['--release', '--min-api', '21', '--lib', tools.androidJar, '--output', output];
    await run(
      'java',
      ['-Xmx2g', ...QUICK_START, '-cp', tools.r8, `com.android.tools.r8.${main}`, ...common, ...options, ...inputs],
      {
        maxBuffer: 64 << 20,
      },
    );
    const names = readdirSync(output).filter((name) => name.endsWith('.dex'));
    const order = (name: string): number => Number(/\d+/.exec(name)?.[0] ?? 1);
    return await Promise.all(names.sort((a, b) => order(a) - order(b)).map((name) => readFile(join(output, name))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Rules as an app has them that keeps nothing of the SDK for its own sake: it calls the entry classes, by whatever name they then have. */
function rulesFor(way: Way, entry: readonly string[]): string {
  const kept = entry.map((name) => `-keep,allowobfuscation class ${name} { public *; }`);
  return [
    // What a vendor compiled against is not all in its archive.
    '-dontwarn **',
    '-ignorewarnings',
    // Android's own defaults.
    '-keepattributes *Annotation*,Signature,InnerClasses,EnclosingMethod',
    '-keepclasseswithmembernames class * { native <methods>; }',
    '-keepclassmembers enum * { public static **[] values(); public static ** valueOf(java.lang.String); }',
    '-keepclassmembers class * implements android.os.Parcelable { public static final ** CREATOR; }',
    ...(way === 'renamed' ? ['-dontshrink', '-dontoptimize'] : kept),
    ...(way === 'repackaged' ? ["-repackageclasses 'o'", '-allowaccessmodification'] : []),
    '',
  ].join('\n');
}
