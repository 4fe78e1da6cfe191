import { InputError, PermanentError, ShelfgateError, TransientError } from '../../../shared/domain/errors.ts';
import type { Bilingual } from '../../../shared/domain/text.ts';

/**
 * An error as it crosses between threads: structured cloning would turn our typed errors into plain ones, and a retry depends on
 * the type.
 */
export interface Fault {
  readonly kind: 'input' | 'transient' | 'permanent' | 'unexpected';
  readonly code: string;
  readonly text: Bilingual;
  readonly place?: string;
}

/** Packs any thrown value. */
export function toFault(error: unknown): Fault {
  if (error instanceof ShelfgateError) {
    const kind = error instanceof InputError ? 'input' : error instanceof TransientError ? 'transient' : 'permanent';
    const place = error instanceof InputError ? error.place : undefined;
    return { kind, code: error.code, text: error.text, ...(place === undefined ? {} : { place }) };
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    kind: 'unexpected',
    code: 'unexpected-error',
    text: { zh: `处理时发生意外错误：${reason}`, en: `Unexpected error: ${reason}` },
  };
}

/** Unpacks it into the error of its type; unexpected errors become permanent ones. */
export function fromFault(fault: Fault): ShelfgateError {
  if (fault.kind === 'input') return new InputError(fault.code, fault.text, fault.place);
  if (fault.kind === 'transient') return new TransientError(fault.code, fault.text);
  return new PermanentError(fault.code, fault.text);
}
