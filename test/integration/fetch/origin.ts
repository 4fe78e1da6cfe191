import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web server on the loopback address for one test. */
export interface Origin {
  readonly port: number;
  /** `http://address:port` */
  readonly url: string;
  /** Requests seen, by path. */
  readonly seen: string[];
  close(): Promise<void>;
}

/** @param address of the loopback network; a second one is let through by a guard that closes the first */
export async function startOrigin(listener: RequestListener, address = '127.0.0.1'): Promise<Origin> {
  const seen: string[] = [];
  const server: Server = createServer((request, response) => {
    seen.push(request.url ?? '');
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://${address}:${port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
