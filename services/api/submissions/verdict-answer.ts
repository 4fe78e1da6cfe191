import type { z } from 'zod';
import type { ApiPorts } from '../ports.ts';
import type { verdictAnswerSchema } from '../schemas/submission.ts';
import { linksOf } from './links.ts';

/** The verdict of a submission as it is answered; null while there is none. */
export async function verdictAnswer(ports: ApiPorts, id: string): Promise<z.infer<typeof verdictAnswerSchema> | null> {
  const found = await ports.database.reviews.verdict(id);
  if (found === null) return null;
  return {
    submissionId: id,
    run: found.run,
    decision: found.verdict.decision,
    decidedAt: found.at.toISOString(),
    verdict: found.verdict as z.infer<typeof verdictAnswerSchema>['verdict'],
    links: linksOf(ports.configuration.publicUrl, id),
  };
}
