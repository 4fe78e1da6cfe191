import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSamples } from '../../../services/cli/samples.ts';
import type { PolicyReview } from '../../../shared/pledge/policy-review.ts';

const bin = fileURLToPath(new URL('../../../services/cli/bin.mjs', import.meta.url));
const samples = await loadSamples();
const lacking = samples.find(({ id }) => id === 'no-rights')!;
let folder: string;

beforeAll(async () => {
  // So that no test pays for the build, and none prints its progress.
  spawnSync(process.execPath, [bin, '--version']);
  folder = await mkdtemp(join(tmpdir(), 'shelfgate-policy-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Not synchronous: the address may be answered by this very process. */
async function shelfgate(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [bin, 'policy', ...args], { env: { ...process.env, ...env } });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, stdout, stderr };
}

const stateOf = (review: PolicyReview, item: string) => review.checklist.find((each) => each.item === item)?.state;

test('a file: fifty items with the words that decided, the findings, and the worst of them as exit code', async () => {
  const { status, stdout } = await shelfgate([lacking.policy.file!, '--json']);
  const review = JSON.parse(stdout) as PolicyReview;
  expect(review.checklist).toHaveLength(50);
  expect([stateOf(review, 'PR-02'), stateOf(review, 'PR-28')]).toEqual(['present', 'absent']);
  for (const { state, excerpts } of review.checklist) if (state === 'present') expect(excerpts[0]!.text).not.toBe('');
  expect(review.findings.map(({ rule }) => rule)).toContain('privacy-policy/rights-missing');
  // Without a package or a listing nothing is said of what takes them.
  expect(review.notAssessed.length).toBeGreaterThan(0);
  expect(status).toBe(1);
});

test('in words: Chinese first, what is missing, and how to mend it; nothing of the policy reaches the terminal unescaped', async () => {
  const path = join(folder, 'hostile.txt');
  await writeFile(path, `示例隐私政策\n\u001b[31m我们将永久保存您的个人信息\u0007。\n如有疑问请联系我们。\n`);
  const { status, stdout } = await shelfgate([path]);
  expect(stdout).toContain('核对清单 Checklist');
  expect(stdout).toMatch(/自认违反 violating\s+PR-23/);
  expect(stdout).toContain('整改 Remedy');
  expect(stdout).toContain('应当写明 should say');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not get through.
  expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
  expect(status).toBe(1);
});

test('an address is fetched under the limits of the service, and held against a package and its listing', async () => {
  const page = await readFile(lacking.policy.file!);
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(page)).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/privacy.html`;
  try {
    const refused = await shelfgate([url, '--json']);
    expect(JSON.parse(refused.stdout)).toMatchObject({ outcome: 'unreadable', reason: 'private-address', checklist: [] });
    expect(refused.status).toBe(2);
    const { stdout } = await shelfgate([url, '--package', lacking.package, '--listing', lacking.listing, '--json'], {
      FETCH_ALLOW_PRIVATE_ADDRESSES: 'true',
    });
    const review = JSON.parse(stdout) as PolicyReview;
    expect(review.outcome).toBe('read');
    expect(review.notAssessed).toEqual([]);
    expect(new Set(review.findings.map(({ check }) => check)).size).toBeGreaterThan(1);
  } finally {
    server.close();
  }
});

test('what is wrong with the command or the files is said, with exit code 3', async () => {
  expect(await shelfgate([])).toMatchObject({ status: 3, stdout: '', stderr: expect.stringContaining('隐私政策文件或网址') });
  const missing = await shelfgate([join(folder, 'nothing.html')]);
  expect([missing.status, missing.stderr]).toEqual([3, expect.stringContaining('nothing.html')]);
});
