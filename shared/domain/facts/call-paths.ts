import type { CallPath, ConsentGuard, EntryKind } from './code.ts';

/** What runs before the first page can be seen: nobody can have consented to anything by then, unless on an earlier start. */
export const BEFORE_ANY_PAGE: ReadonlySet<EntryKind> = new Set(['attach-base-context', 'provider', 'application']);

/**
 * Whether the call follows from the entry point by itself, at once or handed to another thread. A callback (a click, a sensor, a
 * lifecycle) or another component that is started comes at a time of its own, perhaps after consent.
 */
export function runsByItself({ steps }: CallPath): boolean {
  return steps.every(({ link }) => link !== 'callback' && link !== 'start');
}

/** Names that speak plainly of something else than consent: whether something is initialised, locked, running. */
const OTHER_TEST =
  /^(?:[ms]_?(?=[A-Z])|_|is_?|has_?|was_?|already_?)*(?:(?:sdk_?)?init(?:ed|iali[sz]ed|iali[sz]ing)?|lock(?:ed)?|debug(?:gable|_?mode)?|(?:in_?)?main_?process|start(?:ed|ing)|running|loaded|registered|closed|destroyed|released|attached|created)$/i;

/** Whether the most telling test on a way could be one of consent: null where there is none, or one that speaks of something else. */
export function possibleConsentTest({ guard }: CallPath): ConsentGuard | null {
  return guard === null || (!guard.named && OTHER_TEST.test(guard.name)) ? null : guard;
}
