import type { Admission, ResponseTime } from '../../domain/facts/policy.ts';
import type { PolicyText } from '../text/policy-text.ts';
import { allOrNothing } from './all-or-nothing.ts';
import { biometricKept } from './biometric-kept.ts';
import { bundledConsent } from './bundled-consent.ts';
import { changeWithoutNotice } from './change-without-notice.ts';
import { consentByContinuedUse } from './consent-by-continued-use.ts';
import { consentByUse } from './consent-by-use.ts';
import { defaultConsent } from './default-consent.ts';
import { deletionObstacle } from './deletion-obstacle.ts';
import { deniesAllLiability } from './denies-all-liability.ts';
import { disclosesPublicly } from './discloses-publicly.ts';
import { faceOnly } from './face-only.ts';
import { irrevocableConsent } from './irrevocable-consent.ts';
import { keptForEver } from './kept-for-ever.ts';
import { marketingNoOptOut } from './marketing-no-opt-out.ts';
import { marketingWithSensitive } from './marketing-with-sensitive.ts';
import { minorsWithoutGuardian } from './minors-without-guardian.ts';
import { noAccessOrCorrection } from './no-access-or-correction.ts';
import { noOptOut } from './no-opt-out.ts';
import { oneSidedTerm } from './one-sided-term.ts';
import { isOfOtherAgreement } from './other-agreement.ts';
import { isOfOthers } from './others.ts';
import type { AdmissionReader } from './pattern.ts';
import { sensitiveByBundle } from './sensitive-by-bundle.ts';
import { sharesWithAnyone } from './shares-with-anyone.ts';
import { slowResponses } from './slow-response.ts';
import { tracksInBackground } from './tracks-in-background.ts';
import { trainingWithoutConsent } from './training-without-consent.ts';
import { unboundedCollection } from './unbounded-collection.ts';
import { unfairTreatment } from './unfair-treatment.ts';

const READERS: readonly AdmissionReader[] = [
  consentByUse,
  consentByContinuedUse,
  bundledConsent,
  defaultConsent,
  irrevocableConsent,
  keptForEver,
  deletionObstacle,
  sharesWithAnyone,
  noOptOut,
  changeWithoutNotice,
  deniesAllLiability,
  oneSidedTerm,
  noAccessOrCorrection,
  trainingWithoutConsent,
  marketingNoOptOut,
  marketingWithSensitive,
  unfairTreatment,
  faceOnly,
  biometricKept,
  minorsWithoutGuardian,
  unboundedCollection,
  allOrNothing,
  sensitiveByBundle,
  tracksInBackground,
  disclosesPublicly,
];
/** What the user agreement may ask for, and the policy may not. */
const OF_THE_POLICY: ReadonlySet<Admission['kind']> = new Set([
  'consent-by-use',
  'consent-by-continued-use',
  'change-without-notice',
]);
/** Places kept for one kind. */
const MOST = 10;

/** Sentences by which the policy itself admits a breach, in the order of the text. Questions admit nothing. */
export function readAdmissions(text: PolicyText, times: readonly ResponseTime[]): Admission[] {
  const admissions: Admission[] = [...slowResponses(times)];
  const counts = new Map<string, number>();
  for (const [index, sentence] of text.sentences.entries()) {
    if (sentence.lower.length < 6 || sentence.lower.endsWith('?')) continue;
    for (const reader of READERS) {
      if (!reader.cue.test(sentence.lower)) continue;
      const admitted = reader.read(sentence, text, index);
      const count = counts.get(reader.kind) ?? 0;
      if (admitted === null || count >= MOST || isOfOthers(sentence.lower, admitted.at)) continue;
      if (OF_THE_POLICY.has(reader.kind) && isOfOtherAgreement(sentence.lower, text)) continue;
      counts.set(reader.kind, count + 1);
      // The whole sentence is the evidence: a person must see what it says around the telling words.
      admissions.push({ kind: reader.kind, range: [sentence.start, sentence.end], confidence: admitted.confidence });
    }
  }
  return admissions.sort((a, b) => a.range[0] - b.range[0]);
}
