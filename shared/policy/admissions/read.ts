import type { Admission, ResponseTime } from '../../domain/facts/policy.ts';
import type { PolicyText } from '../text/policy-text.ts';
import { changeWithoutNotice } from './change-without-notice.ts';
import { consentByUse } from './consent-by-use.ts';
import { defaultConsent } from './default-consent.ts';
import { deletionObstacle } from './deletion-obstacle.ts';
import { deniesAllLiability } from './denies-all-liability.ts';
import { irrevocableConsent } from './irrevocable-consent.ts';
import { keptForEver } from './kept-for-ever.ts';
import { noAccessOrCorrection } from './no-access-or-correction.ts';
import { noOptOut } from './no-opt-out.ts';
import { isOfOthers } from './others.ts';
import type { AdmissionReader } from './pattern.ts';
import { sharesWithAnyone } from './shares-with-anyone.ts';
import { slowResponses } from './slow-response.ts';
import { trainingWithoutConsent } from './training-without-consent.ts';

const READERS: readonly AdmissionReader[] = [
  consentByUse,
  defaultConsent,
  irrevocableConsent,
  keptForEver,
  deletionObstacle,
  sharesWithAnyone,
  noOptOut,
  changeWithoutNotice,
  deniesAllLiability,
  noAccessOrCorrection,
  trainingWithoutConsent,
];
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
      counts.set(reader.kind, count + 1);
      // The whole sentence is the evidence: a person must see what it says around the telling words.
      admissions.push({ kind: reader.kind, range: [sentence.start, sentence.end], confidence: admitted.confidence });
    }
  }
  return admissions.sort((a, b) => a.range[0] - b.range[0]);
}
