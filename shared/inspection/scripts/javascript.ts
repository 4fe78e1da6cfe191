import { maySpeak } from '../../knowledge/text-topics.ts';
import { LIMITS } from '../limits.ts';
import type { KnownCalls } from './known-calls.ts';
import type { UiTexts } from './ui-texts.ts';

/** What a script names: text found, not calls proven. */
export interface JavaScriptNames {
  readonly modules: ReadonlySet<string>;
  readonly calls: ReadonlySet<string>;
  /** Names of members called on anything, as far as they are ones that are looked for and telling by themselves. */
  readonly members: ReadonlySet<string>;
}

/** How a run time's modules are written where they are required, and the name that facts use. */
const REQUIRED: readonly (readonly [pattern: RegExp, name: (module: string) => string])[] = [
  [/^@app-module\/(.+)$/, (module) => module],
  [/^@((?:ohos|hms|kit)[.:].+)$/, (module) => `@${module.replaceAll(':', '.')}`],
  [/^@((?:system|native):?\.?.+)$/, (module) => module.replaceAll(':', '.').replace(/^native\./, '')],
  [/^((?:system|service)\.[\w.]+)$/, (module) => module],
];

/**
 * One after the other: a module that is required, with the variable it is kept in where there is one (`a = f($app_require$("…"))`); a
 * member called on a variable (`a.default.getLocation(`) or on what was just required.
 */
const TOKENS =
  /(?:([\w$]{1,80})\s*=\s*(?:[\w$.]{1,80}\(\s*){0,3})?(?:\$app_require\$|\brequire(?:Napi|NativeModule|Module|InternalModule)?|\bimport)\s*\(\s*["']([\w@.:/-]{1,200})["']|\bfrom\s*["'](@[\w@.:/-]{1,200})["']|(?:([\w$]{1,80})|\))\s*(?:\.default)?\.([\w$]{2,60})\s*\(/g;

/** Shorter names (`get`, `show`, `start`) say nothing without the module that they are called on. */
const TELLING = 8;

/** Reads a script by its text, in one pass. */
export function readJavaScript(text: string, known: KnownCalls): JavaScriptNames {
  const modules = new Set<string>();
  const calls = new Set<string>();
  const members = new Set<string>();
  const bound = new Map<string, string>();
  let last: string | null = null;
  for (const [whole, variable, required, imported, object, member] of text.matchAll(TOKENS)) {
    const source = required ?? imported;
    if (source !== undefined) {
      last = whole.includes('requireNapi') && /^[\w.]+$/.test(source) ? `@ohos.${source}` : moduleName(source);
      if (last !== null && modules.size < LIMITS.jsonList * 5) modules.add(last);
      if (variable !== undefined && last !== null && bound.size < LIMITS.scripts) bound.set(variable, last);
      continue;
    }
    if (member === undefined || !known.names.has(member)) continue;
    if (member.length >= TELLING) members.add(member);
    const module = object === undefined ? last : bound.get(object);
    const call = module ? known.find(module, member) : null;
    if (call) calls.add(call);
  }
  return { modules, calls, members };
}

function moduleName(source: string): string | null {
  for (const [pattern, name] of REQUIRED) {
    const match = pattern.exec(source);
    if (match) return name(match[1]!).slice(0, LIMITS.fileName);
  }
  return null;
}

const LITERALS = /"((?:[^"\\\n]|\\.){2,600})"|'((?:[^'\\\n]|\\.){2,600})'|`((?:[^`\\]|\\.){2,600})`/g;

/** Takes the texts among the string literals of a script. */
export function readLiterals(text: string, place: string, texts: UiTexts): void {
  if (!text.includes('\\u') && !maySpeak(Buffer.from(text))) return;
  for (const [, double, single, template] of text.matchAll(LITERALS)) {
    const literal = unescaped((double ?? single ?? template)!);
    if (maySpeak(Buffer.from(literal))) texts.add(literal, place);
  }
}

function unescaped(literal: string): string {
  if (!literal.includes('\\')) return literal;
  return literal.replace(
    /\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|(.))/gs,
    (_all, four, braced, two, other) => {
      const hexadecimal: string | undefined = four ?? braced ?? two;
      if (hexadecimal === undefined) return other === 'n' || other === 't' || other === 'r' ? ' ' : other;
      const point = Number.parseInt(hexadecimal, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : '';
    },
  );
}
