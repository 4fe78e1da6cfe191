import type { MessagePort } from 'node:worker_threads';
import { loadRules, rulesVersion } from '../../../shared/checks/registry.ts';
import type { Rule } from '../../../shared/checks/rule.ts';
import { type CheckedText, checkText } from '../../../shared/checks/rulebook/check-text.ts';
import { type FactsUnderReview, runCheck } from '../../../shared/checks/run.ts';
import type { CheckName, CheckReport } from '../../../shared/domain/check.ts';
import type { PackageFacts, PackageFormat } from '../../../shared/domain/facts/package.ts';
import type { PolicyFacts } from '../../../shared/domain/facts/policy.ts';
import type { Rulebook } from '../../../shared/domain/rulebook.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import { inspectPackage, sniffFormat } from '../../../shared/inspection/index.ts';
import type { ContentDigests } from '../../../shared/inspection/signing/content-digests.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import type { PackedFacts } from '../../../shared/platform/database/packed-facts.ts';
import { ScanThreads } from '../../../shared/platform/scanning/threads.ts';
import { composeVerdict, type VerdictInput } from '../../../shared/pledge/index.ts';
import type { TriedApp, TriedRulebooks } from '../../../shared/pledge/trial.ts';
import { comparePolicies, type PolicyComparison, type PolicyTexts } from '../../../shared/pledge/versions/policy.ts';
import {
  type GatheredPage,
  type GatheredPart,
  type GatheredPolicy,
  type PageSurvey,
  type PartLink,
  readGatheredPolicy,
  readPolicyDocument,
  type SubmittedDocument,
  surveyDocument,
  surveyPage,
} from '../../../shared/policy/index.ts';
import { type Fault, toFault } from './fault.ts';
import { sourceOverPort } from './source-over-port.ts';
import { tryPacked } from './try-packed.ts';

/** What a thread can be asked to do. Data in, data out: it gets no credentials, no environment and no connection. */
export interface Tasks {
  'sniff-format': { input: { size: number }; output: PackageFormat };
  'inspect-package': { input: { size: number; sha256: string; digests?: ContentDigests }; output: PackageFacts };
  'survey-policy-document': { input: SubmittedDocument; output: readonly PartLink[] };
  'survey-policy-page': { input: { page: GatheredPage; role: 'policy' | 'part' }; output: PageSurvey };
  'read-policy-document': { input: { document: SubmittedDocument; parts: readonly GatheredPart[] }; output: PolicyFacts };
  'read-policy-pages': { input: GatheredPolicy; output: PolicyFacts };
  'run-check': { input: { check: CheckName; facts: FactsUnderReview; rulebook: Rulebook }; output: CheckReport };
  'compose-verdict': { input: VerdictParts; output: Verdict };
  'check-rulebook': { input: { text: string; on: string }; output: CheckedText };
  'try-rulebook': { input: TrialInput; output: readonly TriedApp[] };
  'compare-policies': { input: PolicyTexts; output: PolicyComparison };
}
export type TaskName = keyof Tasks;

/** The data a verdict is made of; rules and knowledge are the thread's own. */
export type VerdictParts = Omit<VerdictInput, 'rules' | 'rulesVersion' | 'knowledge'>;

/** Apps of a store, as their facts are kept, to be judged by two rulebooks. */
export interface TrialInput extends TriedRulebooks {
  readonly apps: readonly PackedFacts[];
}

export type TaskAnswer<Name extends TaskName> = { readonly value: Tasks[Name]['output'] } | { readonly fault: Fault };

/** One thing asked of a thread, and the port to answer on. */
export interface TaskCall<Name extends TaskName = TaskName> {
  readonly task: Name;
  readonly input: Tasks[Name]['input'];
  readonly port: MessagePort;
}

type Handlers = { [Name in TaskName]: (input: Tasks[Name]['input'], port: MessagePort) => Promise<Tasks[Name]['output']> };

let rules: Promise<readonly Rule[]> | undefined;
const allRules = (): Promise<readonly Rule[]> => {
  rules ??= loadRules();
  return rules;
};

/** Threads of this thread's own for packages with much code; they end with it. */
let scanning: ScanThreads | undefined;
const scanDex: ScanThreads['scan'] = (job) => {
  scanning ??= new ScanThreads();
  return scanning.scan(job);
};

const handlers: Handlers = {
  'sniff-format': ({ size }, port) => sniffFormat(sourceOverPort(port, size)),
  'inspect-package': ({ size, ...known }, port) => inspectPackage(sourceOverPort(port, size), { ...known, knowledge, scanDex }),
  'survey-policy-document': surveyDocument,
  'survey-policy-page': ({ page, role }) => surveyPage(page, role),
  'read-policy-document': ({ document, parts }) => readPolicyDocument(document, knowledge, parts),
  'read-policy-pages': (gathered) => readGatheredPolicy(gathered, knowledge),
  'run-check': async ({ check, facts, rulebook }) => runCheck(check, await allRules(), facts, knowledge, rulebook),
  'compose-verdict': async (parts) => {
    const all = await allRules();
    return composeVerdict({ ...parts, rules: all, rulesVersion: rulesVersion(all), knowledge });
  },
  'check-rulebook': async ({ text, on }) => checkText(text, await allRules(), knowledge.clauses, on),
  'try-rulebook': async ({ apps, ...books }) => {
    const all = await allRules();
    const version = rulesVersion(all);
    const tried: TriedApp[] = [];
    for (const packed of apps) tried.push(await tryPacked(packed, books, all, version, knowledge));
    return tried;
  },
  'compare-policies': async (texts) => comparePolicies(texts),
};

/**
 * Entry of the threads. Says on the port when it begins, so that the deadline does not count the time a task waited for a thread;
 * answers typed errors as data, so that whatever else ends a task is a crash of its thread.
 */
export default async function perform<Name extends TaskName>(call: TaskCall<Name>): Promise<TaskAnswer<Name>> {
  call.port.postMessage({ started: true });
  try {
    const handler = handlers[call.task] as Handlers[Name];
    return { value: await handler(call.input, call.port) };
  } catch (error) {
    return { fault: toFault(error) };
  } finally {
    call.port.close();
  }
}
