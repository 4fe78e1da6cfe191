#!/usr/bin/env node
// The program as npm links it, so plain JavaScript: builds what is stale when it runs in a checkout, then hands over.
import { existsSync, readFileSync } from 'node:fs';

const at = (path) => new URL(`../../${path}`, import.meta.url);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`需要 Node.js 20.19 或更高版本，当前为 ${process.versions.node}。`);
  console.error(`Shelfgate needs Node.js 20.19 or later; this is ${process.versions.node}.`);
  process.exit(3);
}
if (!existsSync(at('node_modules/zod'))) {
  console.error('缺少依赖，请先运行：npm ci');
  console.error('The dependencies are not installed; run: npm ci');
  process.exit(3);
}
// A deployment has the build and no compiler.
if (existsSync(at('node_modules/typescript')) && existsSync(at('services/bootstrap/build.mjs'))) {
  const { buildIfStale } = await import('../bootstrap/build.mjs');
  // What the build says belongs to people; standard output is for the result.
  const log = console.log;
  console.log = console.error;
  await buildIfStale();
  console.log = log;
}

// A reader that has seen enough (`| head`) ends us as it ends other programs: 128 + SIGPIPE, which is no decision.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 141 : 3));

const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const { main } = await import('../../dist/services/cli/main.js');
const { processConsole } = await import('../../dist/services/cli/console.js');
process.exitCode = await main(process.argv.slice(2), processConsole(version));
