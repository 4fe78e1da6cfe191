import { z } from 'zod';
import { DECISION_KINDS } from '../../../shared/domain/review/decision.ts';
import type { CannedReason } from '../../../shared/domain/review/reason.ts';
import { clauseId } from '../../../shared/pledge/schema.ts';
import { instant, publish } from './published.ts';
import { writtenText } from './review-decisions.ts';

const written = (max: number) => z.strictObject({ zh: writtenText(max), en: writtenText(max) });

const words = {
  clause: clauseId.nullable().describe('所属条款；null 为通用 / The clause it belongs to; null for one of general use'),
  kinds: z
    .array(z.enum(DECISION_KINDS))
    .max(DECISION_KINDS.length)
    .describe('适用的决定；空为全部 / Decisions it is offered for; empty: all'),
  title: written(100),
  text: written(4_000),
};

export const cannedReasonSchema = publish(
  'CannedReason',
  z.strictObject({ id: z.string(), ...words, version: z.int().min(1), updatedAt: instant }),
) satisfies z.ZodType<CannedReason>;

export const cannedReasonsSchema = publish('CannedReasons', z.array(cannedReasonSchema));

export const newReasonSchema = publish('NewCannedReason', z.strictObject(words));

const version = z
  .int()
  .min(1)
  .describe('所读的版本；其后被他人改过则为 409 / The version that was read; 409 if somebody has changed it since');
export const reasonChangeSchema = publish('CannedReasonChange', z.strictObject({ ...words, version }));

export const reasonRemovedSchema = publish('CannedReasonRemoved', z.strictObject({ id: z.string() }));
