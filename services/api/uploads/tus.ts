import { AsyncLocalStorage } from 'node:async_hooks';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import type { Express, Request, Response } from 'express';
import { authenticate } from '../access/authenticate.ts';
import { requireScope } from '../access/authorise.ts';
import { allowBody } from '../expect-continue.ts';
import { newId } from '../new-id.ts';
import type { ApiPorts } from '../ports.ts';
import { Problem } from '../problems/problem.ts';
import { requestIdOf } from '../request-id.ts';
import { expireStaged } from './expire.ts';
import { RESUMABLE_PATH } from './limits.ts';
import { findStaged, OWNER } from './staged.ts';
import { tusProblem } from './tus-problem.ts';

const HOUR_MS = 3_600_000;
/** A download of what was uploaded is no part of the protocol, and nobody's need. */
const METHODS = ['POST', 'HEAD', 'PATCH', 'DELETE', 'OPTIONS'];

/** What tus's callbacks must know of the request they run for. */
interface Surroundings {
  readonly storeId: string;
  readonly requestId: string;
}

/** tus answers in plain text; ours answers with problem documents. */
class ProblemServer extends Server {
  readonly surroundings = new AsyncLocalStorage<Surroundings>();

  override write(...[context, headers, status, body]: Parameters<Server['write']>): ReturnType<Server['write']> {
    if (status < 400) return super.write(context, headers, status, body);
    headers.set('Content-Type', 'application/problem+json');
    const document = tusProblem(status, body ?? '', this.surroundings.getStore()?.requestId ?? '');
    return super.write(context, headers, status, JSON.stringify(document));
  }
}

function tusServer(ports: ApiPorts): ProblemServer {
  const { uploadStaging, uploadStagingHours, limits } = ports.configuration;
  const here = (): Surroundings => {
    const found = server.surroundings.getStore();
    if (found === undefined) throw new Error('a tus callback outside a request');
    return found;
  };
  const server: ProblemServer = new ProblemServer({
    path: RESUMABLE_PATH,
    relativeLocation: true,
    maxSize: limits.packageBytes,
    datastore: new FileStore({ directory: uploadStaging, expirationPeriodInMilliseconds: uploadStagingHours * HOUR_MS }),
    namingFunction: () => newId('up'),
    // The library would take the id from the end of the whole URL, its query included: an id that nobody has checked.
    getFileIdFromRequest: (request) => new URL(request.url).pathname.slice(RESUMABLE_PATH.length + 1),
    onUploadCreate: async (_request, upload) => ({ metadata: { ...upload.metadata, [OWNER]: here().storeId } }),
    onResponseError: (_request, error) => {
      const status = 'status_code' in error ? error.status_code : 500;
      // The library says what it was doing and keeps the cause to itself; without this nothing would be said at all.
      if (status >= 500 && status !== 501)
        ports.log.error({ err: error, status, requestId: here().requestId }, 'a resumable upload failed');
      return undefined;
    },
    onIncomingRequest: async (request, uploadId) => {
      if (request.method === 'POST' || request.method === 'OPTIONS') return;
      const owned = await findStaged(uploadStaging, here().storeId, uploadId);
      if (owned === null) throw { status_code: 404, body: 'The file for this url was not found\n' };
    },
  });
  return server;
}

/** Mounts resumable uploads (tus 1.0): the caller's key is checked on every request, and a store reaches its own uploads only. */
export function mountUploads(app: Express, ports: ApiPorts): void {
  const server = tusServer(ports);
  let swept = 0;
  const sweep = (): void => {
    const now = ports.clock().getTime();
    if (now - swept < HOUR_MS) return;
    swept = now;
    const { uploadStaging, uploadStagingHours } = ports.configuration;
    expireStaged(uploadStaging, new Date(now - uploadStagingHours * HOUR_MS)).then(
      (removed) => removed > 0 && ports.log.info({ removed }, 'stale resumable uploads removed'),
      (err: unknown) => ports.log.warn({ err }, 'stale resumable uploads could not be removed'),
    );
  };
  const handle = async (request: Request, response: Response): Promise<void> => {
    response.locals.route = request.params.id === undefined ? RESUMABLE_PATH : `${RESUMABLE_PATH}/{id}`;
    if (!METHODS.includes(request.method)) {
      const detail = { zh: `可用方法：${METHODS.join('、')}`, en: `Allowed: ${METHODS.join(', ')}` };
      throw new Problem('method-not-allowed', detail, {}, { Allow: METHODS.join(', ') });
    }
    const caller = await authenticate(ports, request, response);
    requireScope(caller, 'submissions:write');
    allowBody(request, response);
    // Only new uploads can leave stale ones behind, so this is when to look for them.
    if (request.method === 'POST') sweep();
    await server.surroundings.run({ storeId: caller.storeId, requestId: requestIdOf(response) }, () =>
      server.handle(request, response),
    );
  };
  app.all(RESUMABLE_PATH, handle);
  app.all(`${RESUMABLE_PATH}/:id`, handle);
}
