import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';

/** Installs the dependencies when what is in node_modules is not what package-lock.json asks for. */
export async function installIfMissing() {
  if (installed()) return;
  console.log('正在安装依赖 / Installing dependencies (npm ci) …');
  const code = await run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']);
  if (code === 0 && installed()) return;
  console.error('依赖安装失败 / The dependencies could not be installed: npm ci ended with code', code);
  process.exit(code === 0 ? 1 : code);
}

/**
 * Compares versions, not file times: a checkout or a copy changes times at will. npm leaves a record of what it installed in
 * node_modules; optional packages of other platforms are not in it.
 */
function installed() {
  const record = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = packagesOf(join(ROOT, 'package-lock.json'));
  const present = packagesOf(record);
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || present[path]?.version === entry.version || (entry.optional && present[path] === undefined),
  );
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
