import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PermanentError } from '../../../shared/domain/errors.ts';

/**
 * The compiled file that threads run. In a build it lies beside this one. When the sources run directly (tests), a thread could not
 * load them: Node 20 strips no types, and the test runner's transform does not reach into threads; so they run the build's
 * file, which `npm run build` makes and `npm test` keeps up to date.
 * @throws PermanentError `build-missing`
 */
export function threadFile(here: string = import.meta.url): string {
  const url = here.endsWith('.ts')
    ? new URL('../../../dist/services/workers/sandbox/tasks.js', here)
    : new URL('./tasks.js', here);
  const file = fileURLToPath(url);
  if (existsSync(file)) return file;
  throw new PermanentError('build-missing', {
    zh: '缺少编译结果，请先运行 npm run build',
    en: 'The build is missing: run npm run build first',
  });
}
