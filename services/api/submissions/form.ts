import type { StoredUpload } from '../uploads/store.ts';

/** A policy document as it arrived. */
export interface PolicyFile {
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly mediaType: string | null;
  readonly fileName: string | null;
}

/** The parts of a form, in whatever order they came. */
export interface FormParts {
  readonly package: StoredUpload | null;
  readonly policy: PolicyFile | null;
  readonly texts: ReadonlyMap<TextPart, string>;
}

/** Parts that are text, sent as a field or as a file. */
export const TEXT_PARTS = ['listing', 'callbackUrl', 'packageSha256'] as const;
export type TextPart = (typeof TEXT_PARTS)[number];
export const FILE_PARTS = ['package', 'privacyPolicy', ...TEXT_PARTS] as const;
