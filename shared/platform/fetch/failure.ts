import { isNativeError } from 'node:util/types';
import type { FetchFailure } from '../../domain/ports.ts';

/** Why an exchange came to nothing. The detail is for people and names no address of the inner network. */
export class ExchangeError extends Error {
  readonly failure: FetchFailure;
  constructor(failure: FetchFailure, detail: string) {
    super(detail);
    this.failure = failure;
  }
}

export interface Failed {
  readonly ok: false;
  readonly failure: FetchFailure;
  readonly detail: string;
}

const TLS = /^(CERT_|ERR_TLS_|ERR_SSL_|EPROTO|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|ERR_OSSL)/;
const DNS = /^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/;
const ENCODING = /^(Z_|ERR__ERROR_FORMAT|ERR_BROTLI|ERR_.*PADDING)/;

function kindOf(code: string): FetchFailure {
  if (DNS.test(code)) return 'dns';
  if (TLS.test(code)) return 'tls';
  if (ENCODING.test(code)) return 'bad-encoding';
  if (code === 'ETIMEDOUT') return 'timeout';
  return 'connect';
}

/** What the caller is told of an error. A deadline that has passed explains every error that follows from it. */
export function failed(error: unknown, deadline?: AbortSignal): Failed {
  if (error instanceof ExchangeError) return { ok: false, failure: error.failure, detail: error.message };
  if (deadline?.aborted) return { ok: false, failure: 'timeout', detail: 'not done in time' };
  if (!isNativeError(error)) return { ok: false, failure: 'connect', detail: 'unknown error' };
  const { code, errors } = error as { code?: unknown; errors?: readonly unknown[] };
  const first = typeof code === 'string' ? code : String((errors?.[0] as { code?: unknown } | undefined)?.code ?? '');
  // The code and not the message, which may hold addresses.
  return { ok: false, failure: kindOf(first), detail: first || error.name };
}
