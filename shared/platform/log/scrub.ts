const REDACTED = '[redacted]';

/** Members whose value is secret wherever they stand, headers and configuration alike. */
const SECRET_MEMBER =
  /"(authorization|proxy-authorization|cookie|set-cookie|password|secret|apikey|api_key|x-api-key|plain|webhooksecret|secretkey|accesskey|s3_secret_key|s3_access_key|databaseurl|queueurl)":"(?:[^"\\]|\\.)*"/gi;

/** Secrets inside other text: our API keys, webhook secrets, bearer tokens, credentials in URLs, signatures in query strings. */
const SECRET_TEXT: readonly (readonly [RegExp, string])[] = [
  [/sg_live_[A-Za-z0-9_-]+/g, `sg_live_${REDACTED}`],
  [/whsec_[A-Za-z0-9+/=_-]+/g, `whsec_${REDACTED}`],
  [/\b(Bearer|Basic) [A-Za-z0-9+/=._~-]+/gi, `$1 ${REDACTED}`],
  [/([a-z][a-z0-9+.-]*:\/\/)[^\s"\\/?#@]+@/gi, `$1${REDACTED}@`],
  [
    /([?&](?:[\w.-]*(?:signature|credential|token|secret|password|policy)|sig|sign|key|ossaccesskeyid|awsaccesskeyid)=)[^&\s"\\#]+/gi,
    `$1${REDACTED}`,
  ],
];

/**
 * Characters that JSON leaves alone and that a terminal or a viewer obeys: DEL and C1 controls, line separators, and those that turn
 * the direction of text. Log lines hold strangers' names.
 */
const OBEYED = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** A line of JSON without secrets and without characters that a terminal obeys; still the same JSON otherwise. */
export function scrub(line: string): string {
  let clean = line.replace(SECRET_MEMBER, `"$1":"${REDACTED}"`);
  for (const [pattern, replacement] of SECRET_TEXT) clean = clean.replace(pattern, replacement);
  return clean.replace(OBEYED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
