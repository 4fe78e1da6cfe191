import type { Readable } from 'node:stream';
import { InputError, TransientError } from '../../shared/domain/errors.ts';
import type { FetchFailure } from '../../shared/domain/ports.ts';
import type { PackageOrigin } from '../../shared/platform/database/repositories.ts';
import type { WorkerPorts } from './ports.ts';

/** Failures of a download that may be gone a minute later; the others lie with the address. */
const PASSING: ReadonlySet<FetchFailure> = new Set<FetchFailure>(['dns', 'connect', 'tls', 'timeout']);

/**
 * Opens the place that a submission named for its package.
 * @throws InputError `package-not-found`, `package-url-refused`; TransientError `package-unreachable`
 */
export async function openOrigin(ports: WorkerPorts, origin: PackageOrigin, signal: AbortSignal): Promise<Readable> {
  if (origin.kind === 'object') {
    if ((await ports.objects.stat(origin.key)) === null) throw notFound(origin.key);
    return ports.objects.get(origin.key);
  }
  if (origin.kind === 'url') return download(ports, origin.url, signal);
  throw notFound(origin.kind === 'known' ? origin.sha256 : 'upload');
}

async function download(ports: WorkerPorts, url: string, signal: AbortSignal): Promise<Readable> {
  const { retrievalTimeoutMs: timeoutMs, limits } = ports.settings;
  const answer = await ports.download(url, { maxBytes: limits.packageBytes, timeoutMs, signal });
  if (!answer.ok) {
    if (PASSING.has(answer.failure)) throw unreachable(url, `${answer.failure}: ${answer.detail}`);
    throw new InputError(
      'package-url-refused',
      { zh: `安装包地址不可用（${answer.failure}）`, en: `The package's address cannot be used (${answer.failure})` },
      url,
    );
  }
  if (answer.status === 200) return answer.body;
  answer.body.destroy();
  if (answer.status >= 500 || answer.status === 429 || answer.status === 408) throw unreachable(url, `status ${answer.status}`);
  throw notFound(url);
}

function notFound(place: string): InputError {
  return new InputError('package-not-found', { zh: '在所给位置没有安装包', en: 'There is no package at the place given' }, place);
}

function unreachable(url: string, detail: string): TransientError {
  const text = { zh: `暂时无法取得安装包（${detail}）`, en: `The package cannot be fetched at the moment (${detail})` };
  return new TransientError('package-unreachable', text, { cause: url });
}
