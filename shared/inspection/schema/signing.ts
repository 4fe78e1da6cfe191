import { z } from 'zod';
import { bilingual, sha256, texts } from './shapes.ts';

const scheme = z.enum(['v1', 'v2', 'v3', 'v3.1', 'v4', 'hap', 'rpk']);
const result = z.enum(['valid', 'invalid', 'not-checked']);
const sha1 = z.string().regex(/^[0-9a-f]{40}$/);
const md5 = z.string().regex(/^[0-9a-f]{32}$/);

const certificate = z.strictObject({
  subject: z.string(),
  issuer: z.string(),
  serial: z.string(),
  notBefore: z.string(),
  notAfter: z.string(),
  algorithm: z.string(),
  keyAlgorithm: z.string(),
  keyBits: z.int().nullable(),
  md5,
  sha1,
  sha256,
  publicKeySha256: sha256,
  publicKeyMd5: md5.optional(),
  publicKeySha1: sha1.optional(),
  modulus: z.string().nullable().optional(),
  debug: z.boolean(),
});

/** `PackageFacts.signing`. */
export const signingSchema = z.strictObject({
  schemes: z.array(scheme),
  signers: z.array(
    z.strictObject({
      scheme,
      certificates: z.array(certificate),
      algorithms: texts.optional(),
      minSdk: z.int().optional(),
      maxSdk: z.int().optional(),
    }),
  ),
  verified: result,
  results: z
    .array(z.strictObject({ scheme, result, problems: z.array(z.strictObject({ code: z.string(), message: bilingual })) }))
    .optional(),
  lineage: z.array(z.strictObject({ sha256, capabilities: texts })).optional(),
  profile: z
    .strictObject({
      type: z.string().nullable(),
      bundleName: z.string().nullable(),
      developerId: z.string().nullable(),
      notAfter: z.string().nullable(),
      permissions: texts,
    })
    .optional(),
});
