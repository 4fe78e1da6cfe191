import type { PackageFacts } from '../domain/facts/package.ts';
import type { ConsentSwitch, DetectedSdk, SdkStart } from '../knowledge/sdks/detection/detected.ts';
import { wasReadWhole } from './completeness.ts';
import { type Arrival, AT_START, arrivals, BEFORE_ANY_PAGE, runsByItself } from './reachability.ts';

/** Calls that facts keep at most: from here on one may be left out. */
const MOST_CALLS = 1_000;

/** Names of methods that prepare, set or ask, and start nothing by themselves, whatever the knowledge lacks. */
const NO_START =
  /->(?:pre|delay|lazy|set|update|submit|agree|allow|enable|disable|grant|get|is|has|log|debug|add|attach|with|build|new|create|<init>|<clinit>)/;

/**
 * What a way into an SDK shows: a call that starts it (its vendor names the method, or the method's own name says so), only that its code
 * is entered, or nothing, where the method only prepares or asks.
 */
export function kindOfStart({ sdk }: DetectedSdk, { use, target }: SdkStart): 'start' | 'entry' | null {
  const named = (sdk.consent?.start ?? []).includes(dotted(target));
  if (!named && NO_START.test(target)) return null;
  return named || use !== null ? 'start' : 'entry';
}

/** `com.vendor.Core.start` of `Lcom/vendor/Core;->start`. */
function dotted(target: string): string {
  return target.replace(/^L/, '').replace(/;->/, '.').replaceAll('/', '.');
}

/** Calls of one kind of the methods by which the SDK is told of consent or waits for it. */
export function switchesOf({ switches }: DetectedSdk, kind: ConsentSwitch['kind']): ConsentSwitch[] {
  return switches.filter((each) => each.kind === kind);
}

/** A way on which the SDK is told that the user has agreed before any page could be seen, past no test at all. */
export function toldAtStart(detected: DetectedSdk, { code }: PackageFacts): { call: ConsentSwitch; arrival: Arrival } | null {
  for (const call of switchesOf(detected, 'tell')) {
    const arrival = arrivals(call.use, code, BEFORE_ANY_PAGE).find(({ path }) => path.guard === null && runsByItself(path));
    if (arrival !== undefined) return { call, arrival };
  }
  return null;
}

/** Whether "no call of it was found" means that there is none: code was read whole and not packed, and no call was left out. */
export function areCallsKnown(facts: PackageFacts): boolean {
  const { startCalls } = facts.code;
  if (startCalls === undefined || startCalls.length >= MOST_CALLS) return false;
  return wasReadWhole(facts, 'code') && facts.packers.length === 0 && facts.code.dexFiles.length > 0;
}

/** Whether the way leads there by starting the app, past no test and without anything done by the user. */
export function isAtStart({ entry, path }: SdkStart): boolean {
  return AT_START.has(entry.kind) && path.guard === null && runsByItself(path);
}
