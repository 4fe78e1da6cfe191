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

/** The values a rule runs with: what the rulebook sets (which was validated when it was read), else the defaults. */
export function parameterValues<Declared extends Parameters>(
  declared: Declared | undefined,
  set: Readonly<Record<string, ParameterValue>> | undefined,
): ParameterValues<Declared> {
  const values = Object.entries(declared ?? {}).map(([name, parameter]) => [
    name,
    set !== undefined && Object.hasOwn(set, name) ? set[name] : parameter.default,
  ]);
  return Object.fromEntries(values) as ParameterValues<Declared>;
}
