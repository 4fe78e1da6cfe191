import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Verdict } from '../../../shared/domain/verdict.ts';

/** What the demonstration reads of a submission's status. */
export interface Status {
  readonly id: string;
  readonly state: string;
  readonly decision: string | null;
  readonly failure: { readonly code: string } | null;
  readonly progress: readonly { readonly stage: string; readonly status: string }[];
}

/** A submission as a store's backend makes it. */
export interface Upload {
  /** A file-backed blob is streamed. */
  readonly package: Blob;
  readonly packageName: string;
  readonly listing: unknown;
  readonly policy: { readonly name: string; readonly content: Blob } | null;
  readonly callbackUrl: string | null;
}

/** A policy as a file, read whole; null where there is none to send along. */
export async function policyFile(path: string | null | undefined): Promise<Upload['policy']> {
  return path ? { name: basename(path), content: new Blob([await readFile(path)]) } : null;
}

/** A store's backend: speaks to the API over HTTP with a key and nothing else. */
export class StoreClient {
  readonly #url: string;
  readonly #key: string;

  constructor(url: string, key: string) {
    this.#url = url;
    this.#key = key;
  }

  /** Submits a package as multipart form. @returns the submission's id and the milliseconds until it was acknowledged */
  async submit(upload: Upload): Promise<{ readonly id: string; readonly acknowledgedMs: number }> {
    const form = new FormData();
    form.set('listing', new Blob([JSON.stringify(upload.listing)], { type: 'application/json' }));
    if (upload.callbackUrl !== null) form.set('callbackUrl', upload.callbackUrl);
    if (upload.policy !== null) form.set('privacyPolicy', upload.policy.content, upload.policy.name);
    form.set('package', upload.package, upload.packageName);
    const started = performance.now();
    const answer = await this.#request('/v1/submissions', {
      method: 'POST',
      body: form,
      headers: { 'idempotency-key': randomUUID() },
    });
    const { id } = (await answer.json()) as { id: string };
    return { id, acknowledgedMs: performance.now() - started };
  }

  async status(id: string): Promise<Status> {
    return (await (await this.#request(`/v1/submissions/${id}`)).json()) as Status;
  }

  /** The answer to `GET …/verdict`, untouched, for validation. */
  async verdict(id: string): Promise<{ readonly verdict: Verdict }> {
    return (await (await this.#request(`/v1/submissions/${id}/verdict`)).json()) as { verdict: Verdict };
  }

  /** Passes on a developer's objection to what was decided. */
  async appeal(id: string, text: string): Promise<void> {
    const form = new FormData();
    form.set('text', text);
    await this.#request(`/v1/submissions/${id}/appeals`, { method: 'POST', body: form });
  }

  async #request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...init.headers, authorization: `Bearer ${this.#key}` };
    const response = await fetch(this.#url + path, { ...init, headers });
    if (response.ok) return response;
    throw new Error(`${init.method ?? 'GET'} ${path}: ${response.status} ${await response.text()}`);
  }
}
