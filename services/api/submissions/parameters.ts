import { z } from 'zod';
import { submissionIdSchema } from '../schemas/submission.ts';

/** `{id}` of a submission. */
export const submissionParams = z.object({ id: submissionIdSchema });
