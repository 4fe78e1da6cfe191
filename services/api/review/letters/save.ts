import type { Letter, LetterContent } from '../../../../shared/domain/review/letter.ts';
import { operation } from '../../operation.ts';
import type { ApiPorts } from '../../ports.ts';
import { type FieldError, invalidRequest } from '../../problems/problem.ts';
import { letterSaveSchema, letterSchema } from '../../schemas/letters.ts';
import { letterOf, letterParams, savedLetter } from './parameters.ts';

/** A hundred findings in two languages, with what people add to them. */
const LETTER_BYTES = 4 * 2 ** 20;

export const saveLetter = operation({
  id: 'saveLetter',
  method: 'put',
  path: '/v1/review/letters/{id}',
  tag: 'review',
  summary: { zh: '保存草稿', en: 'Save a draft' },
  description: {
    zh: '须附编辑者所见的版本；他人已保存则答 409，并说明是谁（saved）。已发送的通知不能修改。',
    en: 'With the version that the editor saw; when somebody else has saved since, 409 says who (saved). A letter that was sent cannot be changed.',
  },
  scope: null,
  right: 'decide',
  params: letterParams,
  body: letterSaveSchema,
  bodyBytes: LETTER_BYTES,
  responses: { 200: { description: { zh: '已保存', en: 'Saved' }, schema: letterSchema } },
  problems: ['not-found', 'conflict', 'payload-too-large'],
  async handle({ ports, account, params, body, response }) {
    const letter = await letterOf(ports, params.id);
    response.locals.submissionId = letter.submission;
    await refuseForeignItems(ports, letter, body.content);
    return { status: 200, body: savedLetter(await ports.database.letters.save(letter.id, body.version, body.content, account)) };
  },
});

/** A letter tells findings of this submission, each once: nobody can be asked to mend what was not found. */
async function refuseForeignItems({ database }: ApiPorts, letter: Letter, { items }: LetterContent): Promise<void> {
  const found = await database.reviews.verdict(letter.submission);
  const known = new Set([
    ...letter.content.items.map(({ fingerprint }) => fingerprint),
    ...(found?.run === letter.run ? found.verdict.findings.map(({ fingerprint }) => fingerprint) : []),
  ]);
  const seen = new Set<string>();
  const errors = items.flatMap(({ fingerprint }, at): FieldError[] => {
    const pointer = `/content/items/${at}/fingerprint`;
    if (!known.has(fingerprint))
      return [{ pointer, code: 'unknown-finding', text: { zh: '不是本次送审的问题', en: 'is no finding of this submission' } }];
    if (seen.has(fingerprint)) return [{ pointer, code: 'twice', text: { zh: '重复的问题', en: 'is told twice' } }];
    seen.add(fingerprint);
    return [];
  });
  if (errors.length > 0) throw invalidRequest(errors);
}
