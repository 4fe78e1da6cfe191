import type { Clause } from '../domain/clause.ts';
import type { Finding } from '../domain/finding.ts';
import type { Bilingual } from '../domain/text.ts';
import type { ClauseAssessment } from '../domain/verdict.ts';
import { BEYOND_STATIC } from './beyond-static.ts';
import type { Grounds } from './decision.ts';
import { silencedText } from './rulebook-reasons.ts';

/**
 * The platform's own commitments. An app's breach is not the platform's, so no finding violates one of them. The first (every
 * package reviewed by the same standard) this very review can answer for itself; the others are the platform's work outside a review,
 * and findings that cite them only say that the platform has something to look into.
 */
export function assessCommitment(clause: Clause, grounds: Grounds): ClauseAssessment {
  const beyond = BEYOND_STATIC[clause.id] ?? clause.summary;
  const findings = grounds.findings.filter((finding) => finding.clauses.includes(clause.id));
  if (clause.number === 1) return assessOwnReview(clause, grounds, findings, beyond);
  if (findings.length > 0) {
    return {
      clause: clause.id,
      assessment: 'needs-review',
      findings: findings.map((finding) => finding.fingerprint),
      reason: {
        zh: `${findings.length} 个问题须由平台核实；另须：${beyond.zh}`,
        en: `${findings.length} findings for the platform to look into; besides: ${beyond.en}`,
      },
    };
  }
  const waived = grounds.waived.filter(({ finding }) => finding.clauses.includes(clause.id));
  if (waived.length > 0) {
    return {
      clause: clause.id,
      assessment: 'waived',
      findings: waived.map(({ finding }) => finding.fingerprint),
      reason: {
        zh: `${waived.length} 个问题按商店规则库豁免，不代表平台已履行本条；另须：${beyond.zh}`,
        en: `The store’s rulebook waives ${waived.length} findings; that is not to say that the platform has done its part; besides: ${beyond.en}`,
      },
    };
  }
  return {
    clause: clause.id,
    assessment: 'not-assessable',
    findings: [],
    reason: {
      zh: `平台自身的承诺，单次机审不能判定：${beyond.zh}`,
      en: `The platform’s own commitment; a single machine review cannot decide it: ${beyond.en}`,
    },
  };
}

function assessOwnReview(clause: Clause, grounds: Grounds, findings: readonly Finding[], beyond: Bilingual): ClauseAssessment {
  const { outcomes, coverage, gaps } = grounds;
  const exceptions = exceptionsOf(grounds);
  const complete =
    outcomes.missing.length === 0 &&
    outcomes.notAssessed.length === 0 &&
    outcomes.foreign.length === 0 &&
    coverage.level === 'full' &&
    gaps.length === 0;
  const answer = (assessment: ClauseAssessment['assessment'], reason: Bilingual): ClauseAssessment => ({
    clause: clause.id,
    assessment,
    findings: findings.map((finding) => finding.fingerprint),
    reason,
  });
  if (complete && findings.length > 0) {
    return answer('needs-review', {
      zh: `全部检查均已运行，但有 ${findings.length} 个问题关系到能否按标准审核，须人工核实`,
      en: `All checks ran, but ${findings.length} ${findings.length === 1 ? 'finding bears' : 'findings bear'} on whether the package could be reviewed to the standard; a person must look`,
    });
  }
  return answer(
    complete ? 'met' : 'needs-review',
    complete
      ? {
          zh: `本次送审的全部检查按同一规则库完整运行${exceptions.zh}。仅就本次机审而言；未核实：${beyond.zh}`,
          en: `All checks of this submission ran completely by one rulebook${exceptions.en}. For this machine review only; not verified: ${beyond.en}`,
        }
      : {
          zh: '本次机审不完整（有检查未完成、规则未评估或内容未能读取），须人工补足后才算按标准审核',
          en: 'This machine review is incomplete (a check, a rule or some content is missing); a person must complete it to the standard',
        },
  );
}

/** A store may have its own rulebook; what it leaves out of the standard belongs into the answer. */
function exceptionsOf({ outcomes, waived }: Grounds): Bilingual {
  const silenced = silencedText(outcomes.off.length, outcomes.observing.length);
  const zh = [
    ...(silenced === null ? [] : [`不含${silenced.zh}`]),
    ...(waived.length === 0 ? [] : [`${waived.length} 个问题按豁免处理`]),
  ];
  const en = [
    ...(silenced === null ? [] : [`without the rules that are ${silenced.en}`]),
    ...(waived.length === 0 ? [] : [`findings waived: ${waived.length}`]),
  ];
  return zh.length === 0 ? { zh: '', en: '' } : { zh: `（${zh.join('；')}）`, en: ` (${en.join('; ')})` };
}
