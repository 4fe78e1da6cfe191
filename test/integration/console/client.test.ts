import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addressOf, get, mayPass, post, rememberCsrfToken, whenSignedOut } from '../../../services/console/src/api/client.ts';
import { ApiProblem } from '../../../services/console/src/api/problem.ts';

let server: Server | undefined;
/** A server that answers as told. @returns its address */
async function answering(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  rememberCsrfToken(null);
  whenSignedOut(() => {});
});

const failure = async (request: Promise<unknown>): Promise<ApiProblem> => {
  try {
    await request;
  } catch (error) {
    if (error instanceof ApiProblem) return error;
    throw error;
  }
  throw new Error('nothing failed');
};

test('what is not given is left out of the address, a list repeats its name', () => {
  expect(addressOf('/v1/x')).toBe('/v1/x');
  expect(addressOf('/v1/x', { a: null, b: undefined, c: '', d: 0, e: false, f: ['1', '&'], g: '中 文' })).toBe(
    '/v1/x?c=&d=0&e=false&f=1&f=%26&g=%E4%B8%AD+%E6%96%87',
  );
});

test('what changes something carries the token, what reads does not', async () => {
  const seen: unknown[] = [];
  const url = await answering((request, response) => {
    seen.push([request.method, request.headers['x-shelfgate-csrf'], request.headers['content-type']]);
    response.end('{"ok":true}');
  });
  rememberCsrfToken('t0ken');
  expect(await get(url)).toEqual({ ok: true });
  expect(await post(url, { a: 1 })).toEqual({ ok: true });
  await post(url);
  expect(seen).toEqual([
    ['GET', undefined, undefined],
    ['POST', 't0ken', 'application/json'],
    ['POST', 't0ken', undefined],
  ]);
});

test('a problem document is read with both languages and its fields', async () => {
  const url = await answering((_request, response) => {
    response.writeHead(422, { 'Content-Type': 'application/problem+json' });
    response.end(
      JSON.stringify({
        title: '请求有误',
        titleEn: 'Not valid',
        detail: '理由：必填',
        detailEn: 'reason: required',
        code: 'invalid-request',
        instance: 'urn:uuid:1',
        errors: [{ pointer: '/reason', code: 'too_small', detail: '必填', detailEn: 'required' }, 'no object'],
      }),
    );
  });
  const problem = await failure(get(url));
  expect(problem).toMatchObject({
    status: 422,
    code: 'invalid-request',
    title: { zh: '请求有误', en: 'Not valid' },
    detail: { zh: '理由：必填', en: 'reason: required' },
    errors: [{ pointer: '/reason', code: 'too_small', text: { zh: '必填', en: 'required' } }],
    instance: 'urn:uuid:1',
  });
  expect(mayPass(problem)).toBe(false);
});

test('an answer that is no problem document, and one that is no JSON, still say something', async () => {
  const url = await answering((request, response) => {
    if (request.url === '/proxy') response.statusCode = 502;
    response.end('<html>Bad gateway</html>');
  });
  const proxy = await failure(get(`${url}/proxy`));
  expect(proxy).toMatchObject({ code: 'unreadable', status: 502, detail: { en: expect.stringContaining('502') } });
  expect(mayPass(proxy)).toBe(true);
  expect(await failure(get(url))).toMatchObject({ code: 'unreadable', status: 200 });
});

test('no answer in time, and no server at all, are told apart', async () => {
  const url = await answering(() => {});
  expect(await failure(get(url, {}, { timeoutMs: 50 }))).toMatchObject({ code: 'timeout', status: 0 });
  server!.closeAllConnections();
  await new Promise((resolve) => server!.close(resolve));
  const gone = await failure(get(url));
  expect(gone).toMatchObject({ code: 'unreachable', status: 0 });
  expect(mayPass(gone)).toBe(true);
});

test('a request that the page itself ended is no problem to show', async () => {
  const url = await answering(() => {});
  const left = new AbortController();
  const request = get(url, {}, { signal: left.signal });
  left.abort();
  await expect(request).rejects.toMatchObject({ name: 'AbortError' });
});

test('a session that has ended is told once to whoever listens', async () => {
  let told = 0;
  whenSignedOut(() => {
    told += 1;
  });
  const url = await answering((_request, response) => {
    response.statusCode = 401;
    response.end('{"title":"未通过身份验证","code":"unauthenticated"}');
  });
  expect(await failure(get(url))).toMatchObject({ status: 401, code: 'unauthenticated' });
  expect(told).toBe(1);
});
