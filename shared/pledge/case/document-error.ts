import { InputError } from '../../domain/errors.ts';
import type { Bilingual } from '../../domain/text.ts';

/** What is wrong with a stored document; `pointer` is a JSON Pointer from its root. */
export interface DocumentIssue {
  readonly pointer: string;
  readonly text: Bilingual;
}

/** A document that is not the facts it was taken for. */
export class DocumentError extends InputError {
  readonly #name: Bilingual;
  readonly issues: readonly DocumentIssue[];
  constructor(name: Bilingual, issues: readonly DocumentIssue[], place?: string) {
    const { pointer, text } = issues[0]!;
    super(
      'invalid-document',
      {
        zh: `不是可以审核的${name.zh}：${pointer === '' ? '/' : pointer} ${text.zh}`,
        en: `not ${name.en} that can be judged: ${pointer === '' ? '/' : pointer} ${text.en}`,
      },
      place,
    );
    this.#name = name;
    this.issues = issues;
  }

  /** The same about a file. */
  in(path: string): DocumentError {
    const file = { zh: `${this.#name.zh}（${path}）`, en: `${this.#name.en} (${path})` };
    return new DocumentError(file, this.issues, path);
  }
}
