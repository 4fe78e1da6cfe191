import type { ParameterValue } from '../domain/rulebook.ts';
import type { Bilingual } from '../domain/text.ts';

/** A value that a store's rulebook may set for a rule; `description` says what it does, in one sentence. */
export type Parameter =
  | {
      readonly type: 'integer';
      readonly default: number;
      readonly minimum: number;
      readonly maximum: number;
      readonly description: Bilingual;
    }
  | { readonly type: 'boolean'; readonly default: boolean; readonly description: Bilingual }
  /** A list of names: packages, permissions, hosts. */
  | { readonly type: 'strings'; readonly default: readonly string[]; readonly description: Bilingual };

export type Parameters = Readonly<Record<string, Parameter>>;

type ValueOf<Declared extends Parameter> = Declared extends { readonly type: 'integer' }
  ? number
  : Declared extends { readonly type: 'boolean' }
    ? boolean
    : readonly string[];

export type ParameterValues<Declared extends Parameters> = { readonly [Name in keyof Declared]: ValueOf<Declared[Name]> };

const NONE = Object.freeze({});
/** Defaults of a rule's parameters, which most stores leave as they are. */
const defaults = new WeakMap<Parameters, object>();

/** The values a rule runs with: what the rulebook sets (which was validated when it was read), else the defaults. */
export function parameterValues<Declared extends Parameters>(
  declared: Declared | undefined,
  set: Readonly<Record<string, ParameterValue>> | undefined,
): ParameterValues<Declared> {
  if (declared === undefined) return NONE as ParameterValues<Declared>;
  if (set === undefined) {
    const known = defaults.get(declared);
    if (known !== undefined) return known as ParameterValues<Declared>;
  }
  const values = Object.fromEntries(
    Object.entries(declared).map(([name, parameter]) => [
      name,
      set !== undefined && Object.hasOwn(set, name) ? set[name] : parameter.default,
    ]),
  ) as ParameterValues<Declared>;
  if (set === undefined) defaults.set(declared, Object.freeze(values));
  return values;
}

/** Entries of a list of names at most, and characters of each. */
const MAX_NAMES = 10_000;
const MAX_NAME_LENGTH = 255;

/** Why a rulebook may not set a parameter to this value; null when it may. */
export function parameterFault(parameter: Parameter, value: ParameterValue): Bilingual | null {
  switch (parameter.type) {
    case 'boolean':
      return typeof value === 'boolean' ? null : { zh: '应为 true 或 false', en: 'must be true or false' };
    case 'integer': {
      const { minimum, maximum } = parameter;
      if (typeof value === 'number' && Number.isSafeInteger(value) && value >= minimum && value <= maximum) return null;
      return { zh: `应为 ${minimum} 到 ${maximum} 的整数`, en: `must be a whole number from ${minimum} to ${maximum}` };
    }
    case 'strings': {
      const names = Array.isArray(value) ? (value as readonly unknown[]) : null;
      const isName = (name: unknown) => typeof name === 'string' && name.trim() !== '' && name.length <= MAX_NAME_LENGTH;
      if (names !== null && names.length <= MAX_NAMES && names.every(isName)) return null;
      return { zh: '应为字符串列表', en: 'must be a list of strings' };
    }
  }
}
