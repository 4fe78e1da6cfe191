import type { CheckName, MissingCheck, NotAssessed } from '../domain/check.ts';
import type { Coverage } from '../domain/facts/package.ts';
import type { Finding, StaleWaiver, WaivedFinding } from '../domain/finding.ts';
import type { Gap } from '../domain/gap.ts';
import type { CitedBasis } from '../domain/legal.ts';
import type { Bilingual } from '../domain/text.ts';
import type { ClauseAssessment, DecisionReason, Verdict } from '../domain/verdict.ts';
import { canonicalEvidence } from './canonical-evidence.ts';

/**
 * The verdict with its keys in the order of `verdictSchema` and without what that does not name, whatever the order of keys that a
 * database gave the reports. Parsing with the schema gives the same (a test says so) and takes a tenth of all the time of judging:
 * what comes in here was typed all along, so nothing is left to validate.
 */
export function canonicalVerdict(verdict: Verdict): Verdict {
  return {
    schema: 'verdict/1',
    decision: verdict.decision,
    reasons: verdict.reasons.map(reason),
    findings: verdict.findings.map(finding),
    waived: verdict.waived.map(waivedFinding),
    observed: verdict.observed.map(finding),
    staleWaivers: verdict.staleWaivers.map(staleWaiver),
    clauses: verdict.clauses.map(clause),
    checks: checks(verdict.checks),
    coverage: coverage(verdict.coverage),
    gaps: verdict.gaps.map(gap),
    provenance: provenance(verdict.provenance),
    limits: bilingual(verdict.limits),
  };
}

function bilingual({ zh, en }: Bilingual): Bilingual {
  return { zh, en };
}

function reason({ code, text }: DecisionReason): DecisionReason {
  return { code, text: bilingual(text) };
}

function finding(found: Finding): Finding {
  const { evidenceOmitted, similarOmitted } = found;
  return {
    rule: found.rule,
    check: found.check,
    message: found.message,
    subject: found.subject,
    severity: found.severity,
    title: bilingual(found.title),
    text: bilingual(found.text),
    remedy: bilingual(found.remedy),
    clauses: [...found.clauses],
    basis: found.basis.map(citedBasis),
    evidence: found.evidence.map(canonicalEvidence),
    ...(evidenceOmitted === undefined ? undefined : { evidenceOmitted }),
    ...(similarOmitted === undefined ? undefined : { similarOmitted }),
    fingerprint: found.fingerprint,
  };
}

function citedBasis({ instrument, article, verified, force }: CitedBasis): CitedBasis {
  return article === undefined ? { instrument, verified, force } : { instrument, article, verified, force };
}

function waivedFinding({ finding: found, waiver }: WaivedFinding): WaivedFinding {
  const { id, reason: why, by, granted, expires } = waiver;
  return { finding: finding(found), waiver: { id, reason: why, by, granted, expires } };
}

function staleWaiver({ waiver: { id, rule, by, granted, expires }, finding: found }: StaleWaiver): StaleWaiver {
  return { waiver: { id, rule, by, granted, expires }, finding: found };
}

function clause({ clause: id, assessment, findings, reason: why }: ClauseAssessment): ClauseAssessment {
  return { clause: id, assessment, findings: [...findings], reason: bilingual(why) };
}

function checks({ completed, missing, notAssessed, off, observing, notObserved }: Verdict['checks']): Verdict['checks'] {
  return {
    completed: [...completed],
    missing: missing.map(missingCheck),
    notAssessed: notAssessed.map(unassessed),
    off: [...off],
    observing: [...observing],
    ...(notObserved === undefined ? undefined : { notObserved: notObserved.map(unassessed) }),
  };
}

function missingCheck({ check, reason: why }: MissingCheck): { check: CheckName; reason: Bilingual } {
  return { check, reason: bilingual(why) };
}

function unassessed({ rule, missing }: NotAssessed): NotAssessed {
  return { rule, missing: [...missing] };
}

function coverage({ level, reasons }: Coverage): Coverage {
  return { level, reasons: reasons.map(bilingual) };
}

function gap({ code, place, message, affects }: Gap): Gap {
  return { code, place, message: bilingual(message), affects };
}

function provenance(made: Verdict['provenance']): Verdict['provenance'] {
  return {
    packageSha256: made.packageSha256,
    policySha256: made.policySha256,
    inspector: made.inspector,
    policyReader: made.policyReader,
    knowledge: made.knowledge,
    rules: made.rules,
    rulebook: made.rulebook,
    rulebookName: made.rulebookName,
    rulebookVersion: made.rulebookVersion,
    reviewedOn: made.reviewedOn,
  };
}
