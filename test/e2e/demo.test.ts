import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('the demonstration: real packages over HTTP, every verdict as expected, valid, and told in a signed callback', async () => {
  const child = spawn(process.execPath, ['services/bootstrap.mjs', 'demo'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const [code] = (await once(child, 'exit')) as [number | null];
  expect([code, said]).toEqual([0, expect.stringContaining('everything as expected')]);
  expect(said).toMatch(/published schema: (\d+)\/\1\n/);
  expect(said).toMatch(/one event each: (\d+)\/\1\n/);
  for (const decision of ['APPROVE', 'REJECT', 'REVIEW']) expect(said).toContain(decision);
}, 300_000);
