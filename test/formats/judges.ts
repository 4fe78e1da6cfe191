import { spawn, spawnSync } from 'node:child_process';
import type { Readable } from 'node:stream';

/** Whether a tool is on the PATH. */
export function isInstalled(tool: string): boolean {
  return spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** What `aapt dump badging` says, as far as facts are compared with it; `null` when aapt refuses the package. */
export function aaptBadging(path: string) {
  const { stdout, status } = spawnSync('aapt', ['dump', 'badging', path], { encoding: 'utf8', maxBuffer: 64 << 20 });
  if (status !== 0 || !stdout.startsWith('package:')) return null;
  const lines = stdout.split('\n');
  const first = (pattern: RegExp) => lines.map((line) => pattern.exec(line)?.[1]).find((value) => value !== undefined);
  return {
    packageName: first(/^package: name='([^']*)'/),
    versionCode: first(/^package: .*versionCode='([^']*)'/),
    versionName: first(/^package: .*versionName='([^']*)'/),
    minSdk: first(/^sdkVersion:'([^']*)'/),
    targetSdk: first(/^targetSdkVersion:'([^']*)'/),
    label: first(/^application-label:'(.*)'$/),
    chineseLabel: first(/^application-label-zh-CN:'(.*)'$/) ?? first(/^application-label-zh:'(.*)'$/),
    launcher: first(/^launchable-activity: name='([^']*)'/),
    debuggable: lines.includes('application-debuggable'),
    maxSdk: Object.fromEntries(
      lines.flatMap((line) => {
        const found = /^uses-permission(?:-sdk-23)?: name='([^']*)' maxSdkVersion='(\d+)'/.exec(line);
        return found ? [[found[1]!, Number(found[2])]] : [];
      }),
    ),
    implied: lines.flatMap((line) => /^uses-implied-permission: name='([^']*)'/.exec(line)?.[1] ?? []),
    features: lines.flatMap((line, index) => {
      const name = /^ *uses-feature(?:-not-required)?: name='([^']*)'/.exec(line)?.[1];
      return name === undefined || lines[index + 1]?.includes(`uses-implied-feature: name='${name}'`) ? [] : [name];
    }),
    abis: lines
      .flatMap((line) => (/^(?:alt-)?native-code: /.test(line) ? [...line.matchAll(/'([^']*)'/g)] : []))
      .map(([, abi]) => abi!),
    permissions: lines.flatMap((line, index) => {
      const name = /^uses-permission(?:-sdk-23)?: name='([^']*)'/.exec(line)?.[1];
      // A permission that another one or an old target implies is printed as if declared, and explained in the next line.
      return name === undefined || lines[index + 1]?.startsWith(`uses-implied-permission: name='${name}'`) ? [] : [name];
    }),
  };
}

/** Hands over a judge's output line by line; there are millions, and a promise for each would cost more than reading them. */
export async function eachLine(output: Readable, take: (line: string) => void): Promise<void> {
  let rest = '';
  for await (const chunk of output.setEncoding('utf8')) {
    const lines = (rest + (chunk as string)).split('\n');
    rest = lines.pop()!;
    for (const line of lines) take(line);
  }
  if (rest !== '') take(rest);
}

/** What `dexdump` counts in each DEX file, and how often which method is called (`Lpkg/Cls;->name`). */
export async function dexdump(path: string) {
  const child = spawn('dexdump', ['-f', '-d', path], { stdio: ['ignore', 'pipe', 'ignore'] });
  const files: { version: string; strings: number; methods: number; classes: number }[] = [];
  const calls = new Map<string, number>();
  const field = (line: string) => Number(line.slice(line.indexOf(':') + 1));
  await eachLine(child.stdout, (line) => {
    const call = /invoke-[a-z/-]+ \{[^}]*\}, (\[*L[^;]+;)\.([^:]+):/.exec(line);
    if (call) calls.set(`${call[1]}->${call[2]}`, (calls.get(`${call[1]}->${call[2]}`) ?? 0) + 1);
    const opened = /^Opened .* DEX version '(\d+)'/.exec(line);
    if (opened) files.push({ version: opened[1]!, strings: 0, methods: 0, classes: 0 });
    const file = files[files.length - 1];
    if (line.startsWith('string_ids_size')) file!.strings = field(line);
    else if (line.startsWith('method_ids_size')) file!.methods = field(line);
    else if (line.startsWith('class_defs_size')) file!.classes = field(line);
  });
  return { files, calls };
}

/** Certificates that `apksigner verify --print-certs` prints, one for each signer; `null` when it finds none. */
export function apksignerCertificates(path: string) {
  const { stdout } = spawnSync('apksigner', ['verify', '-v', '--print-certs', path], { encoding: 'utf8', maxBuffer: 64 << 20 });
  const all = (pattern: RegExp) => [...stdout.matchAll(pattern)].map((match) => match[1]!);
  const sha256 = all(/^Signer #\d+ certificate SHA-256 digest: (.*)$/gm);
  if (sha256.length === 0) return null;
  return {
    subject: all(/^Signer #\d+ certificate DN: (.*)$/gm),
    sha256,
    sha1: all(/^Signer #\d+ certificate SHA-1 digest: (.*)$/gm),
    md5: all(/^Signer #\d+ certificate MD5 digest: (.*)$/gm),
    keyAlgorithm: all(/^Signer #\d+ key algorithm: (.*)$/gm),
    keyBits: all(/^Signer #\d+ key size \(bits\): (.*)$/gm).map(Number),
    publicKeySha256: all(/^Signer #\d+ public key SHA-256 digest: (.*)$/gm),
    schemes: all(/^Verified using (v[\d.]+) scheme .*: true$/gm),
  };
}
