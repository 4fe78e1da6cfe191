import type { CheckName, CheckReport, NotAssessed } from '../domain/check.ts';
import { PermanentError } from '../domain/errors.ts';
import type { ListingFacts } from '../domain/facts/listing.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import type { PolicyFacts } from '../domain/facts/policy.ts';
import { NO_RECORDS, type RecordFacts } from '../domain/facts/records.ts';
import type { Finding } from '../domain/finding.ts';
import type { CitedBasis, LegalBasis } from '../domain/legal.ts';
import type { Rulebook, RuleSetting } from '../domain/rulebook.ts';
import { weaker } from '../domain/severity.ts';
import type { DetectedSdk } from '../knowledge/sdks/detection/detected.ts';
import { sdksIn } from '../knowledge/sdks/detection/sdks-in.ts';
import type { Knowledge } from '../knowledge/types.ts';
import { boundedEvidence, boundedText } from './bounded-evidence.ts';
import { capFindings } from './cap.ts';
import type { FactsUnderReview } from './facts-under-review.ts';
import { fingerprint } from './fingerprint.ts';
import { mergeFindings } from './merge.ts';
import { parameterValues } from './parameters.ts';
import { isAndroid } from './platform.ts';
import type { Need, Rule, RuleContext, Yielded } from './rule.ts';
import { settingOf, severityUnder } from './rulebook/apply.ts';
import { BUILT_IN } from './rulebook/built-in.ts';
import { underWaivers } from './rulebook/waivers.ts';
import { fillTemplate } from './template.ts';

export type { FactsUnderReview } from './facts-under-review.ts';

function presenceOf(facts: FactsUnderReview): Readonly<Record<Need, boolean>> {
  return {
    package: facts.package !== null,
    android: facts.package !== null && isAndroid(facts.package),
    listing: facts.listing !== null,
    policy: facts.policy?.outcome === 'read',
    'policy-outcome': facts.policy !== null,
    filing: facts.records?.filing?.outcome !== 'unavailable',
  };
}

/** Rules of each check, by id: a store's apps are judged again by the same list, million after million. */
const byCheck = new WeakMap<readonly Rule[], Map<CheckName, readonly Rule[]>>();

function rulesOf(check: CheckName, rules: readonly Rule[]): readonly Rule[] {
  const known = byCheck.get(rules) ?? new Map<CheckName, readonly Rule[]>();
  byCheck.set(rules, known);
  const own = known.get(check) ?? rules.filter((rule) => rule.id.startsWith(`${check}/`)).sort((a, b) => (a.id < b.id ? -1 : 1));
  known.set(check, own);
  return own;
}

/**
 * Runs the rules of one check over facts, as a store's rulebook has them. Pure and deterministic: the same facts, rules, knowledge and
 * rulebook give the same report, rules and findings in the same order. `rules` may hold rules of other checks; they are left out.
 * @throws PermanentError `rule-failed` naming the rule when a rule throws: a rule that died has judged nothing, so the whole check
 * has no report and the verdict cannot be an approval
 */
export function runCheck(
  check: CheckName,
  rules: readonly Rule[],
  facts: FactsUnderReview,
  knowledge: Knowledge,
  book: Rulebook = BUILT_IN,
): CheckReport {
  const context: SharedContext = { facts, knowledge };
  const findings: Finding[] = [];
  const observed: Finding[] = [];
  const passed: string[] = [];
  const notAssessed: NotAssessed[] = [];
  const notApplicable: string[] = [];
  const off: string[] = [];
  const observing: string[] = [];
  const notObserved: NotAssessed[] = [];
  const has = presenceOf(facts);
  for (const rule of rulesOf(check, rules)) {
    const setting = settingOf(book, rule.id);
    if (setting.state === 'off') {
      off.push(rule.id);
      continue;
    }
    const missing = rule.needs.filter((need) => !has[need]);
    if (setting.state === 'observe') {
      observing.push(rule.id);
      const seen = missing.length === 0 ? observe(check, rule, setting, context) : null;
      if (seen === null) notObserved.push({ rule: rule.id, missing: missing.length === 0 ? ['rule-failed'] : missing });
      else for (const finding of seen) observed.push(finding);
      continue;
    }
    if (missing.length > 0) {
      notAssessed.push({ rule: rule.id, missing });
      continue;
    }
    const found = judge(check, rule, setting, context);
    if (found === null) notApplicable.push(rule.id);
    else if (found.length === 0) passed.push(rule.id);
    else for (const finding of found) findings.push(finding);
  }
  const { counted, waived, stale } = underWaivers(mergeFindings(findings), book, facts);
  return {
    schema: 'check-report/1',
    check,
    findings: counted,
    passed,
    notAssessed,
    notApplicable,
    off,
    observing,
    notObserved,
    observed: capFindings(mergeFindings(observed)),
    waived,
    staleWaivers: stale,
  };
}

/** What a rule that is only observed found. Nothing depends on it, so one that dies is no reason to have no report. */
function observe(check: CheckName, rule: Rule, setting: RuleSetting, context: SharedContext): Finding[] | null {
  try {
    return judge(check, rule, setting, context) ?? [];
  } catch (error) {
    if (error instanceof PermanentError) return null;
    throw error;
  }
}

/** Findings of one rule, or null when the rule does not concern this app. */
function judge(check: CheckName, rule: Rule, setting: RuleSetting, shared: SharedContext): Finding[] | null {
  try {
    const context = new Context(shared, parameterValues(rule.parameters, setting.parameters));
    if (rule.applies !== undefined && !rule.applies(context)) return null;
    const findings: Finding[] = [];
    for (const yielded of rule.evaluate(context)) findings.push(findingOf(check, rule, setting, yielded, context.knowledge));
    return findings;
  } catch (cause) {
    throw new PermanentError(
      'rule-failed',
      { zh: `规则 ${rule.id} 运行出错：${describe(cause)}`, en: `The rule ${rule.id} failed: ${describe(cause)}` },
      { cause },
    );
  }
}

function findingOf(
  check: CheckName,
  rule: Rule,
  setting: RuleSetting,
  yielded: Yielded<Rule['messages']>,
  knowledge: Knowledge,
): Finding {
  const severity = weaker(yielded.severity ?? rule.ceiling, rule.ceiling);
  const carries = weaker(yielded.ceiling ?? (severity === rule.ceiling ? severity : 'review'), rule.ceiling);
  const template = Object.hasOwn(rule.messages, yielded.message) ? rule.messages[yielded.message] : undefined;
  if (template === undefined) {
    throw new PermanentError('message-unknown', {
      zh: `规则没有名为“${yielded.message}”的消息`,
      en: `The rule has no message "${yielded.message}"`,
    });
  }
  return {
    rule: rule.id,
    check,
    message: yielded.message,
    subject: boundedText(yielded.subject),
    severity: severityUnder(setting, severity, carries),
    title: rule.title,
    text: fillTemplate(template, yielded.data),
    remedy: rule.remedy,
    clauses: rule.clauses,
    basis: basisOf(rule, knowledge),
    evidence: yielded.evidence.some((piece) => boundedEvidence(piece) !== piece)
      ? yielded.evidence.map(boundedEvidence)
      : yielded.evidence,
    fingerprint: fingerprint(rule.id, yielded.message, yielded.subject),
  };
}

/** Basis of each rule as findings cite it. */
const cited = new WeakMap<Rule, { readonly knowledge: Knowledge; readonly basis: readonly CitedBasis[] }>();

function basisOf(rule: Rule, knowledge: Knowledge): readonly CitedBasis[] {
  const known = cited.get(rule);
  if (known?.knowledge === knowledge) return known.basis;
  const basis = rule.basis.map((each) => citation(each, knowledge));
  cited.set(rule, { knowledge, basis });
  return basis;
}

/** @throws PermanentError `instrument-unknown`, which loading the rules has ruled out already */
function citation(basis: LegalBasis, { instruments }: Knowledge): CitedBasis {
  const instrument = instruments.get(basis.instrument);
  if (instrument !== undefined) return { ...basis, force: instrument.force };
  throw new PermanentError('instrument-unknown', {
    zh: `知识库中没有“${basis.instrument}”`,
    en: `The knowledge has no instrument "${basis.instrument}"`,
  });
}

interface SharedContext {
  readonly facts: FactsUnderReview;
  readonly knowledge: Knowledge;
}

/**
 * What one rule sees. Facts that it did not ask for may be null behind their type; `needs` is what makes a rule safe to run. A class,
 * because a hundred rules run over an app and objects of one shape are read fastest.
 */
class Context implements RuleContext {
  readonly package: PackageFacts;
  readonly listing: ListingFacts;
  readonly policy: PolicyFacts;
  readonly records: RecordFacts;
  readonly knowledge: Knowledge;
  readonly parameters: RuleContext['parameters'];

  constructor({ facts, knowledge }: SharedContext, parameters: RuleContext['parameters']) {
    this.package = facts.package as PackageFacts;
    this.listing = facts.listing as ListingFacts;
    this.policy = facts.policy as PolicyFacts;
    this.records = facts.records ?? NO_RECORDS;
    this.knowledge = knowledge;
    this.parameters = parameters;
  }

  get sdks(): readonly DetectedSdk[] {
    return this.package === null ? [] : sdksIn(this.package, this.knowledge);
  }
}

function describe(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
