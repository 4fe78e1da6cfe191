import type { Fetch } from '../../shared/domain/ports.ts';
import { readConfiguration } from '../../shared/platform/configuration.ts';
import { guardedFetch } from '../../shared/platform/fetch/index.ts';
import type { Console } from './console.ts';

/** Fetches a policy under the limits of the service: size, time, and no private address unless the configuration allows it. */
export async function fetchPolicy(url: string, env: Console['env']): Promise<Awaited<ReturnType<Fetch>>> {
  const configuration = readConfiguration(env);
  const fetchDocument = guardedFetch({ allowPrivateAddresses: configuration.fetchAllowPrivateAddresses });
  const limits = { maxBytes: configuration.limits.policyBytes, timeoutMs: configuration.policyFetchTimeoutMs };
  return fetchDocument(url, limits);
}
