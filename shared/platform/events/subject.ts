import { createHash } from 'node:crypto';
import type { NewEvent, Submission } from '../database/repositories.ts';

/**
 * Id of the one event of a kind that a run can have. Made from what it is about and not at random: however many processes compose
 * it, it is the same event, and the store can tell by its `webhook-id` that it was told before.
 * @param about what of the run it is about, where a run can have several: the id of a decision, a letter, a message
 */
export function eventIdOf(submissionId: string, run: number, type: NewEvent['type'], about?: string): string {
  const name = about === undefined ? `${submissionId} ${run} ${type}` : `${submissionId} ${run} ${type} ${about}`;
  return `evt_${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
}

/** Addresses of a submission as its store asks for them; relative where the configuration does not say how stores see the API. */
export function eventLinks(submissionId: string, publicUrl: string | null) {
  const self = `${publicUrl ?? ''}/v1/submissions/${submissionId}`;
  return { submission: self, verdict: `${self}/verdict`, report: `${self}/report` };
}

/** What every event says of the submission that it is about. */
export const eventSubject = (submission: Submission) => ({
  submissionId: submission.id,
  run: submission.run,
  app: {
    name: submission.listing.app.name,
    packageName: submission.listing.app.packageName ?? null,
    versionName: submission.listing.app.versionName ?? null,
  },
  developer: { id: submission.listing.developer.id },
  packageSha256: submission.packageSha256,
});
