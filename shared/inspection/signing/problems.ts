import type { SchemeResult, SignatureResult, SignatureScheme } from '../../domain/facts/signing.ts';
import type { Bilingual } from '../../domain/text.ts';
import { BrokenBytes } from '../broken.ts';
import { LIMITS } from '../limits.ts';

export type Problem = SchemeResult['problems'][number];

/** Errors that say what this runtime cannot do, not what is wrong with the bytes. */
const UNDECIDED: ReadonlySet<string> = new Set(['lineage-unsupported']);

/**
 * What came of verifying one scheme, as it is found. Something wrong makes it `invalid`; something that was not there makes it
 * `not-checked` unless something else is wrong; a note changes nothing.
 */
export class Verification {
  readonly scheme: SignatureScheme;
  readonly #wrong: Problem[] = [];
  readonly #unchecked: Problem[] = [];
  readonly #notes: Problem[] = [];

  constructor(scheme: SignatureScheme) {
    this.scheme = scheme;
  }

  get result(): SignatureResult {
    if (this.#wrong.length > 0) return 'invalid';
    return this.#unchecked.length > 0 ? 'not-checked' : 'valid';
  }

  /** The platform refuses the signature for this. */
  wrong(code: string, zh: string, en: string): void {
    add(this.#wrong, code, { zh, en });
  }

  /** This could not be decided. */
  unchecked(code: string, zh: string, en: string): void {
    add(this.#unchecked, code, { zh, en });
  }

  /** Worth saying, without consequence for this scheme. */
  note(code: string, zh: string, en: string): void {
    add(this.#notes, code, { zh, en });
  }

  /** Takes over what someone else found. */
  take(result: SignatureResult, problems: readonly Problem[]): void {
    const list = result === 'invalid' ? this.#wrong : result === 'not-checked' ? this.#unchecked : this.#notes;
    for (const { code, message } of problems) add(list, code, message);
  }

  /** Runs one step; bytes that are not what they should be make the scheme invalid. @throws anything else that the step throws */
  attempt<T>(step: () => T): T | null {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof BrokenBytes)) throw error;
      const { zh, en } = error.text;
      if (UNDECIDED.has(error.code)) this.unchecked(error.code, zh, en);
      else this.wrong(error.code, zh, en);
      return null;
    }
  }

  finish(): SchemeResult {
    const problems = [...this.#wrong, ...this.#unchecked, ...this.#notes].slice(0, LIMITS.signatureProblems);
    return { scheme: this.scheme, result: this.result, problems };
  }
}

/** Lists are cut: a package may have a hundred thousand entries whose digests are wrong. */
function add(list: Problem[], code: string, { zh, en }: Bilingual): void {
  if (list.length >= LIMITS.signatureProblems) return;
  list.push({ code, message: { zh: zh.slice(0, LIMITS.place), en: en.slice(0, LIMITS.place) } });
}
