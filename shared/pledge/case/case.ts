import type { Rule } from '../../checks/rule.ts';
import { BUILT_IN } from '../../checks/rulebook/built-in.ts';
import { parseRulebook } from '../../checks/rulebook/parse.ts';
import type { RecordFacts } from '../../domain/facts/records.ts';
import type { Rulebook } from '../../domain/rulebook.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Judged } from '../judge.ts';
import { DocumentError } from './document-error.ts';
import { isObject, readListingFacts, readPackageFacts, readPolicyFacts, readRecordFacts } from './parts.ts';

/** All that a verdict is made of, beside rules and knowledge: one document, as `GET /v1/submissions/{id}/facts` answers it. */
export interface CaseDocument {
  readonly package: unknown;
  readonly policy: unknown;
  readonly listing: unknown;
  readonly records: unknown;
  /** Null: the built-in one. */
  readonly rulebook: { readonly sha256: string; readonly text: string } | null;
}

/** A case that has been read. */
export interface Case {
  readonly facts: Judged & { readonly records: RecordFacts };
  readonly rulebook: Rulebook;
}

const NAME: Bilingual = { zh: '送审事实', en: 'the facts of a submission' };

/**
 * Reads the facts of one submission. What else the document has (ids, links) is left alone.
 * @throws DocumentError naming the place of what is wrong; RulebookError where the rulebook's text is none for this build
 */
export function readCase(value: unknown, rules: readonly Rule[]): Case {
  if (!isObject(value)) throw caseFault('', '应为 JSON 对象', 'must be a JSON object');
  const missing = ['package', 'policy', 'listing', 'records', 'rulebook'].filter((part) => !Object.hasOwn(value, part));
  if (missing.length > 0) throw caseFault(`/${missing[0]}`, '缺少', 'is missing');
  return {
    facts: {
      package: readPackageFacts(value.package, '/package'),
      policy: readPolicyFacts(value.policy, '/policy'),
      listing: readListingFacts(value.listing, '/listing'),
      records: readRecordFacts(value.records, '/records'),
    },
    rulebook: rulebookOf(value.rulebook, rules),
  };
}

function rulebookOf(value: unknown, rules: readonly Rule[]): Rulebook {
  if (value === null) return BUILT_IN;
  if (!isObject(value) || typeof value.text !== 'string') {
    throw caseFault('/rulebook', '应为 null 或含 sha256、text 的对象', 'must be null, or an object with sha256 and text');
  }
  if (value.sha256 === BUILT_IN.sha256) return BUILT_IN;
  const book = parseRulebook(value.text, rules);
  if (book.sha256 === value.sha256) return book;
  throw caseFault(
    '/rulebook/sha256',
    `与规则库内容不符，其 SHA-256 为 ${book.sha256}`,
    `is not that of the text, which is ${book.sha256}`,
  );
}

function caseFault(pointer: string, zh: string, en: string): DocumentError {
  return new DocumentError(NAME, [{ pointer, text: { zh, en } }]);
}
