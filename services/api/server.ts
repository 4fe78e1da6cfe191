import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { endingOf } from './ending.ts';
import { holdBody } from './expect-continue.ts';

/** A listening API. */
export interface RunningApi {
  /** `http://127.0.0.1:8080`, with the port that was given out when 0 was asked for. */
  readonly url: string;
  readonly port: number;
  /** Stops accepting, lets requests under way finish within `graceMs` (default 10 s), then ends their connections. */
  close(graceMs?: number): Promise<void>;
}

/** Headers must be there by then; bodies are watched by `keepPace`, so no time limit holds for a request as a whole. */
const TIMES = { headersTimeout: 15_000, requestTimeout: 0, keepAliveTimeout: 10_000, connectionsCheckingInterval: 5_000 };

/**
 * Binds the app to a port. A slow but steady upload of gigabytes gets through; connections that send their headers or their body drop
 * by drop are ended.
 * @param options.host default `127.0.0.1`
 * @param options.port 0 for any free one
 * @throws the system's error when the port is taken
 */
export async function listen(app: Express, options: { readonly port: number; readonly host?: string }): Promise<RunningApi> {
  const server = createServer(TIMES, app);
  // A client that asks first (`Expect: 100-continue`) is told to go on only when its key was checked.
  server.on('checkContinue', (request, response) => {
    holdBody(request);
    app(request, response);
  });
  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const url = `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`;
  const ended = (graceMs = 10_000): Promise<void> => {
    endingOf(app).abort();
    return close(server, graceMs);
  };
  return { url, port, close: ended };
}

async function close(server: Server, graceMs: number): Promise<void> {
  const done = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  // A kept-alive connection becomes idle when its last request ends; without this it would hold the server up until its time-out.
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const late = setTimeout(() => server.closeAllConnections(), graceMs);
  await done;
  clearInterval(idle);
  clearTimeout(late);
}
