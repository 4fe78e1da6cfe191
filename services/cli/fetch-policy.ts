import { readConfiguration } from '../../shared/platform/configuration.ts';
import { guardedFetch, guardedQuery } from '../../shared/platform/fetch/index.ts';
import { openRenderer } from '../../shared/platform/rendering/index.ts';
import { type GatheredPolicy, gatherPolicy } from '../../shared/policy/index.ts';
import type { Console } from './console.ts';
import { surveyInThread } from './isolation/survey-in-thread.ts';

/**
 * Fetches a policy and the sub-documents that it links as the service does: under its limits of size and time, no private address unless
 * the configuration allows it, and with a browser for what only scripts write where `CHROMIUM_PATH` names one.
 */
export async function fetchPolicy(url: string, env: Console['env']): Promise<GatheredPolicy> {
  const configuration = readConfiguration(env);
  const guard = { allowPrivateAddresses: configuration.fetchAllowPrivateAddresses };
  const fetch = guardedFetch(guard);
  const { executablePath, ...rendering } = configuration.rendering;
  const renderer =
    executablePath === null ? null : openRenderer({ ...rendering, executablePath, fetch, query: guardedQuery(guard) });
  try {
    const ports = { fetch, render: renderer?.render ?? null, survey: surveyInThread, clock: () => new Date() };
    const { policyFetchTimeoutMs: timeoutMs, renderTimeoutMs } = configuration;
    return await gatherPolicy(url, ports, { maxBytes: configuration.limits.policyBytes, timeoutMs, renderTimeoutMs });
  } finally {
    await renderer?.close();
  }
}
