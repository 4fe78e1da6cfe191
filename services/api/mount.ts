import type { Express, Request, Response } from 'express';
import type { Account } from '../../shared/domain/review/account.ts';
import { authenticate } from './access/authenticate.ts';
import { requireScope } from './access/authorise.ts';
import { authenticateSession } from './access/session.ts';
import { allowBody } from './expect-continue.ts';
import type { AnyOperation, Reply } from './operation.ts';
import type { ApiPorts } from './ports.ts';
import { Problem } from './problems/problem.ts';
import { readJson } from './read-json.ts';
import { checkReply } from './reply-check.ts';
import { validate } from './validate.ts';

/** `/v1/submissions/{id}` in Express's words: `/v1/submissions/:id`. */
const expressPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** A signal that is aborted when the connection ends before the answer was sent. */
function goneSignal(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

function send(response: Response, reply: Reply): void {
  if (response.destroyed) return;
  response.status(reply.status).set({ 'Cache-Control': 'no-store', ...reply.headers });
  if (reply.type === undefined) response.type('application/json').send(JSON.stringify(reply.body));
  else response.type(reply.type).send(reply.body);
}

/** Every route goes the same way: authenticate, authorise, validate, do, check the answer, send it. */
export function mount(app: Express, ports: ApiPorts, operations: readonly AnyOperation[]): void {
  for (const operation of operations) {
    app[operation.method](expressPath(operation.path), async (request: Request, response: Response) => {
      response.locals.route = operation.path;
      // Public operations have no caller, and their type of context forbids nobody to look: they just never do.
      const caller = operation.scope === null ? undefined : await authenticate(ports, request, response);
      if (caller && operation.scope !== null) requireScope(caller, operation.scope);
      const session =
        operation.right === undefined
          ? undefined
          : await authenticateSession(ports, request, response, { ...operation, right: operation.right });
      const params = operation.params ? validate(operation.params, request.params, 'path') : undefined;
      const query = operation.query ? validate(operation.query, request.query, 'query') : undefined;
      allowBody(request, response);
      const body = operation.body
        ? validate(operation.body, await readJson(request, response, operation.bodyBytes), '')
        : undefined;
      const gone = goneSignal(response);
      const reply = await operation.handle({
        params,
        query,
        body,
        caller: caller!,
        account: session?.account as Account,
        session: session!,
        ports,
        request,
        response,
        gone,
      });
      checkReply(operation, reply, ports);
      send(response, reply);
    });
  }
  refuseOtherMethods(app, operations);
}

/** A path that is there for another method says so, with `Allow`. */
function refuseOtherMethods(app: Express, operations: readonly AnyOperation[]): void {
  for (const path of new Set(operations.map((operation) => operation.path))) {
    const allowed = operations.filter((operation) => operation.path === path).map(({ method }) => method.toUpperCase());
    const list = allowed.join(', ');
    app.all(expressPath(path), (_request, response) => {
      response.locals.route = path;
      throw new Problem('method-not-allowed', { zh: `可用方法：${list}`, en: `Allowed: ${list}` }, {}, { Allow: list });
    });
  }
}
