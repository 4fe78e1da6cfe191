import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { DECISION_KINDS } from '../../../../shared/domain/review/decision.ts';
import { DECISIONS } from '../../../../shared/domain/verdict.ts';
import { SAMPLES_FOLDER } from '../../samples.ts';

/** Sections of a demonstration policy that a version may lack or word otherwise. */
export const SECTIONS = [
  'functions',
  'sdks',
  'sharing',
  'storage',
  'rights',
  'minors',
  'security',
  'changes',
  'contact',
] as const;
export type Section = (typeof SECTIONS)[number];

const functionSchema = z.strictObject({
  name: z.string(),
  information: z.string(),
  purpose: z.string(),
  /** `android.permission.` is left out. */
  permissions: z.array(z.string()).default([]),
  /** Framework methods that the app calls for it, from the page of the function. */
  calls: z.array(z.string()).default([]),
  sensitive: z.boolean().default(false),
});

const sdkSchema = z.strictObject({
  /** A class of it, dotted. */
  class: z.string(),
  name: z.string(),
  operator: z.string(),
  purpose: z.string(),
  information: z.string(),
  policyUrl: z.string(),
});

const reviewSchema = z.strictObject({
  kind: z.enum(DECISION_KINDS),
  reason: z.string(),
  /** Days that the developer has, for `rectify`. */
  days: z.int().optional(),
  /** False alarms that become waivers, with this reason. */
  waiver: z.string().optional(),
  /** What the second reviewer says, where one is needed; left out, the decision stays proposed. */
  second: z.strictObject({ confirm: z.boolean(), comment: z.string() }).optional(),
  /** Whether the rectification letter is sent; else it stays a draft. */
  letter: z.enum(['draft', 'sent']).optional(),
  /** The developer's appeal, and what the reviewers answer and do about it. */
  appeal: z.strictObject({ text: z.string(), answer: z.string().optional(), dismissed: z.string().optional() }).optional(),
});
export type DemoReview = z.output<typeof reviewSchema>;

const versionSchema = z.strictObject({
  version: z.string(),
  /** Functions and SDKs that come with this version, and stay. */
  functions: z.array(functionSchema).default([]),
  sdks: z.array(sdkSchema).default([]),
  /** What this version alone has and its policy does not speak of. */
  hidden: z
    .strictObject({
      permissions: z.array(z.string()).default([]),
      sdks: z.array(z.string()).default([]),
      /** Framework methods that are called as soon as the app starts. */
      calls: z.array(z.string()).default([]),
    })
    .prefault({}),
  policy: z
    .strictObject({
      without: z.array(z.enum(SECTIONS)).default([]),
      instead: z.partialRecord(z.enum(SECTIONS), z.string()).default({}),
    })
    .prefault({}),
  /** Laid over the listing. */
  listing: z.record(z.string(), z.json()).default({}),
  debuggable: z.boolean().default(false),
  /** Signed by somebody else. */
  otherSigner: z.boolean().default(false),
  /** What the machine must decide, given that people decided the versions before as `review` says. */
  expect: z.enum(DECISIONS),
  /** What the reviewers make of it; left out, it stays in the queue. */
  review: reviewSchema.optional(),
  shows: z.strictObject({ zh: z.string(), en: z.string() }),
});

const appSchema = z.strictObject({
  name: z.string(),
  packageName: z.string(),
  category: z.int(),
  audience: z.enum(['general', 'children', 'teenagers', 'adults']),
  description: z.string(),
  operator: z.strictObject({ id: z.string(), name: z.string(), address: z.string() }),
  accounts: z.boolean().default(false),
  filingNumber: z.string(),
  versions: z.array(versionSchema).min(1),
});

/** An app of the demonstration with its versions, in words; `build.ts`, `policy.ts` and `listing.ts` make of them what a store submits. */
export type DemoApp = z.output<typeof appSchema>;
export type DemoVersion = z.output<typeof versionSchema>;
export type DemoFunction = z.output<typeof functionSchema>;
export type DemoSdk = z.output<typeof sdkSchema>;

/** A version with all that the versions before it have brought. */
export interface WholeVersion {
  readonly app: DemoApp;
  readonly version: DemoVersion;
  /** 1 for the first. */
  readonly number: number;
  readonly functions: readonly DemoFunction[];
  readonly sdks: readonly DemoSdk[];
}

/** All demonstration apps, in the order of their files. @throws Error for a file that does not fit */
export async function loadApps(): Promise<readonly DemoApp[]> {
  const folder = join(SAMPLES_FOLDER, 'apps');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  return Promise.all(files.map(async (file) => appSchema.parse(parse(await readFile(join(folder, file), 'utf8')))));
}

/** Versions of an app, oldest first, each with what it has taken over. */
export function wholeVersions(app: DemoApp): readonly WholeVersion[] {
  return app.versions.map((version, index) => {
    const sofar = app.versions.slice(0, index + 1);
    return {
      app,
      version,
      number: index + 1,
      functions: sofar.flatMap(({ functions }) => functions),
      sdks: sofar.flatMap(({ sdks }) => sdks),
    };
  });
}
