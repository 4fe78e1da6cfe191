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

/** What is written is kept as it is: whether anybody can be reached by it is for rules to say, an empty object included. */
const contactDetails = z
  .strictObject({
    email: line(254).optional().meta({ description: '邮箱 / Mailbox' }),
    phone: line(60)
      .optional()
      .meta({ description: '电话，可以带分机和服务时间 / Telephone, with extension and hours if wanted' }),
    url: webAddress.optional().meta({ description: '在线联系或投诉的网页 / Page for messages or complaints' }),
    address: line(300).optional().meta({ description: '通信地址 / Postal address' }),
  })
  .meta({
    id: 'ContactDetails',
    description:
      '联系方式：邮箱、电话、网页、地址至少一项 / How to reach somebody: at least one of mailbox, telephone, page, address',
  });

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
      filingNumber: line(100)
        .optional()
        .meta({ description: 'APP备案号，例如粤ICP备12345678号-2A / App filing number, for example 粤ICP备12345678号-2A' }),
      audience: z.enum(AUDIENCES).optional().meta({
        description:
          '适用人群：全部、不满十四周岁的儿童、青少年、成年人 / Whom it is for: everybody, children under fourteen, teenagers, adults',
      }),
      description: prose(20_000).optional().meta({ description: '商店页面的简介 / Text of the store page' }),
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
          filingNumbers: z.array(line(200)).max(50).optional().meta({
            description:
              '大模型或算法的备案、登记编号，使用他人模型的填该模型的 / Numbers of filings or registrations of models and algorithms, another’s where another’s is used',
          }),
          labelling: prose(2000).optional().meta({
            description:
              '生成内容怎样做显式和隐式标识，或者材料的地址 / How generated content is marked, visibly and in its data, or where the material is',
          }),
          humanLike: z
            .boolean()
            .optional()
            .meta({ description: '提供拟人化互动（陪伴、角色扮演） / Human-like interaction (companions, role play)' }),
          assessment: prose(2000).optional().meta({
            description: '拟人化互动的安全评估或备案情况 / Security assessment or filing of human-like interaction',
          }),
        })
        .optional()
        .meta({
          description: '生成式人工智能服务的说明；不提供的不填 / About generative AI in the app; left out where there is none',
        }),
    }),
    developer: z.strictObject({
      id: line(128),
      name: line(200).optional(),
      kind: z.enum(['company', 'individual', 'institution']).optional().meta({
        description:
          '主体类型：公司（含个体工商户、合作社）、个人、其他机构 / A company (self-employed and cooperatives too), an individual, another institution',
      }),
      creditCode: line(40).optional().meta({
        description:
          '18位统一社会信用代码（GB 32100-2015）；不得填写身份证号 / Unified social credit code of 18 characters; never the number of an identity card',
      }),
      verified: z.boolean().optional().meta({
        description:
          '商店是否已核验其真实身份；不填表示不说明 / Whether the store has verified the identity; left out: nothing is said',
      }),
      contact: contactDetails.optional(),
    }),
    /** Where users complain; the developer's own contact is beside its name. */
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
