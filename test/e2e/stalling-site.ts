import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const PACKAGE = new URL('../../node_modules/io.appium.settings/apks/settings_apk-debug.apk', import.meta.url);

/** A web site that can be told to stop in the middle of an answer. */
export interface StallingSite {
  readonly policyUrl: string;
  readonly packageUrl: string;
  /** From now on answers begin and do not end. */
  stall(): void;
  /** Waits until such an answer has begun. */
  stalled(): Promise<void>;
  /** Answers in full again; those that hang stay so until their reader goes. */
  resume(): void;
  close(): Promise<void>;
}

/** Starts one that serves a policy and a package. */
export async function stallingSite(): Promise<StallingSite> {
  let stalling = false;
  let begun: () => void = () => undefined;
  let stalled = Promise.resolve();
  const send = (response: ServerResponse, bytes: Buffer): void => {
    if (!stalling) {
      response.end(bytes);
      return;
    }
    response.writeHead(200, { 'content-length': bytes.length });
    response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => begun());
  };
  const server = createServer((request, response) => {
    if (request.url === '/policy.html')
      send(response, Buffer.from('<h1>隐私政策</h1><p>我们收集位置信息用于导航。</p>'.repeat(20)));
    else send(response, readFileSync(PACKAGE));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    policyUrl: `${origin}/policy.html`,
    packageUrl: `${origin}/app.apk`,
    stall: () => {
      stalling = true;
      stalled = new Promise((resolve) => {
        begun = resolve;
      });
    },
    stalled: () => stalled,
    resume: () => {
      stalling = false;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
