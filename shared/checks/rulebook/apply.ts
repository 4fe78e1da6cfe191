import type { PackageFacts } from '../../domain/facts/package.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Rulebook, RuleSetting, Waiver } from '../../domain/rulebook.ts';
import { SEVERITIES, type Severity, weaker } from '../../domain/severity.ts';
import type { FactsUnderReview } from '../facts-under-review.ts';

/** What a rulebook says about a rule. */
export function settingOf(book: Rulebook, rule: string): RuleSetting {
  return Object.hasOwn(book.rules, rule) ? book.rules[rule]! : { state: book.otherRules };
}

/**
 * Severity of one case: the rule's own, raised to `atLeast` as far as the case may carry it, then lowered to `atMost`. A rulebook never
 * makes a rejection of what the rule itself did not prove.
 * @param carries the strongest severity that the case may ever have
 */
export function severityUnder(setting: RuleSetting, own: Severity, carries: Severity): Severity {
  const raised = setting.atLeast === undefined ? own : stronger(own, weaker(setting.atLeast, carries));
  return setting.atMost === undefined ? raised : weaker(raised, setting.atMost);
}

function stronger(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) >= SEVERITIES.indexOf(b) ? a : b;
}

/** Waivers of the rulebook that speak of this app, whatever their dates. */
export function waiversFor(book: Rulebook, { package: facts, listing }: FactsUnderReview): Waiver[] {
  const app = facts?.identity.packageName ?? listing?.app.packageName;
  const signers = signersOf(facts);
  return book.waivers.filter(
    (waiver) =>
      (waiver.app === undefined || waiver.app === app) &&
      (waiver.developer === undefined || waiver.developer === listing?.developer.id) &&
      (waiver.certificate === undefined || signers.has(waiver.certificate)),
  );
}

function signersOf(facts: PackageFacts | null): ReadonlySet<string> {
  return new Set(
    facts?.signing.signers.flatMap(({ certificates }) => certificates.slice(0, 1).map(({ sha256 }) => sha256)) ?? [],
  );
}

export function covers(waiver: Waiver, { rule, subject }: Pick<Finding, 'rule' | 'subject'>): boolean {
  return waiver.rule === rule && (waiver.subject === undefined || waiver.subject === subject);
}

/** Whether a waiver holds on a day, its first and last included; on an unknown day none does. */
export function holdsOn(waiver: Waiver, day: string | null): boolean {
  return day !== null && waiver.granted <= day && day <= waiver.expires;
}
