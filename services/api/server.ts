import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';

/** A listening API. */
export interface RunningApi {
  /** `http://127.0.0.1:8080`, with the port that was given out when 0 was asked for. */
  readonly url: string;
  readonly port: number;
  /** Stops accepting, lets requests under way finish within `graceMs`, then ends their connections. */
  close(graceMs?: number): Promise<void>;
}

/**
 * Binds the app to a port. Time-outs let a slow but steady upload of gigabytes through and end connections that send their headers
 * drop by drop.
 * @param options.host default `127.0.0.1`
 * @param options.port 0 for any free one
 * @throws the system's error when the port is taken
 */
export async function listen(app: Express, options: { readonly port: number; readonly host?: string }): Promise<RunningApi> {
  const server: Server = createServer({ headersTimeout: 15_000, requestTimeout: 0, keepAliveTimeout: 5_000 }, app);
  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return { url: `http://${shown}:${port}`, port, close: (graceMs = 10_000) => close(server, graceMs) };
}

async function close(server: Server, graceMs: number): Promise<void> {
  const done = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await done;
  clearTimeout(timer);
}
