// Writes durations.json from the report of a whole run on a quiet machine: `npm run jest -- --json --outputFile=report.json`, then
// `node test/support/record-durations.mjs report.json`. Suites below three seconds are left out; their order does not matter.
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const [file = 'report.json'] = process.argv.slice(2);
const root = fileURLToPath(new URL('../..', import.meta.url));
const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
const seconds = testResults
  .map(({ name, startTime, endTime }) => [relative(root, name).replaceAll('\\', '/'), Math.round((endTime - startTime) / 1000)])
  .filter(([, taken]) => taken >= 3)
  .sort(([, a], [, b]) => b - a);
writeFileSync(new URL('./durations.json', import.meta.url), `${JSON.stringify(Object.fromEntries(seconds), null, 2)}\n`);
