import type { LetterContent } from '../../../../shared/domain/review/letter.ts';
import type { Submission } from '../../../../shared/platform/database/repositories.ts';
import { generateLetter, tellableFindings } from '../../../../shared/pledge/letters/index.ts';
import type { ApiPorts } from '../../ports.ts';
import { invalidRequest, notFound } from '../../problems/problem.ts';
import { verdictPending } from '../../submissions/pending.ts';
import { reportOf } from '../../submissions/report-of.ts';

/** A letter as it is generated, and of what. */
export interface Draft {
  readonly content: LetterContent;
  readonly run: number;
  readonly decision: string | null;
}

/** Any submission: reviewers see those of all stores. @throws Problem `not-found` */
export async function anySubmission({ database }: ApiPorts, id: string): Promise<Submission> {
  const submission = await database.submissions.find(id);
  if (submission === null) throw notFound({ zh: '送审', en: 'submission' });
  return submission;
}

/**
 * Generates a letter from the newest verdict and the decision about it.
 * @param chosen fingerprints of the findings to tell
 * @throws Problem `verdict-pending`; `invalid-request` naming a finding that cannot be told
 */
export async function draftLetter(
  ports: ApiPorts,
  submission: Submission,
  chosen: readonly string[] | undefined,
): Promise<Draft> {
  const [report, standing, store] = await Promise.all([
    reportOf(ports, submission),
    ports.database.letters.standingDecision(submission.id),
    ports.database.stores.find(submission.storeId),
  ]);
  if (report === null) throw verdictPending(submission);
  const run = report.submission.run ?? submission.run;
  // A decision about an earlier run says nothing of these findings.
  const decided = standing?.run === run ? standing : null;
  const decision = decided && {
    kind: decided.kind,
    reason: decided.reason,
    deadline: decided.deadline,
    falseAlarms: decided.judgements.filter(({ outcome }) => outcome === 'false-alarm').map(({ fingerprint }) => fingerprint),
  };
  if (chosen !== undefined)
    refuseUntellable(chosen, new Set(tellableFindings({ report, decision }).map((each) => each.fingerprint)));
  const content = generateLetter({
    report,
    decision,
    ...(chosen !== undefined && { chosen }),
    signatory: store?.name ?? '',
    appealHours: ports.configuration.appealHours,
  });
  return { content, run, decision: decided?.id ?? null };
}

function refuseUntellable(chosen: readonly string[], tellable: ReadonlySet<string>): void {
  const text = {
    zh: '不是本次机审结论中生效的问题，或已被判定为误报',
    en: 'is no finding with effect of this verdict, or was found to be a false alarm',
  };
  const errors = chosen.flatMap((fingerprint, at) =>
    tellable.has(fingerprint) ? [] : [{ pointer: `/findings/${at}`, code: 'not-tellable', text }],
  );
  if (errors.length > 0) throw invalidRequest(errors);
}
