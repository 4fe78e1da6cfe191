import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { InputError } from '../../../shared/domain/errors.ts';

/** What the build leaves in the page where the nonce goes; vite.config.mjs knows the same word. */
const NONCE_PLACEHOLDER = '__SHELFGATE_NONCE__';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** One file that the page loads; its name changes with its content. */
export interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  /** Made by the build; null where compressing gains nothing. */
  readonly brotli: Buffer | null;
  readonly gzip: Buffer | null;
}

/** The built console in memory: what is not in it is not there, whatever a path says. */
export interface ConsoleBundle {
  page(nonce: string): string;
  /** By name, without the folder. */
  readonly assets: ReadonlyMap<string, Asset>;
}

/**
 * Reads the built console.
 * @param folder `dist/console`
 * @throws InputError `console-not-built`
 */
export async function readConsoleBundle(folder: string): Promise<ConsoleBundle> {
  const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => null);
  if (page === null) {
    throw new InputError('console-not-built', {
      zh: `审核工作台尚未打包：${folder} 中没有页面；请运行 npm run build`,
      en: `The console has not been built: there is no page in ${folder}; run npm run build`,
    });
  }
  const names = await readdir(join(folder, 'assets'));
  const read = (name: string) => (names.includes(name) ? readFile(join(folder, 'assets', name)) : null);
  const assets = new Map<string, Asset>();
  for (const name of names) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    const [plain, brotli, gzip] = await Promise.all([
      readFile(join(folder, 'assets', name)),
      read(`${name}.br`),
      read(`${name}.gz`),
    ]);
    assets.set(name, { type, plain, brotli, gzip });
  }
  return { page: (nonce) => page.replaceAll(NONCE_PLACEHOLDER, nonce), assets };
}
