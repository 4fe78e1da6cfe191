import type { AccountName } from '../../../shared/domain/review/account.ts';
import type { Claim } from '../../../shared/domain/review/dossier.ts';
import type { SubmissionState } from '../../../shared/domain/submission.ts';
import type { Bilingual } from '../../../shared/domain/text.ts';
import type { ProblemCode } from './codes.ts';

/** One wrong field: a JSON Pointer (RFC 6901) into the body, a part's name or a parameter's. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly text: Bilingual;
}

/** Members that only some codes have; they stand beside the standard ones (RFC 9457 section 3.2). */
export interface ProblemExtras {
  readonly errors?: readonly FieldError[];
  /** `verdict-pending`, `conflict`: where the submission stands. */
  readonly state?: SubmissionState;
  /** `conflict`: who works on it at this moment. */
  readonly claim?: Claim;
  /** `unsupported-format`: what the package was recognised as. */
  readonly format?: string;
  /** `idempotency-conflict`: the submission that the key belongs to. */
  readonly submissionId?: string;
  /** `payload-too-large`, `use-resumable-upload`: the limit in bytes. */
  readonly limitBytes?: number;
  /** `conflict`: what somebody else has saved since. */
  readonly saved?: { readonly version: number; readonly by: AccountName; readonly at: string };
  /** `use-resumable-upload`: where to upload. */
  readonly resumableUpload?: string;
}

/** An answer that is a problem document; thrown by routes, presented in one place. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly detail: Bilingual;
  readonly extras: ProblemExtras;
  readonly headers: Readonly<Record<string, string>>;
  constructor(code: ProblemCode, detail: Bilingual, extras: ProblemExtras = {}, headers: Readonly<Record<string, string>> = {}) {
    super(detail.en);
    this.name = 'Problem';
    this.code = code;
    this.detail = detail;
    this.extras = extras;
    this.headers = headers;
  }
}

/** The same answer for what does not exist and for what belongs to another store: nobody learns which. */
export function notFound(what: Bilingual): Problem {
  return new Problem('not-found', { zh: `没有这个${what.zh}`, en: `There is no such ${what.en}` });
}

const MOST_POINTER = 300;

/** A pointer as it is shown: a made-up field name may have a megabyte. */
export function shortPointer(pointer: string): string {
  return pointer.length > MOST_POINTER ? `${pointer.slice(0, MOST_POINTER)}…` : pointer;
}

/** Problem for fields that a schema refused. */
export function invalidRequest(errors: readonly FieldError[]): Problem {
  const first = errors[0];
  const detail =
    first === undefined
      ? { zh: '请求内容无法识别', en: 'The request cannot be understood' }
      : {
          zh: `${shortPointer(first.pointer) || '请求内容'}：${first.text.zh}`,
          en: `${shortPointer(first.pointer) || 'The request'}: ${first.text.en}`,
        };
  return new Problem('invalid-request', detail, { errors });
}
