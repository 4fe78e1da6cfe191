import { CHECK_NAMES } from '../domain/check.ts';
import type { Coverage } from '../domain/facts/package.ts';
import type { Finding, StaleWaiver, WaivedFinding } from '../domain/finding.ts';
import type { Gap } from '../domain/gap.ts';
import type { Bilingual } from '../domain/text.ts';
import type { DecisionReason, VerdictDecision } from '../domain/verdict.ts';
import { FACT_NAMES } from './fact-names.ts';
import type { Outcomes } from './rule-outcomes.ts';
import { ofRulebook } from './rulebook-reasons.ts';

/** What the decision rests on. */
export interface Grounds {
  /** In the order in which they are to be shown. */
  readonly findings: readonly Finding[];
  /** What the rulebook takes the effect from: nothing here enters the decision. */
  readonly waived: readonly WaivedFinding[];
  readonly observed: readonly Finding[];
  readonly staleWaivers: readonly StaleWaiver[];
  readonly outcomes: Outcomes;
  readonly coverage: Coverage;
  readonly gaps: readonly Gap[];
}

/**
 * Reject when a finding proves it; review when a finding asks for it or anything stayed unknown; approve otherwise. The reasons are
 * those that carry the decision: for a rejection the findings that reject, for a review everything that holds the app; then what the
 * rulebook took away, where the decision would be another with it.
 */
export function decide(grounds: Grounds): { decision: VerdictDecision; reasons: DecisionReason[] } {
  const { decision, reasons } = decideBy(grounds.findings, grounds);
  return {
    decision,
    reasons: [...reasons, ...ofRulebook(grounds, decision, (findings) => decideBy(findings, grounds).decision)],
  };
}

function decideBy(
  findings: readonly Finding[],
  { outcomes, coverage, gaps }: Grounds,
): { decision: VerdictDecision; reasons: DecisionReason[] } {
  const rejecting = findings.filter((finding) => finding.severity === 'reject').map(becauseOf);
  if (rejecting.length > 0) return { decision: 'reject', reasons: rejecting };
  const holding = [
    ...findings.filter((finding) => finding.severity === 'review').map(becauseOf),
    ...ofMissingChecks(outcomes),
    ...ofCoverage(coverage),
    ...ofGaps(gaps),
    ...ofUnassessedRules(outcomes),
  ];
  if (holding.length > 0) return { decision: 'review', reasons: holding };
  return {
    decision: 'approve',
    reasons: [
      {
        code: 'clean',
        text: {
          zh: '全部检查均已运行，静态检测所及范围内没有发现需要驳回或复核的问题',
          en: 'All checks ran and, as far as static checks can tell, nothing needs a rejection or a review',
        },
      },
    ],
  };
}

function becauseOf(finding: Finding): DecisionReason {
  return { code: 'finding', text: finding.text };
}

function ofMissingChecks({ missing }: Outcomes): DecisionReason[] {
  return missing.map(({ check, reason }) => ({
    code: 'check-missing',
    text: {
      zh: `${CHECK_NAMES[check].zh}没有完成：${reason.zh}`,
      en: `The check "${CHECK_NAMES[check].en}" did not complete: ${reason.en}`,
    },
  }));
}

function ofCoverage({ level, reasons }: Coverage): DecisionReason[] {
  if (level === 'full') return [];
  const extent: Bilingual =
    level === 'none'
      ? { zh: '代码未能读取', en: 'The code could not be read' }
      : { zh: '代码只读取了一部分', en: 'Only part of the code could be read' };
  const why = (language: keyof Bilingual, joint: string) => reasons.map((reason) => reason[language]).join(joint);
  return [
    {
      code: 'coverage',
      text: {
        zh: `${extent.zh}${reasons.length > 0 ? `（${why('zh', '；')}）` : ''}，“未发现问题”不能作为通过的依据`,
        en: `${extent.en}${reasons.length > 0 ? ` (${why('en', '; ')})` : ''}; "nothing found" is no ground for approval`,
      },
    },
  ];
}

/** One reason for each kind of gap: a broken archive can have hundreds of the same. */
function ofGaps(gaps: readonly Gap[]): DecisionReason[] {
  const kinds = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const same = kinds.get(gap.code);
    if (same === undefined) kinds.set(gap.code, [gap]);
    else same.push(gap);
  }
  return [...kinds.values()].map((same) => {
    const { message, place } = same[0]!;
    const others = same.length - 1;
    return {
      code: 'gap',
      text: {
        zh: `有未能读取的部分：${message.zh}（${place}${others > 0 ? `，同类另有 ${others} 处` : ''}）`,
        en: `Something could not be read: ${message.en} (${place}${others > 0 ? `, and ${others} more of the kind` : ''})`,
      },
    };
  });
}

/** One reason for each set of facts that was lacking. */
function ofUnassessedRules({ notAssessed, foreign }: Outcomes): DecisionReason[] {
  const lacking = new Map<string, string[]>();
  for (const { rule, missing } of notAssessed) {
    const key = missing.join();
    lacking.set(key, [...(lacking.get(key) ?? []), rule]);
  }
  const reasons = [...lacking].map(([key, rules]): DecisionReason => {
    const names = (language: keyof Bilingual) =>
      key
        .split(',')
        .map((fact) => FACT_NAMES[fact]?.[language] ?? fact)
        .join(language === 'zh' ? '、' : ', ');
    return {
      code: 'not-assessed',
      text: {
        zh: `缺少${names('zh')}，${rules.length} 条规则未能评估：${rules.join('、')}`,
        en: `Without ${names('en')}, ${rules.length} rules could not be assessed: ${rules.join(', ')}`,
      },
    };
  });
  if (foreign.length === 0) return reasons;
  return [
    ...reasons,
    {
      code: 'not-assessed',
      text: {
        zh: `检查报告中有本版规则库没有的规则：${foreign.join('、')}，报告由另一版本得出`,
        en: `The reports name rules that this rulebook does not have: ${foreign.join(', ')}; they were made by another version`,
      },
    },
  ];
}
