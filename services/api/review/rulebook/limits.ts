/** How long reading a rulebook's text may take. A megabyte of anything takes less than a second. */
export const READING_MS = 10_000;

/** Apps of a store that a trial judges again at most, the newest first. */
export const MOST_APPS = 2_000;

/** How long a trial may take; what was judged until then is the answer. */
export const TRIAL_MS = 60_000;

/** Apps that are judged at a time: what is lost when time runs out. */
export const BATCH = 10;

/** Changed apps that are named, findings of each, and apps that could not be judged. */
export const MOST_LISTED = 200;
export const MOST_FINDINGS = 20;
export const MOST_SKIPPED = 20;
