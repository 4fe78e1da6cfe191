import { z } from 'zod';
import { listingSchema, webAddress } from '../../../shared/knowledge/listing-schema.ts';
import { sha256 } from '../../../shared/pledge/schema.ts';
import { publish } from './published.ts';

const webAddressSchema = webAddress.describe('http 或 https 地址 / An http or https address');

const digestSchema = z
  .string()
  .regex(/^[0-9a-fA-F]{64}$/)
  .describe('安装包的 SHA-256，可选；不符则拒绝 / SHA-256 of the package, optional; refused when it differs');

const file = z.string().meta({ format: 'binary' });

/** The form as documentation; the parts are read as they stream. */
export const submissionFormSchema = publish(
  'SubmissionForm',
  z.strictObject({
    package: file.describe('安装包，须带文件名 / The package, with a file name'),
    listing: listingSchema,
    privacyPolicy: file.optional().describe('隐私政策：HTML、文本、Markdown、PDF 或 DOCX / The policy as a document'),
    callbackUrl: webAddressSchema.optional(),
    packageSha256: digestSchema.optional(),
  }),
);

/** What a package may be referred to by. */
const packageReferenceSchema = publish(
  'PackageReference',
  z
    .union([
      z.strictObject({ uploadId: z.string().max(64) }),
      z.strictObject({ objectKey: z.string().max(1024), sha256: digestSchema.optional() }),
      z.strictObject({ url: webAddressSchema, sha256: digestSchema.optional() }),
      z.strictObject({ sha256 }),
    ])
    .describe(
      '断点续传的编号、对象键（inbox/商店编号/ 之下）、可拉取的地址，或本商店送审过的安装包的 SHA-256 / ' +
        'An upload, an object key below inbox/<store id>/, an address to pull from, or the SHA-256 of a package this store submitted before',
    ),
);
export type PackageReference = z.infer<typeof packageReferenceSchema>;

export const submissionReferenceSchema = publish(
  'SubmissionByReference',
  z.strictObject({
    package: packageReferenceSchema,
    listing: listingSchema,
    callbackUrl: webAddressSchema.optional(),
    packageSha256: digestSchema.optional(),
  }),
);

/** The same at run time: the listing has a validator of its own, with better words. */
export const submissionReferenceInput = submissionReferenceSchema.extend({ listing: z.unknown() });

/** Text parts of a form that are not the listing. */
export const formTextsSchema = z.strictObject({
  callbackUrl: webAddressSchema.optional(),
  packageSha256: digestSchema.optional(),
});
