// `npm run fuzz`: plain JavaScript, so that every Node.js can start it; it compiles the TypeScript of which the fuzzer is made.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileFuzzer } from './instrument/compile.mjs';

process.setSourceMapsEnabled(true);
const { out, remove } = await compileFuzzer();
try {
  const { main } = await import(pathToFileURL(join(out, 'test/fuzz/main.js')).href);
  process.exitCode = await main(process.argv.slice(2));
} finally {
  await remove();
}
