import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { filesBelow, fingerprintOf, isCurrent } from './fingerprint.mjs';
import { ROOT } from './root.mjs';
import { runNode } from './run.mjs';

const OUT = join(ROOT, 'dist', 'console');
const RECORD = join(OUT, '.build.json');
const CONFIGURATION = ['tsconfig.json', 'package-lock.json'];
/** What gets smaller by compression; the rest of the assets are pictures. */
const COMPRESSIBLE = /\.(js|css|svg|json)$/;

/**
 * Bundles the reviewers' console into dist/console/, unless nothing it is made of has changed. Ends the process when it cannot be
 * bundled: a service without its page would only be noticed by the reviewers.
 */
export async function buildConsoleIfStale() {
  const sources = [...(await filesBelow(ROOT, 'services/console')), ...(await filesBelow(ROOT, 'shared/domain'))];
  const fingerprint = fingerprintOf([...sources.filter((file) => !/\.test\.tsx?$/.test(file)).sort(), ...CONFIGURATION]);
  if (await isCurrent(RECORD, fingerprint)) return;
  console.log('正在打包审核台 / Bundling the console …');
  await rm(RECORD, { force: true });
  // Libraries leave their checks for developers out by this variable, whatever runs the build.
  const env = { ...process.env, NODE_ENV: 'production' };
  const code = await runNode(['node_modules/vite/bin/vite.js', 'build', 'services/console', '--logLevel', 'warn'], { env });
  if (code !== 0) {
    console.error('审核台打包失败 / The console could not be bundled.');
    process.exit(code);
  }
  await compress();
  await writeFile(RECORD, JSON.stringify({ fingerprint }));
}

/** Each asset is compressed once, here, as well as can be, and never while somebody waits for it. */
async function compress() {
  const assets = (await filesBelow(OUT, 'assets')).filter((file) => COMPRESSIBLE.test(file));
  await Promise.all(
    assets.map(async (asset) => {
      const file = join(OUT, asset);
      const bytes = await readFile(file);
      const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
      await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, brotli));
      await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
    }),
  );
}
