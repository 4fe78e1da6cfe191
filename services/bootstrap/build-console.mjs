import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { filesBelow, fingerprintOf, isCurrent } from './fingerprint.mjs';
import { ROOT } from './root.mjs';
import { runNode } from './run.mjs';

const DIST = join(ROOT, 'dist');
const OUT = join(DIST, 'console');
const RECORD = '.build.json';
const CONFIGURATION = ['tsconfig.json', 'package-lock.json'];
/** What gets smaller by compression; the rest of the assets are pictures. */
const COMPRESSIBLE = /\.(js|css|svg|json)$/;

/**
 * Bundles the reviewers' console into dist/console/, unless nothing it is made of has changed. Ends the process when it cannot be
 * bundled: a service without its page would only be noticed by the reviewers. Two builds at a time do not meet, and whoever reads the
 * folder meanwhile finds the one or the other: each is made aside and put in place when it is whole.
 */
export async function buildConsoleIfStale() {
  const sources = [...(await filesBelow(ROOT, 'services/console')), ...(await filesBelow(ROOT, 'shared/domain'))];
  const fingerprint = fingerprintOf([...sources.filter((file) => !/\.test\.tsx?$|\.md$/.test(file)).sort(), ...CONFIGURATION]);
  if (await isCurrent(join(OUT, RECORD), fingerprint)) return;
  console.log('正在打包审核工作台 / Bundling the console …');
  await removeUnfinished();
  const aside = join(DIST, `console.${process.pid}`);
  // Libraries leave their checks for developers out by this variable, whatever runs the build.
  const env = { ...process.env, NODE_ENV: 'production' };
  const vite = ['node_modules/vite/bin/vite.js', 'build', 'services/console', '--outDir', aside, '--emptyOutDir'];
  const code = await runNode([...vite, '--logLevel', 'warn'], { env });
  if (code !== 0) {
    await rm(aside, { recursive: true, force: true });
    console.error('审核工作台打包失败 / The console could not be bundled.');
    process.exit(code);
  }
  await compress(aside);
  await writeFile(join(aside, RECORD), JSON.stringify({ fingerprint }));
  const before = join(DIST, `console.${process.pid}.before`);
  if (existsSync(OUT)) await rename(OUT, before).catch(() => {});
  await rename(aside, OUT).catch(() => rm(aside, { recursive: true, force: true }));
  await rm(before, { recursive: true, force: true });
}

/** What builds that were killed have left. */
async function removeUnfinished() {
  for (const name of await readdir(DIST).catch(() => [])) {
    const pid = /^console\.(\d+)/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(DIST, name), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Each asset is compressed once, here, as well as can be, and never while somebody waits for it. */
async function compress(folder) {
  const assets = (await filesBelow(folder, 'assets')).filter((file) => COMPRESSIBLE.test(file));
  await Promise.all(
    assets.map(async (asset) => {
      const file = join(folder, asset);
      const bytes = await readFile(file);
      const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
      await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, brotli));
      await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
    }),
  );
}
