import type { ApiKey } from '../../../shared/platform/database/repositories.ts';
import type { ApiPorts } from '../ports.ts';
import { invalidRequest, notFound, Problem } from '../problems/problem.ts';
import type { PackageReference } from '../schemas/intake.ts';
import { packageTooLarge } from '../uploads/limits.ts';
import { takeStaged } from '../uploads/take.ts';
import { requireDigest } from './expected-digest.ts';
import type { Intake } from './intake.ts';

type Resolved = Pick<Intake, 'origin' | 'upload' | 'packageSha256' | 'settled'>;

/** An object key of the caller's own inbox. @throws Problem `forbidden`, `invalid-request`, `payload-too-large` */
async function ownObject(ports: ApiPorts, caller: ApiKey, key: string): Promise<void> {
  const inbox = `inbox/${caller.storeId}/`;
  if (!key.startsWith(inbox) || key.split('/').some((part) => part === '' || part === '.' || part === '..')) {
    throw new Problem('forbidden', { zh: `对象键须在 ${inbox} 之下`, en: `The object key must lie below ${inbox}` });
  }
  const found = await ports.objects.stat(key);
  if (found === null) {
    const text = { zh: '没有这个对象', en: 'names no object' };
    throw invalidRequest([{ pointer: '/package/objectKey', code: 'object-missing', text }]);
  }
  const { packageBytes } = ports.configuration.limits;
  if (found.size > packageBytes) throw packageTooLarge(packageBytes);
}

/**
 * Finds out what a package reference means.
 * @param expected digest given beside the reference
 * @throws Problem `not-found`, `forbidden`, `invalid-request`, `payload-too-large`, `hash-mismatch`
 */
export async function resolveReference(
  ports: ApiPorts,
  caller: ApiKey,
  reference: PackageReference,
  expected: string | undefined,
): Promise<Resolved> {
  if ('uploadId' in reference) {
    const staged = await takeStaged(ports, caller.storeId, reference.uploadId);
    try {
      requireDigest(staged.sha256, expected);
    } catch (error) {
      if (staged.fresh) await ports.objects.remove(staged.fresh.objectKey);
      throw error;
    }
    return {
      origin: { kind: 'upload' },
      upload: staged.fresh,
      packageSha256: staged.sha256,
      settled: staged.settled,
    };
  }
  if ('objectKey' in reference || 'url' in reference) {
    const sha256 = reference.sha256?.toLowerCase() ?? expected;
    if (sha256 !== undefined && expected !== undefined) requireDigest(sha256, expected);
    if ('objectKey' in reference) await ownObject(ports, caller, reference.objectKey);
    const place =
      'url' in reference
        ? ({ kind: 'url', url: reference.url } as const)
        : ({ kind: 'object', key: reference.objectKey } as const);
    return { origin: { ...place, ...(sha256 !== undefined && { sha256 }) }, upload: null, packageSha256: null };
  }
  const { sha256 } = reference;
  requireDigest(sha256, expected);
  const known = (await ports.database.packages.submittedBy(sha256, caller.storeId))
    ? await ports.database.packages.find(sha256)
    : null;
  if (known === null) throw notFound({ zh: '安装包（本商店未送审过）', en: 'package that this store has submitted' });
  return { origin: { kind: 'known', sha256 }, upload: null, packageSha256: sha256 };
}
