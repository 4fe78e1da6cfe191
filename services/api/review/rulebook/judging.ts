import { ShelfgateError } from '../../../../shared/domain/errors.ts';
import type { RulebookTrial } from '../../../../shared/domain/review/rulebook-view.ts';
import type { Bilingual } from '../../../../shared/domain/text.ts';
import { INSPECTOR_VERSION } from '../../../../shared/inspection/index.ts';
import { newestOfEachApp } from '../../../../shared/platform/database/newest-of-each-app.ts';
import type { DecidedSubmission } from '../../../../shared/platform/database/shelf.ts';
import { Comparison } from '../../../../shared/pledge/comparison.ts';
import type { TriedApp, TriedRulebooks } from '../../../../shared/pledge/trial.ts';
import type { ApiPorts } from '../../ports.ts';
import { BATCH, MOST_FINDINGS, MOST_LISTED, MOST_SKIPPED } from './limits.ts';

type Outcome = Pick<
  RulebookTrial,
  'apps' | 'changed' | 'complete' | 'decided' | 'before' | 'after' | 'byRule' | 'listed' | 'skipped'
>;

/** Gathers what becomes of the apps, whose names it knows by their submissions. */
class Gathering {
  readonly #comparison = new Comparison(MOST_LISTED);
  readonly #names = new Map<string, string>();
  readonly #skipped: { submission: string; app: string; reason: Bilingual }[] = [];
  #skippedCount = 0;
  complete = true;

  add(submission: DecidedSubmission, tried: TriedApp): void {
    const { id, app } = submission;
    if ('reason' in tried) {
      this.skip(submission, tried.reason);
      return;
    }
    if (tried.change !== null) this.#names.set(id, app);
    this.#comparison.addChange(id, tried.before, tried.after, tried.change);
  }

  skip({ id, app }: DecidedSubmission, reason: Bilingual): void {
    this.#skippedCount += 1;
    if (this.#skipped.length < MOST_SKIPPED) this.#skipped.push({ submission: id, app, reason });
  }

  result(): Outcome {
    const { apps, changed, decided, before, after, byRule, listed } = this.#comparison.result();
    return {
      apps,
      changed,
      complete: this.complete,
      decided,
      before,
      after,
      byRule,
      listed: listed.map(({ app: submission, from, to, findings }) => ({
        submission,
        app: this.#names.get(submission) ?? submission,
        from,
        to,
        findings: findings.slice(0, MOST_FINDINGS),
        omitted: Math.max(0, findings.length - MOST_FINDINGS),
      })),
      skipped: { count: this.#skippedCount, first: this.#skipped },
    };
  }
}

/**
 * Judges the newest decided submission of every app of a store by two rulebooks, in threads, batch by batch.
 * @param limit apps at most
 * @param deadline moment, in milliseconds since the epoch, after which what was judged is the answer
 * @param gone ends it: nobody waits any more
 * @throws ShelfgateError `sandbox-aborted` when nobody waits any more
 */
export async function judgeShelf(
  { database, apart }: Pick<ApiPorts, 'database' | 'apart'>,
  storeId: string,
  books: TriedRulebooks,
  limit: number,
  deadline: number,
  gone: AbortSignal,
): Promise<Outcome> {
  const gathering = new Gathering();
  let seen = 0;
  const over = AbortSignal.timeout(Math.max(0, deadline - Date.now()));
  // One more than are judged tells whether these were all.
  for await (const page of newestOfEachApp(database.shelf, storeId, limit + 1, AbortSignal.any([gone, over]))) {
    for (let at = 0; at < page.length; at += BATCH) {
      const batch = page.slice(at, Math.min(at + BATCH, at + limit - seen));
      seen += batch.length;
      const timeoutMs = deadline - Date.now();
      if (batch.length < Math.min(BATCH, page.length - at) || timeoutMs <= 0) gathering.complete = false;
      if (batch.length === 0 || timeoutMs <= 0) return gathering.result();
      try {
        const apps = await database.shelf.packedFacts(batch, INSPECTOR_VERSION);
        const tried = await apart.tryRulebook({ ...books, apps }, { timeoutMs, signal: gone });
        tried.forEach((each, place) => {
          gathering.add(batch[place]!, each);
        });
      } catch (error) {
        if (!(error instanceof ShelfgateError) || gone.aborted) throw error;
        if (error.code === 'sandbox-timeout') {
          gathering.complete = false;
          return gathering.result();
        }
        // Facts that kill a thread must not hide what the others say.
        if (error.code !== 'sandbox-crashed') throw error;
        for (const each of batch) gathering.skip(each, error.text);
      }
    }
  }
  if (over.aborted || gone.aborted) gathering.complete = false;
  return gathering.result();
}
