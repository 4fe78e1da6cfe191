import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Account, Right } from '../../shared/domain/review/account.ts';
import type { Bilingual } from '../../shared/domain/text.ts';
import type { ApiKey, ApiScope } from '../../shared/platform/database/repositories.ts';
import type { OpenSession } from '../../shared/platform/database/sessions.ts';
import type { ApiPorts } from './ports.ts';
import type { ProblemCode } from './problems/codes.ts';

/** What a route gives back; the mounting checks it against the schema of its status and sends it. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  /** Media type of a body that is text or bytes already, one of those that the status names in `otherwise`; left out, the body is sent as JSON. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a route sees of a request: everything in it has been validated and the caller authorised. */
export interface Context<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The key that called; public operations have none. */
  readonly caller: ApiKey;
  /** Who uses the console; operations without a `right` have none. */
  readonly account: Account;
  /** Theirs, with its token. */
  readonly session: OpenSession & { readonly token: string };
  readonly ports: ApiPorts;
  readonly request: Request;
  readonly response: Response;
  /** Aborted when the client has gone before the answer. */
  readonly gone: AbortSignal;
}

/** One kind of answer of an operation, checked at run time and published in the OpenAPI document. */
export interface ResponseShape {
  readonly description: Bilingual;
  /** Left out where the answer is never JSON. */
  readonly schema?: z.ZodType;
  /** Other media types in which the same is answered, as text or bytes, with what stands in them. */
  readonly otherwise?: Readonly<Record<string, Bilingual>>;
  /** Header names and what they say. */
  readonly headers?: Readonly<Record<string, Bilingual>>;
}

/** A request body that the route reads itself (multipart), as the OpenAPI document shows it. */
export interface BodyShape {
  readonly mediaType: string;
  readonly schema: z.ZodType;
  readonly description?: Bilingual;
  /** Media types of parts, `package: application/octet-stream`. */
  readonly encoding?: Readonly<Record<string, string>>;
}

/** One operation: what it takes, who may call it, what it answers. The route and its documentation are both made of this. */
export interface Operation<Params = unknown, Query = unknown, Body = unknown> {
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** OpenAPI form: `/v1/submissions/{id}`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: Bilingual;
  readonly description?: Bilingual;
  /** Null for what everybody may read, and for what needs a `right` instead. */
  readonly scope: ApiScope | null;
  /** For people and not for stores: a session of the console whose account has this right. */
  readonly right?: Right;
  /** Asked for by the page itself, over and over: no sign that a person is there, so it keeps no session alive. */
  readonly passive?: boolean;
  /** Also for accounts that must choose a password before anything else. */
  readonly beforePasswordChange?: boolean;
  readonly params?: z.ZodType<Params>;
  readonly query?: z.ZodType<Query>;
  /** JSON body that the mounting reads and validates. */
  readonly body?: z.ZodType<Body>;
  /** Largest JSON body, where it may be more than the few kilobytes of the others. */
  readonly bodyBytes?: number;
  /** Bodies that the route reads itself. */
  readonly bodies?: readonly BodyShape[];
  /** Request headers that mean something here. */
  readonly headers?: Readonly<Record<string, Bilingual>>;
  readonly responses: Readonly<Record<number, ResponseShape>>;
  /** Problems beyond those that every operation of its kind may answer. */
  readonly problems: readonly ProblemCode[];
  handle(context: Context<Params, Query, Body>): Promise<Reply>;
}

/** An operation of any types, as the table of them holds it. */
// biome-ignore lint/suspicious/noExplicitAny: the types meet again in `mount`, where the schemas produce what `handle` takes.
export type AnyOperation = Operation<any, any, any>;

/** Declares an operation: the compiler derives what `handle` sees from the schemas. */
export function operation<Params = unknown, Query = unknown, Body = unknown>(
  definition: Operation<Params, Query, Body>,
): Operation<Params, Query, Body> {
  return definition;
}
