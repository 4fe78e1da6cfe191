import type { Finding, StaleWaiver, WaivedFinding } from './finding.ts';
import type { Bilingual } from './text.ts';

/** The checks that run in parallel, each a folder under `shared/checks` and a queue of its own. */
export const CHECKS = ['privacy-policy', 'permission', 'sdk', 'behaviour', 'listing'] as const;
export type CheckName = (typeof CHECKS)[number];

export const CHECK_NAMES: Readonly<Record<CheckName, Bilingual>> = {
  'privacy-policy': { zh: '隐私政策检查', en: 'Privacy policy' },
  permission: { zh: '权限检查', en: 'Permissions' },
  sdk: { zh: '第三方SDK检查', en: 'Third-party SDKs' },
  behaviour: { zh: '行为检查', en: 'Behaviour' },
  listing: { zh: '上架信息检查', en: 'Listing' },
};

/** A rule that could not judge because facts it needs are missing: never a pass. */
export interface NotAssessed {
  readonly rule: string;
  /** The facts that were missing, for example `package` or `policy`. */
  readonly missing: readonly string[];
}

/**
 * What one check leaves behind: every rule of the check is in exactly one of `findings` (by rule, `waived` included), `passed`,
 * `notAssessed`, `notApplicable`, `observing`, `off`.
 */
export interface CheckReport {
  readonly schema: 'check-report/1';
  readonly check: CheckName;
  readonly findings: readonly Finding[];
  /** Rules that judged and found nothing. */
  readonly passed: readonly string[];
  readonly notAssessed: readonly NotAssessed[];
  /** Rules whose `applies` said that this app is none of their business. */
  readonly notApplicable: readonly string[];
  /** Rules that the store's rulebook switched off: they judged nothing. Left out by reports from before there were rulebooks. */
  readonly off?: readonly string[];
  /** Rules that the rulebook only observes, and what they found: recorded, without effect. */
  readonly observing?: readonly string[];
  readonly observed?: readonly Finding[];
  /** Of those, the ones that lacked facts (`missing`) or died (`rule-failed`): they observed nothing. */
  readonly notObserved?: readonly NotAssessed[];
  readonly waived?: readonly WaivedFinding[];
  readonly staleWaivers?: readonly StaleWaiver[];
}

/** A check without a report, and why: the verdict names it and cannot be an approval. */
export interface MissingCheck {
  readonly check: CheckName;
  readonly reason: Bilingual;
}
