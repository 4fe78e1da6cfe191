import type { Bilingual } from './text.ts';

/** Base of every error that we throw on purpose: a stable kebab-case code that never changes, and text for people. */
export class ShelfgateError extends Error {
  readonly code: string;
  readonly text: Bilingual;
  constructor(code: string, text: Bilingual, options?: ErrorOptions) {
    super(text.en, options);
    this.name = new.target.name;
    this.code = code;
    this.text = text;
  }
}

/** The caller's input is wrong; doing it again cannot help. `place` says where (field, byte offset, entry). */
export class InputError extends ShelfgateError {
  readonly place: string | undefined;
  constructor(code: string, text: Bilingual, place?: string, options?: ErrorOptions) {
    super(code, text, options);
    this.place = place;
  }
}

/** A fault that can pass (a database that restarts, a store that answers 503): the only kind that is retried. */
export class TransientError extends ShelfgateError {}

/** A fault that will not pass by itself; not retried. */
export class PermanentError extends ShelfgateError {}
