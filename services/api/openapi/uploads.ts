import { RESUMABLE_PATH } from '../uploads/limits.ts';
import type { JsonObject } from './json.ts';
import { line, problemResponses } from './paths.ts';

const header = (name: string, required: boolean, zh: string, en: string): JsonObject => ({
  name,
  in: 'header',
  required,
  description: line({ zh, en }),
  schema: { type: 'string' },
});
const version = header('Tus-Resumable', true, '协议版本，固定为 1.0.0', 'Version of the protocol, always 1.0.0');
const uploadId: JsonObject = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const problems = problemResponses([
  'invalid-request',
  'not-found',
  'conflict',
  'payload-too-large',
  'unauthenticated',
  'forbidden',
  'rate-limited',
  'internal',
]);

const verb = (id: string, zh: string, en: string, parameters: JsonObject[], done: JsonObject): JsonObject => ({
  operationId: id,
  tags: ['uploads'],
  summary: line({ zh, en }),
  security: [{ key: ['submissions:write'] }],
  parameters: [version, ...parameters],
  responses: { ...problems, ...done },
});
const empty = (status: string, zh: string, en: string): JsonObject => ({ [status]: { description: line({ zh, en }) } });

/** Paths of the tus protocol (tus.io, version 1.0.0), which has no JSON bodies of ours: written down, not generated. */
export const uploadPaths: JsonObject = {
  [RESUMABLE_PATH]: {
    post: verb(
      'createUpload',
      '开始断点续传',
      'Begin a resumable upload',
      [
        header('Upload-Length', false, '总字节数；未知时改用 Upload-Defer-Length: 1', 'Bytes in all, or Upload-Defer-Length: 1'),
        header('Upload-Metadata', false, '可选的元数据', 'Metadata, optional'),
      ],
      empty(
        '201',
        '已创建；Location 的末段即 uploadId，传完后以 package.uploadId 送审',
        'Created; the last part of Location is the uploadId to submit as package.uploadId once it is complete',
      ),
    ),
  },
  [`${RESUMABLE_PATH}/{id}`]: {
    head: verb(
      'uploadOffset',
      '查询已收字节数',
      'How much has arrived',
      [uploadId],
      empty('200', 'Upload-Offset 头', 'See Upload-Offset'),
    ),
    patch: {
      ...verb(
        'continueUpload',
        '续传',
        'Send the next bytes',
        [uploadId, header('Upload-Offset', true, '从何处继续', 'Where these bytes begin')],
        empty('204', '已收到', 'Received'),
      ),
      requestBody: { required: true, content: { 'application/offset+octet-stream': {} } },
    },
    delete: verb('abandonUpload', '放弃上传', 'Abandon an upload', [uploadId], empty('204', '已删除', 'Removed')),
  },
};
