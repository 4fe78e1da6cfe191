import { setTimeout as sleep } from 'node:timers/promises';
import type { Dossiers, DossierVersion } from '../../../../shared/platform/database/dossier-records.ts';

const EVERY_MS = 1_000;

interface Waiting {
  readonly since: bigint;
  /** With the version behind the changes, or null when nothing happened in time. */
  done(version: string | null): void;
  failed(error: unknown): void;
}

/** Whoever waits for changes of the queue: one look at the database a second, however many they are, and none while nobody waits. */
export class ChangeFeed {
  readonly #dossiers: Pick<Dossiers, 'version'>;
  readonly #everyMs: number;
  readonly #waiting = new Set<Waiting>();
  #looking = false;

  constructor(dossiers: Pick<Dossiers, 'version'>, everyMs = EVERY_MS) {
    this.#dossiers = dossiers;
    this.#everyMs = everyMs;
  }

  /**
   * Waits until something has changed since a version.
   * @returns the version by then; null when the time is over or a signal ended the wait
   * @throws what the database throws
   */
  async beyond(since: bigint, ms: number, end: AbortSignal): Promise<string | null> {
    if (end.aborted || ms <= 0) return null;
    const over = AbortSignal.any([end, AbortSignal.timeout(ms)]);
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.delete(waiting);
        over.removeEventListener('abort', late);
      };
      const late = () => waiting.done(null);
      const waiting: Waiting = {
        since,
        done: (version) => {
          leave();
          resolve(version);
        },
        failed: (error) => {
          leave();
          reject(error);
        },
      };
      over.addEventListener('abort', late);
      this.#waiting.add(waiting);
      void this.#look();
    });
  }

  async #look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    while (this.#waiting.size > 0) {
      await this.#lookOnce();
      if (this.#waiting.size > 0) await sleep(this.#everyMs, undefined, { ref: false });
    }
    this.#looking = false;
  }

  async #lookOnce(): Promise<void> {
    try {
      const version = await this.#dossiers.version();
      for (const waiting of [...this.#waiting]) if (isBehind(waiting.since, version)) waiting.done(version.settled);
    } catch (error) {
      for (const waiting of [...this.#waiting]) waiting.failed(error);
    }
  }
}

/** Whether something has changed since, as far as can be told. */
export function isBehind(since: bigint, { newest }: DossierVersion): boolean {
  return BigInt(newest) > since;
}

const feeds = new WeakMap<object, ChangeFeed>();

/** The one feed of a database in this process. */
export function feedOf(dossiers: Dossiers): ChangeFeed {
  const feed = feeds.get(dossiers) ?? new ChangeFeed(dossiers);
  feeds.set(dossiers, feed);
  return feed;
}
