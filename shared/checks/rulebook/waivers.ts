import type { Finding, StaleWaiver, WaivedFinding } from '../../domain/finding.ts';
import type { Rulebook, Waiver } from '../../domain/rulebook.ts';
import { capFindings } from '../cap.ts';
import type { FactsUnderReview } from '../facts-under-review.ts';
import { countedSigners } from '../signers.ts';

/** Findings by what the rulebook's waivers make of them. */
export interface UnderWaivers {
  readonly counted: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  readonly stale: readonly StaleWaiver[];
}

/**
 * Tells the findings that waivers take the effect from, from those that count; each kind is capped by rule. A waiver can only take
 * findings away, and only on its days: on an unknown day none holds.
 * @param findings in the order of `mergeFindings`
 */
export function underWaivers(findings: readonly Finding[], book: Rulebook, facts: FactsUnderReview): UnderWaivers {
  const speaking = speakingOf(waiversFor(book, facts));
  if (speaking === null) return { counted: capFindings(findings), waived: [], stale: [] };
  const day = facts.records?.reviewedOn ?? null;
  const holding = new Map<string, Waiver>();
  for (const finding of findings) {
    const first = speaking(finding).find((waiver) => holdsOn(waiver, day));
    if (first !== undefined) holding.set(finding.fingerprint, first);
  }
  const counted = capFindings(findings.filter(({ fingerprint }) => !holding.has(fingerprint)));
  const waived = capFindings(findings.filter(({ fingerprint }) => holding.has(fingerprint)));
  return {
    counted,
    waived: waived.map((finding) => {
      const { id, reason, by, granted, expires } = holding.get(finding.fingerprint)!;
      return { finding, waiver: { id, reason, by, granted, expires } };
    }),
    stale: counted.flatMap((finding) =>
      speaking(finding)
        .slice(0, STALE_CAP)
        .map(({ id, rule, by, granted, expires }) => ({
          waiver: { id, rule, by, granted, expires },
          finding: finding.fingerprint,
        })),
    ),
  };
}

/** Waivers that are told at most of one finding: renewed year after year, the old ones stay in the file. */
const STALE_CAP = 5;

interface WaiverIndex {
  readonly byApp: ReadonlyMap<string, readonly Waiver[]>;
  /** Those without an app. */
  readonly byDeveloper: ReadonlyMap<string, readonly Waiver[]>;
}

/** A rulebook speaks of thousands of apps, and a review asks for one. */
const indices = new WeakMap<Rulebook, WaiverIndex>();

function indexOf(book: Rulebook): WaiverIndex {
  const known = indices.get(book);
  if (known !== undefined) return known;
  const byApp = new Map<string, Waiver[]>();
  const byDeveloper = new Map<string, Waiver[]>();
  for (const waiver of book.waivers) {
    if (waiver.app !== undefined) push(byApp, waiver.app, waiver);
    else if (waiver.developer !== undefined) push(byDeveloper, waiver.developer, waiver);
  }
  const index = { byApp, byDeveloper };
  indices.set(book, index);
  return index;
}

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Waivers of the rulebook that speak of this app, whatever their dates: those for the app first, each kind in the order of the file. */
export function waiversFor(book: Rulebook, { package: facts, listing }: FactsUnderReview): Waiver[] {
  if (book.waivers.length === 0) return [];
  const app = facts?.identity.packageName ?? listing?.app.packageName;
  const developer = listing?.developer.id;
  const { byApp, byDeveloper } = indexOf(book);
  const candidates = [
    ...(app == null ? [] : (byApp.get(app) ?? [])).filter(
      (waiver) => waiver.developer === undefined || waiver.developer === developer,
    ),
    ...(developer === undefined ? [] : (byDeveloper.get(developer) ?? [])),
  ];
  if (candidates.length === 0) return candidates;
  const signers = new Set(
    facts === null
      ? []
      : countedSigners(facts).flatMap(({ certificates }) => certificates.slice(0, 1).map(({ sha256 }) => sha256)),
  );
  return candidates.filter(({ certificate }) => certificate === undefined || signers.has(certificate));
}

/** Which of an app's waivers speak of a finding, whatever their dates; null when there are none at all. */
function speakingOf(waivers: readonly Waiver[]): ((finding: Finding) => readonly Waiver[]) | null {
  if (waivers.length === 0) return null;
  const ofRule = new Map<string, Waiver[]>();
  const ofSubject = new Map<string, Waiver[]>();
  for (const waiver of waivers) {
    if (waiver.subject === undefined) push(ofRule, waiver.rule, waiver);
    else push(ofSubject, JSON.stringify([waiver.rule, waiver.subject]), waiver);
  }
  return ({ rule, subject }) => {
    const whole = ofRule.get(rule) ?? [];
    const single = ofSubject.size === 0 ? undefined : ofSubject.get(JSON.stringify([rule, subject]));
    return single === undefined ? whole : [...single, ...whole];
  };
}

/** Whether a waiver holds on a day, its first and last included; on an unknown day none does. */
function holdsOn(waiver: Waiver, day: string | null): boolean {
  return day !== null && waiver.granted <= day && day <= waiver.expires;
}
