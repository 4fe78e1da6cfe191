import type { z } from 'zod';
import type { ListingFacts } from '../../domain/facts/listing.ts';
import type { PackageFacts } from '../../domain/facts/package.ts';
import type { PolicyFacts } from '../../domain/facts/policy.ts';
import type { RecordFacts } from '../../domain/facts/records.ts';
import type { Bilingual } from '../../domain/text.ts';
import { packageFactsSchema } from '../../inspection/schema/package-facts.ts';
import { parseListing } from '../../knowledge/listing-schema.ts';
import { DocumentError } from './document-error.ts';
import { policyFactsSchema } from './policy-facts-schema.ts';
import { recordFactsSchema } from './record-facts-schema.ts';

const ISSUES_CAP = 20;

/** Facts of a package as `inspect --json` prints them. @throws DocumentError */
export function readPackageFacts(value: unknown, pointer = ''): PackageFacts {
  return read<PackageFacts>(value, packageFactsSchema, 'package-facts/2', PACKAGE, pointer);
}

/** Facts of a policy. @throws DocumentError */
export function readPolicyFacts(value: unknown, pointer = ''): PolicyFacts {
  return read<PolicyFacts>(value, policyFactsSchema, 'policy-facts/1', POLICY, pointer);
}

/** The platform's records. @throws DocumentError */
export function readRecordFacts(value: unknown, pointer = ''): RecordFacts {
  return read<RecordFacts>(value, recordFactsSchema, 'record-facts/1', RECORDS, pointer);
}

/** A listing as the API takes it, or the facts that were made of one. @throws DocumentError */
export function readListingFacts(value: unknown, pointer = ''): ListingFacts {
  const { schema, ...listing } = isObject(value) ? value : {};
  if (schema !== undefined && schema !== 'listing-facts/1') throw otherVersion(LISTING, schema, 'listing-facts/1', pointer);
  const parsed = parseListing(isObject(value) ? listing : value);
  if (parsed.ok) return parsed.listing;
  throw new DocumentError(
    LISTING,
    parsed.issues.map((issue) => ({ pointer: pointer + issue.pointer, text: issue.text })),
  );
}

const PACKAGE: Bilingual = { zh: '安装包事实', en: 'facts of a package' };
const POLICY: Bilingual = { zh: '隐私政策事实', en: 'facts of a policy' };
const RECORDS: Bilingual = { zh: '平台记录', en: 'records' };
const LISTING: Bilingual = { zh: '上架信息', en: 'a listing' };

/** The value itself, not what a schema makes of it: a verdict must not depend on the way by which its facts came. */
function read<Facts>(value: unknown, schema: z.ZodType, version: string, name: Bilingual, pointer: string): Facts {
  const found = isObject(value) ? value.schema : undefined;
  if (found !== version) throw otherVersion(name, found, version, pointer);
  const parsed = schema.safeParse(value);
  if (parsed.success) return value as Facts;
  throw new DocumentError(
    name,
    parsed.error.issues.slice(0, ISSUES_CAP).map((issue) => ({
      pointer: pointer + pointerOf(issue.path),
      text: { zh: `不符合 ${version} 的格式：${issue.message}`, en: `is not as ${version} has it: ${issue.message}` },
    })),
  );
}

function otherVersion(name: Bilingual, found: unknown, wanted: string, pointer: string): DocumentError {
  const has = typeof found === 'string' ? found.slice(0, 100) : null;
  return new DocumentError(name, [
    {
      pointer: `${pointer}/schema`,
      text: {
        zh: has === null ? `缺少，应为 ${wanted}` : `为 ${has}，本版本只审核 ${wanted}`,
        en: has === null ? `is missing; it must be ${wanted}` : `is ${has}; this build judges ${wanted} only`,
      },
    },
  ]);
}

/** JSON Pointer (RFC 6901). */
function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
