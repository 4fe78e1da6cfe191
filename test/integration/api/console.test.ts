import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync as brotli, brotliDecompressSync, gunzipSync, gzipSync as gzip } from 'node:zlib';
import { readConsoleBundle } from '../../../services/api/console/bundle.ts';
import { runFolder } from '../../support/run-folder.ts';
import { type RunningTestApi, startApi } from './running-api.ts';

const SCRIPT = `console.log(${JSON.stringify('审核台'.repeat(200))});\n`;
const PAGE =
  '<!doctype html><meta property="csp-nonce" nonce="__SHELFGATE_NONCE__"><script nonce="__SHELFGATE_NONCE__" src="/console/assets/app-a1.js"></script>';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Sends bytes as they are: `fetch` would tidy the path up first. */
function raw(url: string, head: string): Promise<Answer> {
  const { port, hostname } = new URL(url);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.end(`${head}\r\nHost: x\r\nConnection: close\r\n\r\n`, 'latin1'));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => {
      const bytes = Buffer.concat(chunks);
      const end = bytes.indexOf('\r\n\r\n');
      const [line = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
      const headers = Object.fromEntries(
        lines.map((each) => each.split(': ')).map(([name, ...rest]) => [name!.toLowerCase(), rest.join(': ')]),
      );
      resolve({ status: Number(line.split(' ')[1]), headers, body: bytes.subarray(end + 4) });
    });
  });
}

describe('the console as it is served', () => {
  let api: RunningTestApi;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(runFolder(), 'console-'));
    const assets = join(folder, 'assets');
    await mkdir(assets);
    await writeFile(join(folder, 'index.html'), PAGE);
    await writeFile(join(folder, 'secret.txt'), 'beside the page');
    await writeFile(join(folder, '.build.json'), '{}');
    await writeFile(join(assets, 'app-a1.js'), SCRIPT);
    await writeFile(join(assets, 'app-a1.js.br'), brotli(SCRIPT));
    await writeFile(join(assets, 'app-a1.js.gz'), gzip(SCRIPT));
    await writeFile(join(assets, 'icon-b2.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await symlink('/etc/passwd', join(assets, 'passwd'));
    api = await startApi({}, { console: await readConsoleBundle(folder) });
  });
  afterAll(async () => {
    await api.close();
    await rm(folder, { recursive: true, force: true });
  });
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`${api.url}${path}`, { method, headers, redirect: 'manual' });

  test('every address of a page answers with the page, never kept, and a policy whose nonce is new each time', async () => {
    const nonces = new Set<string>();
    for (const path of ['/console/', '/console/queue', '/console/submissions/sub_0a/compare', '/console/login?next=%2Fqueue']) {
      const answer = await get(path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const policy = answer.headers.get('content-security-policy') ?? '';
      const nonce = /style-src 'self' 'nonce-([A-Za-z0-9+/=]{22,})'/.exec(policy)?.[1] ?? '';
      const body = await answer.text();
      expect(body.split(`nonce="${nonce}"`)).toHaveLength(3);
      expect(body).not.toContain('__SHELFGATE_NONCE__');
      nonces.add(nonce);
      expect(policy).toContain("default-src 'none'; script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    }
    expect(nonces.size).toBe(4);
  });

  test('what is not the page keeps the stricter policy of the API', async () => {
    const policy = (await get('/docs')).headers.get('content-security-policy');
    expect(policy).not.toContain('script-src');
    expect((await get('/console/assets/app-a1.js')).headers.get('content-security-policy')).toBe(policy);
  });

  test('an asset comes in the smallest form that the client takes, for ever', async () => {
    const take = (encoding: string) => raw(api.url, `GET /console/assets/app-a1.js HTTP/1.1\r\nAccept-Encoding: ${encoding}`);
    const [br, gz, plain, refused] = await Promise.all([
      take('gzip, deflate, br, zstd'),
      take('gzip'),
      take('identity'),
      take('br;q=0, gzip;q=0'),
    ]);
    expect(br.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(br.body).toString()).toBe(SCRIPT);
    expect(gz.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gz.body).toString()).toBe(SCRIPT);
    for (const { headers, body } of [plain, refused]) {
      expect(headers['content-encoding']).toBeUndefined();
      expect(body.toString()).toBe(SCRIPT);
    }
    for (const { headers } of [br, gz, plain, refused]) {
      expect(headers).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
        'content-type': 'text/javascript; charset=utf-8',
        vary: 'Accept-Encoding',
      });
    }
    expect(new Set([br, gz, plain].map(({ headers }) => headers.etag)).size).toBe(3);
    const again = await raw(
      api.url,
      `GET /console/assets/app-a1.js HTTP/1.1\r\nAccept-Encoding: br\r\nIf-None-Match: ${br.headers.etag}`,
    );
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await get('/console/assets/icon-b2.svg')).headers.get('content-type')).toBe('image/svg+xml');
  });

  const absent = [
    '/console/assets/app-a2.js',
    '/console/assets/',
    '/console/assets',
    '/console/assets/app-a1.js.br',
    '/console/assets/app-a1.js/',
    '/console/assets/passwd',
    '/console/index.html',
    '/console/secret.txt',
    '/console/.build.json',
    '/console/favicon.ico',
    '/console/../package.json',
    '/console/assets/../index.html',
    '/console/assets/..%2findex.html',
    '/console/assets/..%2f..%2f..%2fetc%2fpasswd',
    '/console/assets/%2e%2e/%2e%2e/secret.txt',
    '/console/assets/..\\secret.txt',
    '/console/assets/%5c..%5csecret.txt',
    '/console/assets//etc/passwd',
    '/console/%00',
    '/console/assets/app-a1.js%00.svg',
    '/console/%',
    '/console/%zz',
    '/console/%ff%fe',
    '/console/<script>alert(1)</script>',
    '/console/assets/__proto__',
    '/console/assets/constructor',
    `/console/${'a'.repeat(600)}`,
    `/console/assets/${'../'.repeat(1000)}etc/passwd`,
  ];
  const short = (path: string) => (path.length > 60 ? `${path.slice(0, 60)}… (${path.length} characters)` : path);
  test.each(absent.map((path) => [short(path), path]))('%s is not there', async (_title, path) => {
    const { status, headers, body } = await raw(api.url, `GET ${path} HTTP/1.1`);
    expect([status, headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
    expect(headers['cache-control']).toBe('no-store');
    expect(body.toString()).not.toMatch(/root:|beside the page|<script>alert/);
  });

  test('a path that no server should read ends the request and not the process', async () => {
    expect((await raw(api.url, 'GET /console/\u0000 HTTP/1.1')).status).toBe(400);
    expect((await raw(api.url, `GET /console/${'a'.repeat(100_000)} HTTP/1.1`)).status).toBe(431);
    expect((await get('/console/')).status).toBe(200);
  });

  test('it is read and nothing else', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      for (const path of ['/console/', '/console/assets/app-a1.js']) {
        const answer = await get(path, {}, method);
        expect([method, answer.status, answer.headers.get('allow')]).toEqual([method, 405, 'GET, HEAD']);
        expect(await answer.json()).toMatchObject({ code: 'method-not-allowed' });
      }
    }
    const head = await get('/console/queue', {}, 'HEAD');
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, 'text/html; charset=utf-8', '']);
  });

  test('the address without its slash leads to it, and the front page too', async () => {
    const answer = await get('/console');
    expect([answer.status, answer.headers.get('location')]).toEqual([308, 'console/']);
    expect(await (await get('/')).text()).toContain('href="/console/"');
  });
});

describe('what a process serves', () => {
  const statusOf = async (api: RunningTestApi, path: string) =>
    (await fetch(`${api.url}${path}`, { headers: api.caller.auth })).status;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(runFolder(), 'console-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), PAGE);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each([
    [
      'api',
      { '/console/': 404, '/v1/submissions': 200, '/v1/review/session': 404, '/v1/rules': 200, '/rules/': 200, '/readyz': 200 },
    ],
    [
      'console',
      { '/console/': 200, '/v1/submissions': 404, '/v1/rules': 200, '/rules/': 200, '/readyz': 200, '/v1/uploads': 404 },
    ],
  ] as const)('with the role %s alone', async (surface, expected) => {
    const api = await startApi({}, { surfaces: [surface], console: await readConsoleBundle(folder) });
    try {
      for (const [path, status] of Object.entries(expected)) expect([path, await statusOf(api, path)]).toEqual([path, status]);
    } finally {
      await api.close();
    }
  });

  test('a console that was never built is said at start, with what to do', async () => {
    await expect(readConsoleBundle(join(folder, 'nowhere'))).rejects.toMatchObject({
      code: 'console-not-built',
      text: { en: expect.stringContaining('npm run build') },
    });
  });
});
