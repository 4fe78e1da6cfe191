import type { Need, Rule } from '../checks/rule.ts';
import { CHECK_NAMES } from '../domain/check.ts';
import type { Clause, ClauseId } from '../domain/clause.ts';
import type { Finding } from '../domain/finding.ts';
import type { Bilingual } from '../domain/text.ts';
import type { ClauseAssessment } from '../domain/verdict.ts';
import { BEYOND_STATIC } from './beyond-static.ts';
import type { Grounds } from './decision.ts';
import { FACT_NAMES } from './fact-names.ts';
import { assessCommitment } from './platform.ts';
import type { RuleOutcome } from './rule-outcomes.ts';

/** In the order of the instruments, then of their articles. */
const INSTRUMENTS = ['sz2025', 'pledge2021', 'platform2025'];

/** One assessment for every clause that the knowledge has, in the order of the instruments. */
export function assessClauses(clauses: readonly Clause[], rules: readonly Rule[], grounds: Grounds): ClauseAssessment[] {
  return inOrder(clauses).map((clause) =>
    clause.id.startsWith('platform2025-') ? assessCommitment(clause, grounds) : assessClause(clause, rules, grounds),
  );
}

const ordered = new WeakMap<readonly Clause[], readonly Clause[]>();

function inOrder(clauses: readonly Clause[]): readonly Clause[] {
  const known = ordered.get(clauses);
  if (known !== undefined) return known;
  const place = (clause: Clause) => INSTRUMENTS.indexOf(clause.id.slice(0, clause.id.lastIndexOf('-')));
  const sorted = [...clauses].sort((a, b) => place(a) - place(b) || a.number - b.number);
  ordered.set(clauses, sorted);
  return sorted;
}

/** Which rules cite a clause. */
const citers = new WeakMap<readonly Rule[], Map<ClauseId, readonly Rule[]>>();

function citingRules(clause: ClauseId, rules: readonly Rule[]): readonly Rule[] {
  const known = citers.get(rules) ?? new Map<ClauseId, readonly Rule[]>();
  citers.set(rules, known);
  const citing = known.get(clause) ?? rules.filter((rule) => rule.clauses.includes(clause));
  known.set(clause, citing);
  return citing;
}

function assessClause(clause: Clause, rules: readonly Rule[], grounds: Grounds): ClauseAssessment {
  const concerns = (finding: Finding) => finding.clauses.includes(clause.id);
  const findings = grounds.findings.filter(concerns);
  const waived = grounds.waived.map(({ finding }) => finding).filter(concerns);
  const answer = (assessment: ClauseAssessment['assessment'], reason: Bilingual, named = findings): ClauseAssessment => ({
    clause: clause.id,
    assessment,
    findings: named.map((finding) => finding.fingerprint),
    reason,
  });
  if (findings.length > 0) {
    const violated = findings.some((finding) => finding.severity === 'reject');
    return answer(violated ? 'violated' : 'needs-review', countOf(findings, waived.length));
  }
  const beyond = BEYOND_STATIC[clause.id] ?? { zh: clause.summary.zh, en: clause.summary.en };
  const citing = citingRules(clause.id, rules);
  if (citing.length === 0) {
    return answer('not-assessable', {
      zh: `没有静态规则能判断本条。须核实：${beyond.zh}`,
      en: `No static rule can decide this clause. To be verified: ${beyond.en}`,
    });
  }
  const { off, observing } = grounds.outcomes;
  const active =
    off.length + observing.length === 0
      ? citing
      : citing.filter((rule) => !['off', 'observing'].includes(grounds.outcomes.of(rule.id)));
  const silenced = silencedOf(citing, grounds, grounds.observed.filter(concerns).length);
  if (active.length === 0 && silenced !== null) {
    return answer('not-assessable', {
      zh: `本条的静态规则均未生效：${silenced.zh}。须核实：${beyond.zh}`,
      en: `No static rule of this clause has effect: ${silenced.en}. To be verified: ${beyond.en}`,
    });
  }
  const besides = { zh: silenced === null ? '' : `；${silenced.zh}`, en: silenced === null ? '' : `; ${silenced.en}` };
  const unknown = whatStayedUnknown(active, grounds);
  if (unknown !== null) return answer('needs-review', { zh: unknown.zh + besides.zh, en: unknown.en + besides.en });
  if (waived.length > 0) {
    return answer(
      'waived',
      {
        zh: `${waived.length} 个问题按商店规则库豁免，不代表符合本条${besides.zh}。未核实：${beyond.zh}`,
        en: `The store’s rulebook waives ${counted(waived.length, 'finding')}; that is not to say that the clause is met${besides.en}. Not verified: ${beyond.en}`,
      },
      waived,
    );
  }
  if (active.every((rule) => grounds.outcomes.of(rule.id) === 'not-applicable')) {
    const none = {
      zh: `按上架信息和安装包，本条的 ${active.length} 条规则均不适用于本应用${besides.zh}`,
      en: `By listing and package, none of the ${active.length} rules of this clause applies to this app${besides.en}`,
    };
    // Rules without effect might have applied.
    return answer(silenced === null ? 'not-applicable' : 'not-assessable', none);
  }
  const passed = active.filter((rule) => grounds.outcomes.of(rule.id) === 'passed').map((rule) => rule.id);
  const ran: Bilingual = {
    zh: `${passed.length} 条静态规则均未发现问题（${passed.join('、')}）${besides.zh}`,
    en: `${passed.length} static rules found nothing (${passed.join(', ')})${besides.en}`,
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

/** How many rules of a clause had no effect, and what those that are observed found; null when all had effect. */
function silencedOf(citing: readonly Rule[], { outcomes }: Grounds, observed: number): Bilingual | null {
  if (outcomes.off.length + outcomes.observing.length === 0) return null;
  const number = (outcome: RuleOutcome) => citing.filter((rule) => outcomes.of(rule.id) === outcome).length;
  const [off, observing] = [number('off'), number('observing')];
  if (off + observing === 0) return null;
  const zh = [
    ...(off > 0 ? [`规则库关闭 ${off} 条规则`] : []),
    ...(observing > 0 ? [`仅观察 ${observing} 条规则${observed > 0 ? `，其发现的 ${observed} 个问题不计入` : ''}`] : []),
  ];
  const en = [
    ...(off > 0 ? [`the rulebook has switched off ${counted(off, 'rule')}`] : []),
    ...(observing > 0
      ? [
          `only observes ${counted(observing, 'rule')}${observed > 0 ? `, which found ${counted(observed, 'problem')} that do not count` : ''}`,
        ]
      : []),
  ];
  return { zh: zh.join('、'), en: off > 0 ? en.join(' and ') : `the rulebook ${en.join()}` };
}

function countOf(findings: readonly Finding[], waived: number): Bilingual {
  const number = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  const [rejecting, held, noted] = [number('reject'), number('review'), number('warn')];
  const zh = [
    ...(rejecting > 0 ? [`${rejecting} 个问题违反本条`] : []),
    ...(held > 0 ? [`${held} 个问题须复核`] : []),
    ...(noted > 0 ? [`${noted} 个提示${rejecting + held > 0 ? '' : '，不影响本次结论，是否符合本条由人工判断'}`] : []),
    ...(waived > 0 ? [`另有 ${waived} 个问题已豁免`] : []),
  ];
  const verb = (many: number, one: string, several: string) => (many === 1 ? one : several);
  const en = [
    ...(rejecting > 0 ? [`${counted(rejecting, 'finding')} ${verb(rejecting, 'violates', 'violate')} this clause`] : []),
    ...(held > 0 ? [`${counted(held, 'finding')} to review`] : []),
    ...(noted > 0
      ? [
          `${counted(noted, 'note')}${rejecting + held > 0 ? '' : ', without effect on the verdict; whether the clause is met is for a person to say'}`,
        ]
      : []),
    ...(waived > 0 ? [`${waived} more ${verb(waived, 'is', 'are')} waived`] : []),
  ];
  return { zh: zh.join('；'), en: en.join('; ') };
}

function counted(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}

const needed = new WeakMap<readonly Rule[], ReadonlySet<Need>>();

function needsOf(citing: readonly Rule[]): ReadonlySet<Need> {
  const known = needed.get(citing) ?? new Set<Need>(citing.flatMap((rule) => rule.needs));
  needed.set(citing, known);
  return known;
}

/** Why the rules of a clause cannot be believed when they are silent; null when they can. */
function whatStayedUnknown(citing: readonly Rule[], { outcomes, coverage, gaps }: Grounds): Bilingual | null {
  const unrun = outcomes.missing
    .map(({ check }) => check)
    .filter((check) => citing.some((rule) => rule.id.startsWith(`${check}/`)));
  if (unrun.length > 0) {
    return {
      zh: `本条所需的检查没有完成：${unrun.map((check) => CHECK_NAMES[check].zh).join('、')}`,
      en: `Checks that this clause needs did not complete: ${unrun.map((check) => CHECK_NAMES[check].en).join(', ')}`,
    };
  }
  const ids = new Set<string>(outcomes.notAssessed.length === 0 ? [] : citing.map(({ id }) => id));
  const lacking = new Set(outcomes.notAssessed.filter(({ rule }) => ids.has(rule)).flatMap(({ missing }) => missing));
  if (lacking.size > 0) {
    const names = (language: keyof Bilingual) => [...lacking].map((fact) => FACT_NAMES[fact]?.[language] ?? fact);
    return { zh: `缺少${names('zh').join('、')}，未能评估`, en: `Not assessed without ${names('en').join(', ')}` };
  }
  const needs = needsOf(citing);
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
