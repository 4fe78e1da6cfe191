import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { CHECK_NAMES, CHECKS } from '../domain/check.ts';
import { PermanentError } from '../domain/errors.ts';
import { knowledge } from '../knowledge/index.ts';
import type { Rule } from './rule.ts';
import { validateRule } from './rule-validation.ts';

const HERE = new URL('.', import.meta.url);
/** `.ts` when the sources run (tests), `.js` in a build: the registry looks for files like itself. */
const EXTENSION = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/** Digest of the files a loaded rule was made of; rules declared in a test have none. */
const sources = new WeakMap<Rule, string>();

/**
 * All rules, ordered by id. There is no list to edit: every file directly in `shared/checks/<check>/` with a default export is a
 * rule; tests and files without a default export are not.
 * @throws PermanentError `rule-invalid` for a rule that `validateRule` refuses, `check-without-rules` for a check that has none: an
 * incomplete build must not review
 */
export async function loadRules(): Promise<readonly Rule[]> {
  const rulebook = new URL('rulebook/', HERE);
  const support = `${await digestOf(HERE, await codeFiles(HERE))} ${await digestOf(rulebook, await codeFiles(rulebook))}`;
  const rules: Rule[] = [];
  for (const check of CHECKS) {
    const folder = new URL(`${check}/`, HERE);
    const files = await codeFiles(folder);
    const before = rules.length;
    const source = `${support} ${await digestOf(folder, files)}`;
    for (const file of files) {
      const module = (await import(new URL(file, folder).href)) as { readonly default?: Rule };
      if (module.default === undefined) continue;
      validateRule(module.default, `${check}/${file.slice(0, -EXTENSION.length)}`, knowledge);
      sources.set(module.default, source);
      rules.push(module.default);
    }
    if (rules.length === before) {
      throw new PermanentError('check-without-rules', {
        zh: `${CHECK_NAMES[check].zh}没有任何规则，不能作为“未发现问题”`,
        en: `The check "${check}" has no rules, which must not pass for "nothing found"`,
      });
    }
  }
  return rules.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Names what a set of rules does: 16 hex digits over their declarations, the source text of their functions and, for rules that were
 * loaded from files, the content of those files and of the support files beside them. The same build gives the same version on every
 * machine; a change of behaviour in a rule or in what the rules share changes it. Sources and build have versions of their own.
 */
export function rulesVersion(rules: readonly Rule[]): string {
  const known = versions.get(rules) ?? versionOf(rules);
  versions.set(rules, known);
  return known;
}

/** Versions of lists of rules, which never change: every verdict asks for it. */
const versions = new WeakMap<readonly Rule[], string>();

function versionOf(rules: readonly Rule[]): string {
  const hash = createHash('sha256');
  for (const rule of [...rules].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const { applies, evaluate, ...declaration } = rule;
    hash.update(JSON.stringify([declaration, applies?.toString() ?? null, evaluate.toString(), sources.get(rule) ?? null]));
    hash.update('\n');
  }
  return hash.digest('hex').slice(0, 16);
}

/** Names of the code files directly in a folder, sorted. */
async function codeFiles(folder: URL): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(EXTENSION) && !/\.(test|d)\.[jt]s$/.test(entry.name))
    .map((entry) => entry.name)
    .sort();
}

/** Line ends are normalised: a checkout may change them, and they change nothing that a rule does. */
async function digestOf(folder: URL, files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${file}\n${(await readFile(new URL(file, folder), 'utf8')).replaceAll('\r\n', '\n')}\n`);
  }
  return hash.digest('hex');
}
