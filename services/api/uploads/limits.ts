import type { ApiConfiguration } from '../ports.ts';
import { Problem } from '../problems/problem.ts';

/** Where resumable uploads are created. */
export const RESUMABLE_PATH = '/v1/uploads';

const mebibytes = (bytes: number): string => `${Math.floor(bytes / 2 ** 20)} MiB`;

/** Problem for a package above the limit that holds for every way of sending it. */
export function packageTooLarge(limitBytes: number): Problem {
  return new Problem(
    'payload-too-large',
    { zh: `安装包超过上限 ${mebibytes(limitBytes)}`, en: `The package exceeds the limit of ${mebibytes(limitBytes)}` },
    { limitBytes },
  );
}

/** What a package in a form may weigh, and the problem of one that weighs more: resumable where that would help. */
export function formPackageLimit({ limits }: ApiConfiguration): { readonly maxBytes: number; readonly tooLarge: () => Problem } {
  if (limits.resumableAboveBytes >= limits.packageBytes) {
    return { maxBytes: limits.packageBytes, tooLarge: () => packageTooLarge(limits.packageBytes) };
  }
  const limitBytes = limits.resumableAboveBytes;
  return {
    maxBytes: limitBytes,
    tooLarge: () =>
      new Problem(
        'use-resumable-upload',
        {
          zh: `安装包超过 ${mebibytes(limitBytes)}，请用断点续传（tus）上传到 ${RESUMABLE_PATH}，再以 uploadId 送审`,
          en: `The package exceeds ${mebibytes(limitBytes)}: upload it to ${RESUMABLE_PATH} with tus and submit its uploadId`,
        },
        { limitBytes, resumableUpload: RESUMABLE_PATH },
      ),
  };
}
