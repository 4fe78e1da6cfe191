import { z } from 'zod';
import type { Bilingual } from '../../../shared/domain/text.ts';
import type { AnyOperation } from '../operation.ts';
import { PROBLEMS, type ProblemCode } from '../problems/codes.ts';
import { problemSchema } from '../schemas/problem.ts';
import { refTo } from './components.ts';
import type { JsonObject } from './json.ts';

/** Both languages in one line, Chinese first. */
export const line = ({ zh, en }: Bilingual): string => `${zh} / ${en}`;

const ALWAYS: readonly ProblemCode[] = ['internal', 'unavailable'];
const WITH_KEY: readonly ProblemCode[] = ['unauthenticated', 'forbidden', 'rate-limited'];

/** Every code that an operation may answer: its own, those of its kind, and `invalid-request` where there is input. */
function problemsOf(operation: AnyOperation): ProblemCode[] {
  const takesInput = operation.params ?? operation.query ?? operation.body ?? operation.bodies;
  return [
    ...(takesInput ? (['invalid-request'] as const) : []),
    ...operation.problems,
    ...(operation.scope === null && operation.right === undefined ? [] : WITH_KEY),
    ...ALWAYS,
  ];
}

/** Problem responses, one a status, naming the codes that it stands for. */
export function problemResponses(codes: readonly ProblemCode[]): JsonObject {
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code].status))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: codes
          .filter((code) => PROBLEMS[code].status === status)
          .map((code) => `\`${code}\` ${line(PROBLEMS[code].title)}`)
          .join('; '),
        content: { 'application/problem+json': { schema: refTo(problemSchema) } },
      },
    ]),
  );
}

/** Named schemas that parameters use are those of the components, and not the copies that come with each. */
function named(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as object;
}

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query'): JsonObject[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = named(z.toJSONSchema(schema, { io: 'output' })) as {
    properties?: Record<string, JsonObject>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description !== undefined && { description }),
    schema: rest,
  }));
}

function headerParameters(headers: AnyOperation['headers']): JsonObject[] {
  return Object.entries(headers ?? {}).map(([name, text]) => ({
    name,
    in: 'header',
    required: false,
    description: line(text),
    schema: { type: 'string' },
  }));
}

function requestBody(operation: AnyOperation): JsonObject | undefined {
  const bodies = operation.body ? [{ mediaType: 'application/json', schema: operation.body }] : operation.bodies;
  if (bodies === undefined) return undefined;
  const content = bodies.map((body) => {
    const encoding = 'encoding' in body ? Object.entries(body.encoding ?? {}) : [];
    const parts = Object.fromEntries(encoding.map(([part, contentType]) => [part, { contentType }]));
    return [body.mediaType, { schema: refTo(body.schema), ...(encoding.length > 0 && { encoding: parts }) }];
  });
  return { required: true, content: Object.fromEntries(content) };
}

function responses(operation: AnyOperation): JsonObject {
  const shapes = Object.entries(operation.responses).map(([status, { description, schema, otherwise, headers }]) => [
    status,
    {
      description: line(description),
      ...(headers && {
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, text]) => [name, { description: line(text), schema: { type: 'string' } }]),
        ),
      }),
      content: {
        ...(schema && { 'application/json': { schema: refTo(schema) } }),
        ...Object.fromEntries(
          Object.entries(otherwise ?? {}).map(([type, text]) => [type, { schema: { type: 'string', description: line(text) } }]),
        ),
      },
    },
  ]);
  const own = Object.fromEntries(shapes) as JsonObject;
  return { ...problemResponses(problemsOf(operation)), ...own };
}

function securityOf({ scope, right }: AnyOperation): JsonObject[] {
  if (right !== undefined) return [{ session: [right] }];
  return scope === null ? [] : [{ key: [scope] }];
}

/** The path item's entry of one operation. */
export function describeOperation(operation: AnyOperation): JsonObject {
  const body = requestBody(operation);
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: line(operation.summary),
    ...(operation.description && { description: line(operation.description) }),
    security: securityOf(operation),
    parameters: [
      ...parameters(operation.params, 'path'),
      ...parameters(operation.query, 'query'),
      ...headerParameters(operation.headers),
    ],
    ...(body && { requestBody: body }),
    responses: responses(operation),
  };
}
