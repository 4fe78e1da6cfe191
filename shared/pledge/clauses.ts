import type { Need, Rule } from '../checks/rule.ts';
import { CHECK_NAMES, CHECKS } from '../domain/check.ts';
import type { Clause } from '../domain/clause.ts';
import type { Finding } from '../domain/finding.ts';
import type { Bilingual } from '../domain/text.ts';
import type { ClauseAssessment } from '../domain/verdict.ts';
import { BEYOND_STATIC } from './beyond-static.ts';
import type { Grounds } from './decision.ts';
import { FACT_NAMES } from './fact-names.ts';
import { assessCommitment } from './platform.ts';

/** In the order of the instruments, then of their articles. */
const INSTRUMENTS = ['sz2025', 'pledge2021', 'platform2025'];

/** One assessment for every clause that the knowledge has, in the order of the instruments. */
export function assessClauses(clauses: readonly Clause[], rules: readonly Rule[], grounds: Grounds): ClauseAssessment[] {
  const place = (clause: Clause) => INSTRUMENTS.indexOf(clause.id.slice(0, clause.id.lastIndexOf('-')));
  return [...clauses]
    .sort((a, b) => place(a) - place(b) || a.number - b.number)
    .map((clause) =>
      clause.id.startsWith('platform2025-') ? assessCommitment(clause, grounds) : assessClause(clause, rules, grounds),
    );
}

function assessClause(clause: Clause, rules: readonly Rule[], grounds: Grounds): ClauseAssessment {
  const findings = grounds.findings.filter((finding) => finding.clauses.includes(clause.id));
  const citing = rules.filter((rule) => rule.clauses.includes(clause.id));
  const fingerprints = findings.map((finding) => finding.fingerprint);
  const answer = (assessment: ClauseAssessment['assessment'], reason: Bilingual): ClauseAssessment => ({
    clause: clause.id,
    assessment,
    findings: fingerprints,
    reason,
  });
  if (findings.some((finding) => finding.severity === 'reject')) return answer('violated', countOf(findings, 'reject'));
  if (findings.length > 0) return answer('needs-review', countOf(findings, 'review'));
  const beyond = BEYOND_STATIC[clause.id] ?? { zh: clause.summary.zh, en: clause.summary.en };
  if (citing.length === 0) {
    return answer('not-assessable', {
      zh: `没有静态规则能判断本条。须核实：${beyond.zh}`,
      en: `No static rule can decide this clause. To be verified: ${beyond.en}`,
    });
  }
  const unknown = whatStayedUnknown(citing, grounds);
  if (unknown !== null) return answer('needs-review', unknown);
  if (citing.every((rule) => grounds.outcomes.of(rule.id) === 'not-applicable')) {
    return answer('not-applicable', {
      zh: `按上架信息和安装包，本条的 ${citing.length} 条规则均不适用于本应用`,
      en: `By listing and package, none of the ${citing.length} rules of this clause applies to this app`,
    });
  }
  const passed = citing.filter((rule) => grounds.outcomes.of(rule.id) === 'passed').map((rule) => rule.id);
  const ran: Bilingual = {
    zh: `${passed.length} 条静态规则均未发现问题（${passed.join('、')}）`,
    en: `${passed.length} static rules found nothing (${passed.join(', ')})`,
  };
  if (clause.kind === 'human') {
    return answer('not-assessable', {
      zh: `${ran.zh}，但本条不能由静态检测判定。须核实：${beyond.zh}`,
      en: `${ran.en}, but static checks cannot decide this clause. To be verified: ${beyond.en}`,
    });
  }
  return answer('met', {
    zh: `${ran.zh}。仅限静态检测所及；未核实：${beyond.zh}`,
    en: `${ran.en}. Only as far as static checks can tell; not verified: ${beyond.en}`,
  });
}

function countOf(findings: readonly Finding[], kind: 'reject' | 'review'): Bilingual {
  const rejecting = findings.filter((finding) => finding.severity === 'reject').length;
  if (kind === 'reject') {
    return {
      zh: `${rejecting} 个问题违反本条${findings.length > rejecting ? `，另有 ${findings.length - rejecting} 个须复核或提示` : ''}`,
      en: `${rejecting} findings violate this clause${findings.length > rejecting ? `; ${findings.length - rejecting} more to review or note` : ''}`,
    };
  }
  return { zh: `${findings.length} 个问题须复核或提示`, en: `${findings.length} findings to review or note` };
}

/** Why the rules of a clause cannot be believed when they are silent; null when they can. */
function whatStayedUnknown(citing: readonly Rule[], { outcomes, coverage, gaps }: Grounds): Bilingual | null {
  const unrun = CHECKS.filter(
    (check) => !outcomes.completed.includes(check) && citing.some((rule) => rule.id.startsWith(`${check}/`)),
  );
  if (unrun.length > 0) {
    return {
      zh: `本条所需的检查没有完成：${unrun.map((check) => CHECK_NAMES[check].zh).join('、')}`,
      en: `Checks that this clause needs did not complete: ${unrun.map((check) => CHECK_NAMES[check].en).join(', ')}`,
    };
  }
  const lacking = new Set(
    outcomes.notAssessed.filter(({ rule }) => citing.some(({ id }) => id === rule)).flatMap(({ missing }) => missing),
  );
  if (lacking.size > 0) {
    const names = (language: keyof Bilingual) => [...lacking].map((fact) => FACT_NAMES[fact]?.[language] ?? fact);
    return { zh: `缺少${names('zh').join('、')}，未能评估`, en: `Not assessed without ${names('en').join(', ')}` };
  }
  const needs = new Set<Need>(citing.flatMap((rule) => rule.needs));
  if (needs.has('package') && coverage.level !== 'full') {
    return { zh: '代码未能全部读取，“未发现”不足为凭', en: 'Not all code could be read, so finding nothing proves little' };
  }
  const unread = gaps.filter(({ affects }) => affects === 'listing' || needs.has(affects === 'policy' ? 'policy' : 'package'));
  if (unread.length === 0) return null;
  return {
    zh: `有 ${unread.length} 处内容未能读取：${unread[0]!.message.zh}（${unread[0]!.place}）`,
    en: `${unread.length} parts could not be read: ${unread[0]!.message.en} (${unread[0]!.place})`,
  };
}
