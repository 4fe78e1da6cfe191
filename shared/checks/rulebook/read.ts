import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Rulebook, RuleSetting, RuleState, Waiver } from '../../domain/rulebook.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Rule } from '../rule.ts';
import { MAX_BYTES, type RulebookDocument, readDocument } from './document.ts';
import { FAULTS_CAP, type Path, RulebookError, type RulebookFault } from './faults.ts';
import { explain, type Issue } from './issues.ts';
import { type ParsedRuleEntry, ruleFaults, unknownRule } from './rule-faults.ts';
import { frameSchema, ruleEntry, waiverEntry } from './schema.ts';
import { type ParsedWaiver, waiverFaults } from './waiver-faults.ts';

/** A rulebook and where each part of it stands in its file. */
export interface RulebookFile {
  readonly rulebook: Rulebook;
  /** A remark on a part of the file. */
  at(path: Path, text: Bilingual): RulebookFault;
}

/**
 * Reads and validates a store's rulebook.
 * @param text the file: YAML, of which JSON is a part
 * @throws RulebookError with every fault and its place
 */
export function readRulebook(text: string | Uint8Array, rules: readonly Rule[]): RulebookFile {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const document = readDocument(decode(bytes));
  if (document.faults.length > 0) throw new RulebookError(document.faults);

  const faults: RulebookFault[] = [];
  // A file that is something else altogether has thousands of faults, and each would be looked up, compared and placed.
  const isEnough = () => faults.length >= MOST_NOTED;
  const note = (issues: readonly Issue[]) => {
    for (const { path, text: reason, where } of issues) faults.push(document.at(path, reason, where));
  };
  const frame = frameSchema.safeParse(document.value);
  if (!frame.success) note(issuesOf(frame.error, [], document.value, Object.keys(frameSchema.shape)));
  const { rules: entries, waivers: granted } = partsOf(document.value);
  const otherRules = frame.data?.otherRules ?? 'enforced';
  const settings = settingsOf(entries, otherRules, rules, note, isEnough);
  const waivers = waiversOf(granted, frame.data?.maxWaiverDays, rules, note, isEnough);
  if (faults.length > 0 || frame.data === undefined) throw new RulebookError(inFileOrder(faults));

  const { schema, name, version } = frame.data;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { rulebook: { schema, name, version, sha256, otherRules, rules: settings, waivers }, at: remark(document) };
}

/** Faults that are looked for; some are told twice and told once in the end. */
const MOST_NOTED = 2 * FAULTS_CAP;

/** @throws RulebookError for what is too long or no UTF-8 */
function decode(bytes: Uint8Array): string {
  const refuse = (zh: string, en: string) => new RulebookError([{ line: 1, column: 1, path: '', text: { zh, en } }]);
  if (bytes.length > MAX_BYTES) throw refuse(`超过 ${MAX_BYTES} 字节`, `larger than ${MAX_BYTES} bytes`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuse('不是有效的 UTF-8 文本', 'not valid UTF-8 text');
  }
}

const remark =
  (document: RulebookDocument): RulebookFile['at'] =>
  (path, text) =>
    document.at(path, text, 'key');

function issuesOf(error: z.ZodError, base: Path, value: unknown, keys: readonly string[]): Issue[] {
  return error.issues.slice(0, FAULTS_CAP).flatMap((issue) => explain(issue, base, value, keys));
}

/** The entries, as far as they are there and of the right kind; what is not, the frame has said. */
function partsOf(value: unknown): { readonly rules: [string, unknown][]; readonly waivers: readonly unknown[] } {
  const { rules, waivers } = (value ?? {}) as { readonly rules?: unknown; readonly waivers?: unknown };
  const isMap = typeof rules === 'object' && rules !== null && !Array.isArray(rules);
  return { rules: isMap ? Object.entries(rules) : [], waivers: Array.isArray(waivers) ? waivers : [] };
}

function settingsOf(
  entries: readonly [string, unknown][],
  otherRules: RuleState,
  rules: readonly Rule[],
  note: (issues: readonly Issue[]) => void,
  isEnough: () => boolean,
): Record<string, RuleSetting> {
  const known = new Map(rules.map((rule) => [rule.id as string, rule]));
  const settings: [string, RuleSetting][] = [];
  for (const [id, written] of entries) {
    if (isEnough()) break;
    const path: Path = ['rules', id];
    const rule = known.get(id);
    if (rule === undefined) note([unknownRule(id, path, known)]);
    const entry = typeof written === 'string' ? { state: written } : written;
    const parsed = ruleEntry.safeParse(entry);
    if (!parsed.success) {
      const issues = issuesOf(parsed.error, path, entry, Object.keys(ruleEntry.shape));
      // A state written without its key has no place of its own below the rule.
      note(typeof written === 'string' ? issues.map((issue) => ({ ...issue, path })) : issues);
      continue;
    }
    if (rule === undefined) continue;
    note(ruleFaults(rule, parsed.data, path));
    settings.push([id, settingOf(parsed.data, otherRules)]);
  }
  return Object.fromEntries(settings);
}

function settingOf({ state, atMost, atLeast, parameters }: ParsedRuleEntry, otherRules: RuleState): RuleSetting {
  return {
    state: state ?? otherRules,
    ...(atMost === undefined ? {} : { atMost }),
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(parameters === undefined ? {} : { parameters }),
  };
}

function waiversOf(
  entries: readonly unknown[],
  maxDays: number | undefined,
  rules: readonly Rule[],
  note: (issues: readonly Issue[]) => void,
  isEnough: () => boolean,
): Waiver[] {
  const known = new Map(rules.map((rule) => [rule.id as string, rule]));
  const ids = new Map<string, number>();
  const waivers: Waiver[] = [];
  for (const [index, entry] of entries.entries()) {
    if (isEnough()) break;
    const path: Path = ['waivers', index];
    const parsed = waiverEntry.safeParse(entry);
    if (!parsed.success) {
      note(issuesOf(parsed.error, path, entry, Object.keys(waiverEntry.shape)));
      continue;
    }
    note(waiverFaults(parsed.data, path, known, maxDays, ids.get(parsed.data.id)));
    if (!ids.has(parsed.data.id)) ids.set(parsed.data.id, index);
    waivers.push(waiverOf(parsed.data));
  }
  return waivers;
}

/** Certificates are compared as the facts have them: lower-case hex without colons. */
function waiverOf({ certificate, app, developer, subject, ...waiver }: ParsedWaiver): Waiver {
  return {
    ...waiver,
    ...(app === undefined ? {} : { app }),
    ...(developer === undefined ? {} : { developer }),
    ...(certificate === undefined ? {} : { certificate: certificate.replaceAll(':', '').toLowerCase() }),
    ...(subject === undefined ? {} : { subject }),
  };
}

/** In the order of the file, each once, as many as anybody reads. */
function inFileOrder(faults: readonly RulebookFault[]): RulebookFault[] {
  const distinct = new Map(faults.map((fault) => [JSON.stringify([fault.line, fault.column, fault.path, fault.text.en]), fault]));
  return [...distinct.values()].sort((a, b) => a.line - b.line || a.column - b.column).slice(0, FAULTS_CAP);
}
