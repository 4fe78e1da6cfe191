/** How many packages' facts stay at hand; those of a large app take tens of megabytes. */
const MOST_KEPT = 4;
const KEPT_MS = 30_000;

/**
 * Facts that were unpacked a moment ago: the five checks and the verdict of one submission, in one process, unpack them once. Kept facts
 * never change, so that what is at hand is never old; what was not there is asked for again.
 */
export class RecentFacts<Facts extends object> {
  readonly #kept = new Map<string, Promise<Facts | null>>();

  /** @param load asked for facts that are not at hand; callers at the same time share one answer, or its error */
  find(key: string, load: () => Promise<Facts | null>): Promise<Facts | null> {
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const loading = load();
    this.#kept.set(key, loading);
    for (const oldest of this.#kept.keys()) if (this.#kept.size > MOST_KEPT) this.#kept.delete(oldest);
    const forget = (): void => {
      if (this.#kept.get(key) === loading) this.#kept.delete(key);
    };
    loading.then((facts) => {
      if (facts === null) forget();
      else setTimeout(forget, KEPT_MS).unref();
    }, forget);
    return loading;
  }
}
