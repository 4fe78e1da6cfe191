/** Pages whose text only scripts write, in a real browser whose every request goes through the guard. */
import type { RequestListener } from 'node:http';
import { guardedFetch, guardedQuery } from '../../../shared/platform/fetch/index.ts';
import { openRenderer, type Renderer } from '../../../shared/platform/rendering/index.ts';
import { chromiumPath } from '../../support/browser.ts';
import { type Origin, startOrigin } from './origin.ts';

const LIMITS = { maxBytes: 1_000_000, timeoutMs: 30_000 };

/** 127.0.0.2 plays the public internet, where every name leads; 127.0.0.1 and the rest stay the closed network that they are. */
const OPEN = '127.0.0.2';
let origin: Origin;
let renderer: Renderer;
let site: string;
const asked: string[] = [];
/** Answers public the first time and private ever after. */
let rebound = 0;
const addressOf = (name: string): string =>
  name === 'localhost' || (name === 'rebinding.test' && rebound++ > 0) ? '127.0.0.1' : OPEN;
const pages = new Map<string, RequestListener>();
const html =
  (body: string): RequestListener =>
  (_request, response) =>
    void response.setHeader('content-type', 'text/html; charset=utf-8').end(`<!doctype html><html><body>${body}</body></html>`);

const title = chromiumPath === null ? 'rendering (skipped: no chromium in the PATH, and CHROMIUM names none)' : 'rendering';
(chromiumPath === null ? describe.skip : describe)(title, () => {
  beforeAll(async () => {
    origin = await startOrigin((request, response) => {
      const page = pages.get(request.url ?? '');
      if (page === undefined) response.writeHead(404).end();
      else page(request, response);
    }, OPEN);
    site = `http://www.shili.test:${origin.port}`;
    const guard = { allowAddresses: [OPEN], resolve: async (name: string) => [{ address: addressOf(name), family: 4 }] };
    const fetch = guardedFetch(guard);
    renderer = openRenderer({
      executablePath: chromiumPath ?? '',
      sandbox: null,
      concurrency: 1,
      fetch: (url, limits) => {
        asked.push(url);
        return fetch(url, limits);
      },
      query: guardedQuery(guard),
    });
  });
  afterAll(async () => {
    await renderer?.close();
    await origin?.close();
  });
  beforeEach(() => {
    asked.length = 0;
    pages.clear();
  });

  async function textOf(path: string): Promise<string> {
    const rendered = await renderer.render(site + path, LIMITS);
    if (!rendered.ok) throw new Error(`${rendered.failure}: ${rendered.detail}`);
    return new TextDecoder().decode(rendered.page.html);
  }

  test('text that scripts write is read: from files, by fetch and by post, from a route; images are left out', async () => {
    pages.set('/app', html('<div id="app"></div><img src="/large.png"><script src="/app.js"></script>'));
    pages.set(
      '/app.js',
      (_request, response) =>
        void response.setHeader('content-type', 'text/javascript').end(`
        const app = document.getElementById('app');
        const add = (text) => { app.insertAdjacentHTML('beforeend', '<p>' + text + '</p>'); };
        fetch('http://api.shili.test:${origin.port}/text').then((r) => r.json()).then((t) => add(t.say));
        fetch('http://api.shili.test:${origin.port}/posted', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"id":7}' })
          .then((r) => r.text()).then(add);
        add('路由' + location.hash);
        const shadow = document.createElement('div'); document.body.append(shadow);
        shadow.attachShadow({ mode: 'open' }).innerHTML = '<p>影子里的文字</p>';
        navigator.serviceWorker?.register('/sw.js').then(() => add('登记成功'), () => add('登记失败'));`),
    );
    pages.set('/text', (_request, response) => void response.end('{"say":"我们收集您的手机号。"}'));
    pages.set('/posted', (request, response) => {
      request.setEncoding('utf8').on('data', (body: string) => response.end(`${request.method} ${body}`));
    });
    const text = await textOf('/app#/privacy');
    for (const said of ['我们收集您的手机号。', 'POST {"id":7}', '路由#/privacy', '影子里的文字']) expect(text).toContain(said);
    expect(text).not.toContain('登记成功');
    expect(origin.seen).not.toContain('/large.png');
    expect(origin.seen).not.toContain('/sw.js');
  });

  test('nothing private is reached: not by script, frame, redirect, socket, or going there', async () => {
    const secret = await startOrigin(html('内网机密'));
    const at = `127.0.0.1:${secret.port}`;
    pages.set(
      '/hostile',
      html(`<p id="out">开始</p><iframe src="http://${at}/frame"></iframe><iframe src="/redirects"></iframe>
      <link rel="stylesheet" href="http://${at}/style"><script src="http://[::1]:${secret.port}/script"></script>
      <link rel="prefetch" href="http://${at}/prefetch"><link rel="preconnect" href="http://${at}">
      <script>
        const out = document.getElementById('out');
        const note = (name, how) => () => { out.append(' ' + name + how); };
        const [got, refused] = ['得' + '到', '被' + '拒'];
        const targets = ['http://${at}/fetch', 'http://localhost:${secret.port}/name', 'http://169.254.169.254/latest/meta-data/',
          'http://0x7f.1:${secret.port}/hex', 'http://2130706433:${secret.port}/decimal', 'http://[::ffff:7f00:1]:${secret.port}/mapped', '/redirects'];
        for (const target of targets) fetch(target, { mode: 'no-cors' }).then(note('取', got), note('取', refused));
        try { const socket = new WebSocket('ws://${at}/socket'); socket.onopen = note('套接字', got); } catch {}
        try { const events = new EventSource('http://${at}/events'); events.onopen = note('事件', got); } catch {}
        navigator.sendBeacon('http://${at}/beacon', 'x');
        try { new RTCPeerConnection({ iceServers: [{ urls: 'stun:${at}' }] }).createDataChannel('x'); } catch {}
        new Image().src = 'http://${at}/image';
        const worker = new Worker(URL.createObjectURL(new Blob(["fetch('http://${at}/worker')"])));
        window.open('http://${at}/popup');
      </script>`),
    );
    pages.set('/redirects', (_request, response) => void response.writeHead(302, { location: `http://${at}/redirected` }).end());
    const text = await textOf('/hostile');
    expect(text.match(/取被拒/g)).toHaveLength(7);
    expect(text).not.toContain('得到');
    expect(text).not.toContain('内网机密');
    pages.set('/goes', html(`<p>走</p><script>location.href = 'http://${at}/gone-there'</script>`));
    const gone = await renderer.render(`${site}/goes`, LIMITS);
    if (gone.ok) expect(new TextDecoder().decode(gone.page.html)).not.toContain('内网机密');
    pages.set(
      '/rebinds',
      html(`<p>绑</p><script>
      fetch('http://rebinding.test:${origin.port}/first').catch(() => 0)
        .then(() => fetch('http://rebinding.test:${secret.port}/second', { mode: 'no-cors' }))
        .then(() => document.body.append('得' + '到'), () => document.body.append('被' + '拒'));</script>`),
    );
    const text2 = await textOf('/rebinds');
    expect(text2).toContain('被拒');
    expect(rebound).toBeGreaterThan(1);
    expect(secret.seen).toEqual([]);
    await secret.close();
  });

  test('an address that is private itself is refused', async () => {
    expect(await renderer.render('http://127.0.0.1:9/', LIMITS)).toMatchObject({
      ok: false,
      failure: 'render-private-address',
    });
  });

  test('a redirect is where the page then is', async () => {
    pages.set('/old', (_request, response) => void response.writeHead(302, { location: '/deep/new' }).end());
    pages.set('/deep/new', html('<p id="p"></p><script src="text.js"></script>'));
    pages.set(
      '/deep/text.js',
      (_request, response) => void response.end("document.getElementById('p').textContent = '到了' + location.pathname"),
    );
    const rendered = await renderer.render(`${site}/old`, LIMITS);
    expect(rendered).toMatchObject({ ok: true, page: { finalUrl: `${site}/deep/new` } });
    expect(rendered.ok && new TextDecoder().decode(rendered.page.html)).toContain('到了/deep/new');
  });

  test('a script that never ends, and a page that grows without end, are given up in time', async () => {
    pages.set('/loop', html('<p>循环</p><script>for (;;) {}</script>'));
    pages.set('/grows', html("<p>长</p><script>document.body.append('长'.repeat(2000000))</script>"));
    const started = performance.now();
    expect(await renderer.render(`${site}/loop`, { ...LIMITS, timeoutMs: 4_000 })).toMatchObject({
      ok: false,
      failure: 'render-timeout',
    });
    expect(performance.now() - started).toBeLessThan(60_000);
    expect(await renderer.render(`${site}/grows`, LIMITS)).toMatchObject({ ok: false, failure: 'render-too-large' });
  });

  test('a page that asks for ever and goes on for ever is stopped', async () => {
    pages.set('/asks', html("<p>问</p><script>for (let n = 0; n < 1000; n++) fetch('/n' + n).catch(() => 0)</script>"));
    await renderer.render(`${site}/asks`, LIMITS);
    expect(asked.length).toBeLessThanOrEqual(150);
    pages.set('/on', html("<p>走</p><script>location.replace('/on?' + Math.random())</script>"));
    const on = pages.get('/on')!;
    asked.length = 0;
    const listener: RequestListener = (request, response) => on(request, response);
    const real = pages.get.bind(pages);
    pages.get = (path) => (path.startsWith('/on') ? listener : real(path));
    const moved = await renderer.render(`${site}/on`, { ...LIMITS, timeoutMs: 8_000 });
    pages.get = real;
    // Stopped, it shows the browser's error page: never a page of the site.
    expect(moved).toMatchObject({ ok: false });
    expect(asked.length).toBeLessThanOrEqual(6);
  });
});

test('a browser that is not there cannot render, and says so', async () => {
  const renderer = openRenderer({
    executablePath: '/nonexistent/chromium',
    sandbox: null,
    concurrency: 1,
    fetch: guardedFetch(),
    query: guardedQuery(),
  });
  expect(await renderer.render('http://www.shili.test/', LIMITS)).toMatchObject({ ok: false, failure: 'render-crashed' });
  await renderer.close();
});
