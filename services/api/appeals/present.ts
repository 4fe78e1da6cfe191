import type { z } from 'zod';
import type { Appeal } from '../../../shared/domain/review/appeal.ts';
import type { storeAppealSchema } from '../schemas/appeals.ts';

/** An appeal as its store sees it: not who of the platform's people answered. */
export function presentAppeal({ submission, messages, ...appeal }: Appeal): z.infer<typeof storeAppealSchema> {
  return {
    ...appeal,
    submissionId: submission,
    messages: messages.map(({ by: _by, attachments, ...message }) => ({ ...message, attachments: [...attachments] })),
  };
}
