import { z } from 'zod';

const list = z
  .array(z.string())
  .refine((items) => !items.includes(''), 'has an empty string')
  .default([]);
const member = z.string().regex(/^L[\w/$]+;->(?:\w+|<init>)$/);
const CONSTANT_KINDS = ['uri', 'setting', 'property', 'action', 'command'] as const;

/** What a constant can be to the call that takes it. */
export type ConstantKind = (typeof CONSTANT_KINDS)[number];

export const constantsFile = z.strictObject({
  source: z.string().min(40),
  confidence: z.string().min(4),
  values: z.array(
    z.strictObject({
      kind: z.enum(CONSTANT_KINDS),
      value: z.string().min(4),
      ids: list,
      piTypes: list,
      permissions: list,
      fields: z.array(member).default([]),
    }),
  ),
  takers: z.record(z.enum(CONSTANT_KINDS), z.array(member)),
  fields: z.record(member, z.strictObject({ ids: list, piTypes: list, permissions: list })),
  permissionRequests: z.array(member),
  reflection: z.array(member),
  reflectedNamespaces: z.array(z.string().regex(/^[a-z]+\.(?:[a-z]+\.)*$/)),
});

/** A constant that makes a general call interesting. */
export interface ConstantValue {
  readonly kind: ConstantKind;
  /** Addresses, properties and commands that begin with it mean the same; settings and actions are meant whole. */
  readonly value: string;
  readonly ids: readonly string[];
  readonly permissions: readonly string[];
  readonly piTypes: readonly string[];
}

/** What calls, fields and constants mean together. Members are written `Lpkg/Cls;->name`. */
export interface ConstantKnowledge {
  readonly values: readonly ConstantValue[];
  /** Methods that take constants, and of which kind. */
  readonly takers: ReadonlyMap<string, ConstantKind>;
  /** Fields of the platform that hold one of the values as an object. */
  readonly fieldValues: ReadonlyMap<string, ConstantValue>;
  /** Fields that hold personal information themselves. */
  readonly fields: ReadonlyMap<
    string,
    { readonly ids: readonly string[]; readonly permissions: readonly string[]; readonly piTypes: readonly string[] }
  >;
  /** Methods that ask the user for the permissions that they are given. */
  readonly permissionRequests: ReadonlySet<string>;
  /** Methods that look classes and members up by name. */
  readonly reflection: ReadonlySet<string>;
  /** Namespaces of the platform: looking into them by name is what reflection facts name one by one. */
  readonly reflectedNamespaces: readonly string[];
}

/** Indexes the file of constants. */
export function indexConstants(file: z.output<typeof constantsFile>): ConstantKnowledge {
  const takers = Object.entries(file.takers) as [ConstantKind, string[]][];
  return {
    values: file.values.map(({ fields: _, ...value }) => value),
    takers: new Map(takers.flatMap(([kind, members]) => members.map((each) => [each, kind] as const))),
    fieldValues: new Map(file.values.flatMap(({ fields, ...value }) => fields.map((field) => [field, value] as const))),
    fields: new Map(Object.entries(file.fields)),
    permissionRequests: new Set(file.permissionRequests),
    reflection: new Set(file.reflection),
    reflectedNamespaces: file.reflectedNamespaces,
  };
}
