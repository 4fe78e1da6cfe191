import { INSPECTABLE_FORMATS } from '../../../shared/inspection/index.ts';
import { operation } from '../operation.ts';
import { submissionFormSchema, submissionReferenceSchema } from '../schemas/intake.ts';
import { acceptedSchema, verdictAnswerSchema } from '../schemas/submission.ts';
import { accept } from './accept.ts';
import { waitEstimator } from './estimate.ts';
import { idempotencyKey } from './idempotency.ts';
import { readIntake } from './intake.ts';
import { preferredWait, WAIT_CAP_SECONDS } from './preference.ts';
import { presentAccepted } from './present.ts';
import { verdictAnswer } from './verdict-answer.ts';
import { waitForDecision } from './wait.ts';

const estimators = new WeakMap<object, () => Promise<number>>();

const REPLAYED = {
  zh: '同一幂等键先前已受理时为 true',
  en: 'true when the same idempotency key was accepted before',
};

const ACCEPTED = INSPECTABLE_FORMATS.join(', ');

export const createSubmission = operation({
  id: 'createSubmission',
  method: 'post',
  path: '/v1/submissions',
  tag: 'submissions',
  summary: { zh: '送审安装包', en: 'Submit a package' },
  description: {
    zh: `以表单上传安装包（边收边算 SHA-256，直接写入对象存储），或以 JSON 引用已有的安装包。受理即返回 202。可审格式（按内容识别）：${ACCEPTED}。`,
    en: `Upload the package in a form (hashed while it streams to the object store), or refer to one in JSON. Answers 202 once accepted. Formats, told by content: ${ACCEPTED}.`,
  },
  scope: 'submissions:write',
  bodies: [
    {
      mediaType: 'multipart/form-data',
      schema: submissionFormSchema,
      encoding: { package: 'application/octet-stream', listing: 'application/json', privacyPolicy: 'application/octet-stream' },
    },
    { mediaType: 'application/json', schema: submissionReferenceSchema },
  ],
  headers: {
    'Idempotency-Key': {
      zh: '同一键与同一内容永远得到同一送审；同一键而内容不同则拒绝',
      en: 'The same key and content give the same submission, for ever; the same key with other content is refused',
    },
    Prefer: {
      zh: `wait=N：最多等待 N 秒（上限 ${WAIT_CAP_SECONDS}），届时已有机审结论则以 200 返回`,
      en: `wait=N: wait up to N seconds (at most ${WAIT_CAP_SECONDS}) and answer 200 with the verdict if there is one by then`,
    },
  },
  responses: {
    202: {
      description: { zh: '已受理', en: 'Accepted' },
      schema: acceptedSchema,
      headers: {
        Location: { zh: '送审的地址', en: 'Address of the submission' },
        'Idempotent-Replayed': REPLAYED,
      },
    },
    200: {
      description: { zh: '等待时间内已有机审结论', en: 'The verdict came within the time to wait' },
      schema: verdictAnswerSchema,
      headers: {
        Location: { zh: '送审的地址', en: 'Address of the submission' },
        'Preference-Applied': { zh: '已采纳的 Prefer', en: 'The preference that was honoured' },
        'Idempotent-Replayed': REPLAYED,
      },
    },
  },
  problems: [
    'payload-too-large',
    'use-resumable-upload',
    'not-a-package',
    'unsupported-format',
    'hash-mismatch',
    'invalid-listing',
    'unknown-category',
    'policy-missing',
    'idempotency-conflict',
    'not-found',
  ],
  async handle({ ports, caller, request, response, gone }) {
    const { publicUrl } = ports.configuration;
    const key = idempotencyKey(request.get('Idempotency-Key'));
    const intake = await readIntake(ports, caller, request, response);
    const { submission, replayed } = await accept(ports, caller, intake, key);
    response.locals.submissionId = submission.id;

    const seconds = preferredWait(request.get('Prefer'));
    const seen = await waitForDecision(ports.database.submissions, submission, seconds * 1000, gone);
    const answer = seconds > 0 ? await verdictAnswer(ports, seen.id) : null;
    const headers = {
      Location: `${publicUrl ?? ''}/v1/submissions/${submission.id}`,
      ...(replayed && { 'Idempotent-Replayed': 'true' }),
      ...(answer && { 'Preference-Applied': `wait=${seconds}` }),
    };
    if (answer) return { status: 200, body: answer, headers };
    const estimate = estimators.get(ports) ?? waitEstimator(ports);
    estimators.set(ports, estimate);
    return { status: 202, body: presentAccepted(seen, publicUrl, await estimate()), headers };
  },
});
