import { z } from 'zod';
import { AUDIENCES, type ListingFacts } from '../domain/facts/listing.ts';
import type { Bilingual } from '../domain/text.ts';
import { resolveCategory } from './categories.ts';
import { explainListingIssue } from './listing-issues.ts';

/** One line of text: no control characters, not only blanks. */
const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^(?=.*\S)[^\p{Cc}]*$/u);

/** Text that may have several lines: of the control characters only tab and line breaks. */
const prose = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\p{Cc}]*([\t\r\n][^\p{Cc}]*)*$/u);

const identifier = z
  .string()
  .max(255)
  .regex(/^[^\s\p{Cc}]+$/u);

/** An http(s) address without credentials in it: those would be stored, shown and fetched with. */
export const webAddress = z
  .string()
  .max(2048)
  .refine((text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, username, password } = new URL(text);
    return /^https?:$/.test(protocol) && username === '' && password === '';
  })
  .meta({ format: 'uri' });

/** What is written is kept as it is: whether anybody can be reached by it is for rules to say. */
const contactDetails = z
  .strictObject({
    email: line(254).optional(),
    phone: line(60).optional(),
    url: webAddress.optional(),
    address: line(300).optional(),
  })
  .meta({ id: 'ContactDetails' });

const category = z
  .union([z.int().min(1).max(39), z.string().min(1).max(40)])
  .refine((value) => resolveCategory(value) !== null)
  .meta({ description: '39类常见类型之一：编号1–39或中文名称 / One of the 39 common app types: its number or its Chinese name' });

/**
 * The listing as a store sends it. The API and the command line validate with this one schema, and the API's description is generated
 * from it. Free of transforms on purpose (JSON Schema cannot express them): `parseListing` resolves the category's name.
 */
export const listingSchema = z
  .strictObject({
    app: z.strictObject({
      name: line(100),
      packageName: identifier.optional(),
      versionName: line(100).optional(),
      category,
      filingNumber: line(100).optional(),
      audience: z.enum(AUDIENCES).optional(),
      description: prose(20_000).optional(),
      features: z
        .strictObject({
          accounts: z.boolean().optional(),
          personalisedRecommendation: z.boolean().optional(),
          generativeAi: z.boolean().optional(),
          faceRecognition: z.boolean().optional(),
        })
        .optional(),
      generativeAi: z
        .strictObject({
          filingNumbers: z.array(line(200)).max(50).optional(),
          labelling: prose(2000).optional(),
          humanLike: z.boolean().optional(),
          assessment: prose(2000).optional(),
        })
        .optional(),
    }),
    developer: z.strictObject({
      id: line(128),
      name: line(200).optional(),
      kind: z.enum(['company', 'individual', 'institution']).optional(),
      creditCode: line(40).optional(),
      verified: z.boolean().optional(),
      contact: contactDetails.optional(),
    }),
    complaints: contactDetails.optional(),
    privacyPolicyUrl: webAddress.optional(),
    permissions: z
      .array(z.strictObject({ name: identifier, purpose: prose(1000).optional() }))
      .max(1000)
      .optional(),
    sdks: z
      .array(z.strictObject({ name: line(200), operator: line(200).optional(), purpose: prose(1000).optional() }))
      .max(1000)
      .optional(),
  })
  .meta({ id: 'Listing', description: '上架信息 / What a store declares about the app' });

/** What is wrong with a listing. `code` is stable; `pointer` is a JSON Pointer (RFC 6901), `''` for the whole document. */
export interface ListingIssue {
  readonly pointer: string;
  readonly code: string;
  readonly text: Bilingual;
}

/**
 * Validates a listing and resolves its category.
 * @param value parsed JSON, untrusted
 * @returns the facts that rules see, or every issue found, each with the place of the field
 */
export function parseListing(
  value: unknown,
): { readonly ok: true; readonly listing: ListingFacts } | { readonly ok: false; readonly issues: readonly ListingIssue[] } {
  const parsed = listingSchema.safeParse(value);
  if (!parsed.success)
    return { ok: false, issues: distinct(parsed.error.issues.flatMap((issue) => explainListingIssue(issue, value))) };
  const { app, ...rest } = parsed.data;
  // The schema has accepted the category, so it resolves.
  const resolved = resolveCategory(app.category)!;
  return { ok: true, listing: { schema: 'listing-facts/1', app: { ...app, category: resolved.id }, ...rest } };
}

/** A value that fails twice in the same way (an unknown category is of no right type and resolves to nothing) is said once. */
function distinct(issues: readonly ListingIssue[]): ListingIssue[] {
  const seen = new Set<string>();
  return issues.filter(({ pointer, code }) => {
    const key = `${code} ${pointer}`;
    return !seen.has(key) && seen.add(key);
  });
}
