import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import request from 'supertest';
import { createApi } from '../../../services/api/app.ts';
import { listen } from '../../../services/api/server.ts';
import { until } from '../../support/until.ts';
import { type RunningTestApi, startApi } from './running-api.ts';
import { apk, listing, listingWithUrl } from './samples.ts';

let api: RunningTestApi;
beforeAll(async () => {
  api = await startApi(
    { limits: { packageBytes: 50_000_000, resumableAboveBytes: 50_000_000 } },
    { pace: { everyMs: 300, minimumBytes: 1_000 } },
  );
});
afterAll(() => api.close());

const BOUNDARY = 'shelfgate-test';
const part = (name: string, extra = '') => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${extra}\r\n\r\n`;
const opening = `${part('listing')}${JSON.stringify(listingWithUrl)}\r\n${part('package', '; filename="a.apk"')}`;

/** Sends a piece of a body and waits until it has left. */
const sent = (call: ClientRequest, piece: Buffer | string) => new Promise<void>((resolve) => call.write(piece, () => resolve()));

/** Connections are taken in the order in which they come: once this one is answered, the server has those before it. */
const isTaken = (url: string) =>
  new Promise<void>((resolve, reject) => {
    const probe = httpRequest(`${url}/healthz`, { agent: false }, (response) => response.resume().once('end', resolve));
    probe.once('error', reject).end();
  });

const upload = (url = api.url, headers: Record<string, string> = {}) =>
  httpRequest(`${url}/v1/submissions`, {
    method: 'POST',
    agent: false,
    headers: { ...api.caller.auth, 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`, ...headers },
  });
const rows = async () => (await api.database.submissions.list({ storeId: api.caller.storeId }, { limit: 200 })).rows;

describe('a client that goes away', () => {
  test('in the middle of its upload leaves no object, no file and no row', async () => {
    const before = await rows();
    const call = upload();
    call.on('error', () => {});
    const finished = api.lines.length;
    await sent(call, opening);
    // More than a connection buffers, so what has left has been read.
    await sent(call, Buffer.alloc(30_000_000, 1));
    call.destroy();
    await until(() => api.lines.slice(finished).some(({ fields }) => 'aborted' in fields));
    await until(async () => (await api.objectKeys('')).length === 0);
    expect(await rows()).toEqual(before);
  });

  test('while it waits for a verdict stops the polling', async () => {
    const body = Buffer.concat([Buffer.from(opening), apk, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
    const call = upload(api.url, { Prefer: 'wait=60', 'Content-Length': String(body.length) });
    call.on('error', () => {});
    const known = api.pipeline.advanced.length;
    call.end(body);
    await until(() => api.pipeline.advanced.length > known);
    const finished = api.lines.length;
    call.destroy();
    await until(() => api.lines.slice(finished).some(({ fields }) => 'aborted' in fields));
  });
});

describe('a client that is slow', () => {
  test('loses its connection when its body drips', async () => {
    const call = upload();
    const ended = new Promise<string>((resolve) => {
      call.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
      call.on('response', (response: IncomingMessage) => resolve(String(response.statusCode)));
    });
    call.write(opening);
    const drip = setInterval(() => call.write('x'), 50);
    try {
      expect(await ended).toMatch(/ECONNRESET|EPIPE/);
    } finally {
      clearInterval(drip);
      call.destroy();
    }
  });

  test('without a key, or on a path that nobody reads, loses it too and harms nobody', async () => {
    for (const [path, headers] of [
      ['/v1/submissions', { Authorization: 'Bearer sg_wrong' }],
      ['/nowhere', {}],
      ['/v1/uploads', api.caller.auth],
    ] as const) {
      const call = httpRequest(`${api.url}${path}`, { method: 'POST', agent: false, headers });
      const ended = new Promise<void>((resolve) => {
        call.on('close', resolve);
        call.on('error', () => {});
        call.on('response', (response: IncomingMessage) => response.resume());
      });
      const drip = setInterval(() => call.write('x'), 50);
      await ended;
      clearInterval(drip);
      call.destroy();
    }
    expect((await request(api.url).get('/healthz')).status).toBe(200);
  });

  test('keeps it when it is slow but steady, whatever that takes in all', async () => {
    const call = upload();
    const answered = new Promise<number | undefined>((resolve, reject) => {
      call.on('error', reject);
      call.on('response', (response: IncomingMessage) => {
        response.resume();
        resolve(response.statusCode);
      });
    });
    call.write(opening);
    for (let offset = 0; offset < apk.length; offset += 10_000) {
      call.write(apk.subarray(offset, offset + 10_000));
      await new Promise((resolve) => setTimeout(resolve, 70));
    }
    call.end(`\r\n--${BOUNDARY}--\r\n`);
    expect(await answered).toBe(202);
  });
});

describe('a client that asks before it sends', () => {
  const asking = (auth: string) => {
    const { port } = new URL(api.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      `POST /v1/submissions HTTP/1.1\r\nHost: x\r\nAuthorization: ${auth}\r\nExpect: 100-continue\r\nContent-Length: 1000000\r\nContent-Type: multipart/form-data; boundary=${BOUNDARY}\r\nConnection: close\r\n\r\n`,
    );
    return new Promise<string>((resolve, reject) => {
      socket.once('data', (data) => {
        resolve(data.toString('latin1').split('\r\n')[0]!);
        socket.destroy();
      });
      socket.once('error', reject);
    });
  };

  test('is told to go on when its key is good, and refused before it sends when it is not', async () => {
    expect(await asking(api.caller.auth.Authorization)).toBe('HTTP/1.1 100 Continue');
    expect(await asking('Bearer sg_wrong')).toBe('HTTP/1.1 401 Unauthorized');
  });
});

describe('addresses that guess keys', () => {
  test('are refused after a while, whatever they send', async () => {
    const guarded = await startApi({ rate: { perMinute: 100, unauthenticatedPerMinute: 3, signInPerMinute: 10 } });
    try {
      const guess = (key: string) => request(guarded.url).get('/v1/submissions').set('Authorization', `Bearer ${key}`);
      for (let index = 0; index < 3; index += 1) expect((await guess(`sg_${index}`)).body.code).toBe('unauthenticated');
      const blocked = await guess(guarded.caller.key);
      expect(blocked.body.code).toBe('rate-limited');
      expect(Number(blocked.headers['retry-after'])).toBeGreaterThan(0);
    } finally {
      await guarded.close();
    }
  });
});

describe('closing', () => {
  test('lets an upload finish and takes no new connection', async () => {
    const running = await listen(createApi(api.ports), { port: 0 });
    const call = upload(running.url);
    const answered = new Promise<number | undefined>((resolve, reject) => {
      call.on('error', reject);
      call.on('response', (response: IncomingMessage) => {
        response.resume();
        resolve(response.statusCode);
      });
    });
    await sent(call, opening);
    await sent(call, apk.subarray(0, 100_000));
    await isTaken(running.url);
    const closed = running.close(10_000);
    await expect(fetch(`${running.url}/healthz`)).rejects.toThrow();
    call.end(Buffer.concat([apk.subarray(100_000), Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]));
    expect(await answered).toBe(202);
    await closed;
  });

  test('ends what does not finish within the grace', async () => {
    const running = await listen(createApi(api.ports), { port: 0 });
    const call = upload(running.url);
    const broken = new Promise((resolve) => call.on('error', resolve));
    await sent(call, part('listing') + JSON.stringify(listing));
    await isTaken(running.url);
    await running.close(200);
    expect(await broken).toMatchObject({ code: expect.stringMatching(/ECONNRESET|EPIPE/) });
  });
});
