import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { type Callback, verifyCallback } from './callback.ts';

/** The outside world of the demonstration: a developer's web site with privacy policies, and a store that receives callbacks. */
export interface Site {
  readonly url: string;
  /** Callbacks whose signature was right, by submission. */
  readonly callbacks: ReadonlyMap<string, readonly Callback[]>;
  /** Callbacks that were refused, and why. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

const MAX_CALLBACK_BYTES = 1 << 20;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_CALLBACK_BYTES) throw new Error('callback too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Serves documents on a free port of the loopback address; every other path answers 404, as a policy that was taken down does.
 * @param documents files by path
 * @param secret the store's `whsec_…`, which signs the callbacks to `/callbacks`
 */
export async function openSite(documents: ReadonlyMap<string, string>, secret: () => string): Promise<Site> {
  const callbacks = new Map<string, Callback[]>();
  const refused: string[] = [];
  const server: Server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      if (request.method === 'POST' && request.url === '/callbacks') {
        const result = verifyCallback(request.headers, await bodyOf(request), secret(), new Date());
        if (!result.ok) {
          refused.push(result.reason);
          response.writeHead(401).end();
          return;
        }
        const { submission } = result.callback;
        callbacks.set(submission, [...(callbacks.get(submission) ?? []), result.callback]);
        response.writeHead(204).end();
        return;
      }
      const file = documents.get(request.url ?? '');
      if (file === undefined) response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end('<h1>404</h1>');
      else {
        const type = extname(file) === '.html' ? 'text/html' : 'text/markdown';
        response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(await readFile(file));
      }
    };
    answer().catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    callbacks,
    refused,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
