/** What a key looks like: where its maker says how it begins, and the whole shape. Sources: the makers' own documents. */
interface KeyShape {
  readonly kind: string;
  readonly prefix: string;
  readonly whole: RegExp;
}

const SHAPES: readonly KeyShape[] = [
  // Alibaba Cloud, AccessKey ID: LTAI and 12 to 20 more; temporary ones from STS begin with STS.
  { kind: 'aliyun-access-key', prefix: 'LTAI', whole: /^LTAI[0-9A-Za-z]{12,26}$/ },
  // Tencent Cloud, SecretId.
  { kind: 'tencent-secret-id', prefix: 'AKID', whole: /^AKID[0-9A-Za-z]{32}$/ },
  // AWS, "IAM identifiers": AKIA for a long-term access key, ASIA for a temporary one.
  { kind: 'aws-access-key', prefix: 'AKIA', whole: /^AKIA[0-9A-Z]{16}$/ },
  // Google API keys.
  { kind: 'google-api-key', prefix: 'AIza', whole: /^AIza[0-9A-Za-z_-]{35}$/ },
  // Google OAuth 2.0 client secrets.
  { kind: 'google-client-secret', prefix: 'GOCSPX-', whole: /^GOCSPX-[0-9A-Za-z_-]{28}$/ },
  // RFC 7468, "Textual encoding of PKCS #8 private key info", and the older forms of OpenSSL.
  { kind: 'private-key', prefix: '-----BEGIN ', whole: /^-----BEGIN (?:(?:RSA|EC|DSA|ENCRYPTED|OPENSSH) )?PRIVATE KEY-----/ },
  // Base64 of a PKCS #8 key (RFC 5208) for RSA of 2,048 and of 1,024 bits, without its armour: version 0 and the algorithm's identifier.
  { kind: 'private-key', prefix: 'MIIE', whole: /^MIIE[0-9A-Za-z+/]{2}IBADANBgkqhkiG9w0BAQ[\s\S]+/ },
  { kind: 'private-key', prefix: 'MIIC', whole: /^MIIC[0-9A-Za-z+/]{2}IBADANBgkqhkiG9w0BAQ[\s\S]+/ },
];

/** How the strings begin that `recogniseKey` should be asked about. */
export const KEY_PREFIXES: readonly string[] = SHAPES.map(({ prefix }) => prefix);

/** The kind of key that a constant looks like, and a hint that does not give it away; null where it looks like none. */
export function recogniseKey(text: string): { kind: string; hint: string } | null {
  const shape = SHAPES.find(({ prefix, whole }) => text.startsWith(prefix) && whole.test(text));
  return shape ? { kind: shape.kind, hint: `${text.slice(0, 4)}…(${text.length})` } : null;
}
