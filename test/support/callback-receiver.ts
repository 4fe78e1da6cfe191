import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A callback as it arrived. */
export interface ReceivedCallback {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
  readonly body: string;
  readonly payload: { readonly type: string; readonly data: Readonly<Record<string, unknown>> };
}

/** A store's own HTTP server that takes callbacks. */
export interface CallbackReceiver {
  readonly url: string;
  readonly received: readonly ReceivedCallback[];
  /** Statuses for the next callbacks, in order; 204 afterwards. */
  answer(...statuses: number[]): void;
  /** From now on callbacks get no answer; they are not counted as received. */
  hold(): void;
  /** How many wait for an answer. */
  held(): number;
  /** Answers again; those that wait are dropped. */
  release(): void;
  /** Callbacks about one submission. */
  about(submissionId: string): readonly ReceivedCallback[];
  close(): Promise<void>;
}

/** Starts one on a free port of the loopback address. */
export async function callbackReceiver(): Promise<CallbackReceiver> {
  const received: ReceivedCallback[] = [];
  const statuses: number[] = [];
  let holding = false;
  const waiting = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      if (holding) {
        waiting.add(response);
        return;
      }
      const header = (name: string): string => String(request.headers[name] ?? '');
      received.push({
        id: header('webhook-id'),
        timestamp: header('webhook-timestamp'),
        signature: header('webhook-signature'),
        body,
        payload: JSON.parse(body) as ReceivedCallback['payload'],
      });
      response.writeHead(statuses.shift() ?? 204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`,
    received,
    answer: (...more) => void statuses.push(...more),
    hold: () => {
      holding = true;
    },
    held: () => waiting.size,
    release: () => {
      holding = false;
      for (const response of waiting) response.destroy();
      waiting.clear();
    },
    about: (submissionId) => received.filter((each) => each.payload.data.submissionId === submissionId),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Whether the signature is the one that the Standard Webhooks specification asks for. */
export function isSigned(callback: ReceivedCallback, secret: string): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const expected = createHmac('sha256', key).update(`${callback.id}.${callback.timestamp}.${callback.body}`).digest();
  const [version, given = ''] = callback.signature.split(',');
  const signature = Buffer.from(given, 'base64');
  return version === 'v1' && signature.length === expected.length && timingSafeEqual(signature, expected);
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
