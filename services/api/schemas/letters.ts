import { z } from 'zod';
import type { Letter, LetterContent } from '../../../shared/domain/review/letter.ts';
import { LETTER_LIMITS } from '../../../shared/domain/review/letter-limits.ts';
import { instant, publish } from './published.ts';
import { accountNameSchema } from './review-queue.ts';
import { submissionIdSchema } from './submission.ts';

export const letterIdSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/);

const { title, name, paragraph, line, lines, items } = LETTER_LIMITS;
const bilingualUpTo = (most: number) => z.strictObject({ zh: z.string().max(most), en: z.string().max(most) });

/** One finding as a letter tells it; the fingerprint says which. */
const letterItemSchema = publish(
  'LetterItem',
  z.strictObject({
    fingerprint: z.string().min(1).max(64),
    title: bilingualUpTo(title),
    found: bilingualUpTo(paragraph),
    evidence: z.array(bilingualUpTo(line)).max(lines),
    basis: z.array(bilingualUpTo(line)).max(lines).describe('依据及其效力 / What it rests on, with its force'),
    remedy: bilingualUpTo(paragraph),
  }),
);

export const letterContentSchema = publish(
  'LetterContent',
  z
    .strictObject({
      title: bilingualUpTo(title),
      addressee: z.string().max(name),
      opening: bilingualUpTo(paragraph),
      items: z.array(letterItemSchema).max(items),
      closing: bilingualUpTo(paragraph),
      deadline: z.iso.date().nullable().describe('整改期限（含当日，北京时间）/ Last day, Beijing time'),
      appeal: bilingualUpTo(paragraph),
      signatory: z.string().max(name),
    })
    .describe('全部为纯文本，含不可信文字，展示时须转义 / All plain text, partly untrusted: escape it where it is shown'),
) satisfies z.ZodType<LetterContent>;

export const letterSchema = publish(
  'Letter',
  z.strictObject({
    id: letterIdSchema,
    submission: submissionIdSchema,
    run: z.int().min(1),
    decision: z.string().nullable(),
    state: z.enum(['draft', 'sent']),
    content: letterContentSchema,
    version: z.int().min(1),
    createdBy: accountNameSchema,
    updatedBy: accountNameSchema,
    updatedAt: instant,
    sentAt: instant.nullable(),
    sentBy: accountNameSchema.nullable(),
  }),
) satisfies z.ZodType<Letter>;

export const lettersSchema = publish('Letters', z.array(letterSchema).describe('新的在前 / Newest first'));

const chosenFindings = z
  .array(z.string().min(1).max(64))
  .min(1)
  .max(items)
  .optional()
  .describe('写入哪些问题（标识）；不写则按审核决定 / Fingerprints of the findings to tell; without it as the decision says');

export const newLetterSchema = publish('NewLetter', z.strictObject({ findings: chosenFindings }));

const version = z.int().min(1).describe('编辑者所见的版本 / The version that the editor saw');
export const letterSaveSchema = publish('LetterSave', z.strictObject({ version, content: letterContentSchema }));
export const letterRegenerationSchema = publish('LetterRegeneration', z.strictObject({ version, findings: chosenFindings }));
export const letterVersionSchema = publish('LetterVersion', z.strictObject({ version }));

/** A letter as the store has it. */
export const sentLetterSchema = publish(
  'SentLetter',
  z.strictObject({
    id: letterIdSchema,
    submissionId: submissionIdSchema,
    run: z.int().min(1),
    decision: z.string().describe('所依据的审核决定 / The decision that it comes with'),
    sentAt: instant,
    content: letterContentSchema,
    links: z.strictObject({ self: z.string(), html: z.string(), appeals: z.string() }),
  }),
);

export const sentLettersSchema = publish('SentLetters', z.strictObject({ letters: z.array(sentLetterSchema) }));
