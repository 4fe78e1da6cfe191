import express, { type Request, type Response } from 'express';
import { invalidRequest, Problem } from './problems/problem.ts';

/** Bodies of JSON operations are small; a listing has its own limit in the configuration. */
const JSON_BYTES = 64 * 1024;

/**
 * Reads a JSON body.
 * @param limit bytes
 * @throws Problem `payload-too-large`; `invalid-request` when it is no JSON or has another media type
 */
export async function readJson(request: Request, response: Response, limit = JSON_BYTES): Promise<unknown> {
  if (!request.is('json')) {
    const text = { zh: '须为 application/json', en: 'must be application/json' };
    throw invalidRequest([{ pointer: 'Content-Type', code: 'media-type', text }]);
  }
  await new Promise<void>((resolve, reject) => {
    express.json({ limit, strict: false })(request, response, (error?: unknown) => {
      if (error === undefined) resolve();
      else reject(readingProblem(error, limit));
    });
  });
  return request.body;
}

function readingProblem(error: unknown, limit: number): unknown {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : null;
  if (type === 'entity.too.large') {
    return new Problem(
      'payload-too-large',
      { zh: `JSON 超过上限 ${limit} 字节`, en: `The JSON exceeds the limit of ${limit} bytes` },
      { limitBytes: limit },
    );
  }
  if (type === 'entity.parse.failed') {
    return invalidRequest([{ pointer: '', code: 'bad-json', text: { zh: '不是有效的 JSON', en: 'is not valid JSON' } }]);
  }
  return error;
}
