/** What stands behind an address, from the command line: sub-documents, and pages that only scripts write. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { PolicyReview } from '../../../shared/pledge/policy-review.ts';
import { chromiumPath } from '../../support/browser.ts';
import { type Origin, startOrigin } from '../fetch/origin.ts';

const bin = fileURLToPath(new URL('../../../services/cli/bin.mjs', import.meta.url));
const POLICY = `<h1>示例地图隐私政策</h1>${'<p>当您注册时，我们收集您的手机号码用于创建账号。</p>'.repeat(12)}<p>联系我们：privacy@shili-ditu.cn</p>`;
const PAGES: Readonly<Record<string, string>> = {
  '/p': `${POLICY}<p>撤回同意：<a href="/full">隐私政策完整版</a></p>`,
  '/full': '<p>您可以在“设置-隐私-撤回同意”中随时撤回您的同意，撤回后我们将停止收集。</p>',
  '/shell': '<div id="app"></div><script src="/app.js"></script>',
  '/app.js': `document.getElementById('app').innerHTML = ${JSON.stringify(POLICY)}`,
};
let site: Origin;

beforeAll(async () => {
  spawnSync(process.execPath, [bin, '--version']);
  site = await startOrigin((request, response) => {
    const page = PAGES[request.url ?? ''];
    const type = request.url?.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': type }).end(page ?? '');
  });
});
afterAll(() => site.close());

async function review(path: string, env: Readonly<Record<string, string>> = {}): Promise<PolicyReview> {
  const child = spawn(process.execPath, [bin, 'policy', site.url + path, '--json'], {
    env: { ...process.env, CHROMIUM_PATH: '', FETCH_ALLOW_PRIVATE_ADDRESSES: 'true', ...env },
  });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  await once(child, 'close');
  return JSON.parse(stdout) as PolicyReview;
}

test('what a linked document says counts as said', async () => {
  const { outcome, checklist } = await review('/p');
  expect(outcome).toBe('read');
  expect(checklist.find(({ item }) => item === 'PR-30')?.state).toBe('present');
  expect(site.seen).toEqual(['/p', '/full']);
});

test('a page that only scripts write could not be read without a browser', async () => {
  expect(await review('/shell')).toMatchObject({ outcome: 'unreadable', reason: 'script-rendered', checklist: [] });
});

const withBrowser = chromiumPath === null ? test.skip : test;
withBrowser(`and is read with one${chromiumPath === null ? ' (skipped: no chromium in the PATH)' : ''}`, async () => {
  const { outcome, checklist } = await review('/shell', { CHROMIUM_PATH: chromiumPath! });
  expect(outcome).toBe('read');
  expect(checklist.find(({ item }) => item === 'PR-03')?.state).toBe('present');
});
