import { z } from 'zod';
import { TEXT_TOPICS } from '../../domain/facts/contents.ts';

/** Shapes that several parts of the facts share. */

export const bilingual = z.strictObject({ zh: z.string(), en: z.string() }).meta({ id: 'Bilingual' });
export const localText = z.strictObject({ zh: z.string().nullable(), default: z.string().nullable() }).meta({ id: 'LocalText' });
export const texts = z.array(z.string());
export const count = z.int().nonnegative();
/** Bytes can pass 2^53 only by a lie, which no reader believes. */
export const bytes = z.int().nonnegative();
/** Lower-case hex. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const topics = z.array(z.enum(TEXT_TOPICS));
export const metaData = z.array(z.strictObject({ name: z.string(), value: z.string().optional() }).meta({ id: 'MetaData' }));
