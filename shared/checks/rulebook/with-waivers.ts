import { createHash } from 'node:crypto';
import type { Rulebook, Waiver } from '../../domain/rulebook.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { Rule } from '../rule.ts';
import { readDocument } from './document.ts';
import { explain } from './issues.ts';
import { parseRulebook } from './parse.ts';
import { waiverEntry } from './schema.ts';
import { waiverFaults } from './waiver-faults.ts';

/** A rulebook to which waivers were added, as a file of its own; the file itself where none was. */
export interface ExtendedRulebook {
  readonly text: string;
  readonly rulebook: Rulebook;
  /** Waivers that this rulebook does not take, and why; the others are in it. */
  readonly left: readonly { readonly id: string; readonly reason: Bilingual }[];
}

/**
 * The rulebook of a file with waivers added: again a text that the parser reads, with a hash of its own, so that a verdict made by it can be
 * made again from that text alone. A waiver that the file itself has, by its id, is that of the file.
 * @param file a rulebook that is in force, with its text
 * @throws RulebookError when the whole is more than a rulebook may hold
 */
export function withWaivers(
  file: { readonly text: string; readonly rulebook: Rulebook },
  waivers: readonly Waiver[],
  rules: readonly Rule[],
): ExtendedRulebook {
  const value = readDocument(file.text.replace(/^\ufeff/, '')).value as Readonly<Record<string, unknown>>;
  const own = (value.waivers ?? []) as readonly unknown[];
  const ids = new Set(own.map((waiver) => (waiver as { readonly id: string }).id));
  const known = new Map(rules.map((rule) => [rule.id as string, rule]));
  const maxDays = value.maxWaiverDays as number | undefined;
  const added: Waiver[] = [];
  const left: { id: string; reason: Bilingual }[] = [];
  for (const waiver of waivers) {
    if (ids.has(waiver.id)) continue;
    const reason = faultOf(waiver, known, maxDays);
    if (reason !== null) left.push({ id: waiver.id, reason });
    else added.push(waiver);
    ids.add(waiver.id);
  }
  if (added.length === 0) return { ...file, left };
  const text = write({ ...value, waivers: [...own, ...added] }, file.rulebook.sha256);
  try {
    return { text, rulebook: parseRulebook(text, rules), left };
  } catch (error) {
    if (isReadable(file.text, rules)) throw error;
    // The file is of another version of the program and in force as what it was then, see `rulebooksInForce`.
    const sha256 = createHash('sha256').update(text).digest('hex');
    return { text, rulebook: { ...file.rulebook, sha256, waivers: [...file.rulebook.waivers, ...added] }, left };
  }
}

function isReadable(text: string, rules: readonly Rule[]): boolean {
  try {
    parseRulebook(text, rules);
    return true;
  } catch {
    return false;
  }
}

/** Why a waiver cannot stand in a rulebook; null when it can. */
function faultOf(waiver: Waiver, rules: ReadonlyMap<string, Rule>, maxDays: number | undefined): Bilingual | null {
  // Half a character cannot be written as UTF-8: what is read back would be another text, which matches nothing.
  if (/\p{Cs}/u.test(Object.values(waiver).join('\n'))) return { zh: '含有不完整的字符', en: 'has half a character' };
  const parsed = waiverEntry.safeParse(waiver);
  const issues = parsed.success
    ? waiverFaults(parsed.data, [], rules, maxDays, undefined)
    : parsed.error.issues.flatMap((issue) => explain(issue, [], waiver, Object.keys(waiverEntry.shape)));
  const [first] = issues;
  if (first === undefined) return null;
  const place = first.path.join('.');
  return place === '' ? first.text : { zh: `${place}：${first.text.zh}`, en: `${place}: ${first.text.en}` };
}

/** YAML with every value in JSON's form, which nothing written in it can leave; a line for each rule and each waiver. */
function write(value: Readonly<Record<string, unknown>>, origin: string): string {
  const lines = [`# The rulebook ${origin} and the waivers that reviewers have granted.`];
  for (const [key, part] of Object.entries(value)) {
    if (key === 'waivers') lines.push('waivers:', ...(part as readonly unknown[]).map((waiver) => `  - ${json(waiver)}`));
    else if (key === 'rules') {
      const entries = Object.entries(part as object);
      lines.push(entries.length === 0 ? 'rules: {}' : 'rules:', ...entries.map(([id, entry]) => `  ${json(id)}: ${json(entry)}`));
    } else lines.push(`${json(key)}: ${json(part)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Nothing that a screen would not show, or would show elsewhere, stands in the text as it is. */
const json = (value: unknown): string =>
  JSON.stringify(value).replaceAll(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu, (hidden) => {
    const code = hidden.codePointAt(0)!;
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
