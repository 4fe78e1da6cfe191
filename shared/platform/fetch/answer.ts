import type { IncomingMessage } from 'node:http';
import type { FetchedDocument } from '../../domain/ports.ts';
import { readBody } from './decoded.ts';

/** Reads an answer to its end, and lets go of its connection however that ends. @throws what `readBody` throws */
export async function readAnswer(url: URL, response: IncomingMessage, maxBytes: number): Promise<FetchedDocument> {
  try {
    const bytes = await readBody(response, maxBytes);
    const headers = Object.entries(response.headers).map(([name, value]) => [name, [value ?? []].flat().join(', ')]);
    return { finalUrl: url.href, status: response.statusCode ?? 0, headers: Object.fromEntries(headers), bytes };
  } finally {
    response.destroy();
  }
}
