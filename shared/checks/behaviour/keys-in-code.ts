import type { KeyHint } from '../../domain/facts/code.ts';
import type { Bilingual } from '../../domain/text.ts';
import { codeOwner, ownerEvidence } from '../ownership.ts';
import { rule } from '../rule.ts';

interface Kind {
  readonly name: Bilingual;
  readonly severity: 'review' | 'warn';
}

/** Kinds that are worth a finding. API keys of Google's are made to be in apps and restricted by its console, so they are left out. */
const KINDS: Readonly<Record<string, Kind>> = {
  'private-key': { name: { zh: '私钥', en: 'private key' }, severity: 'review' },
  'aliyun-access-key': { name: { zh: '阿里云 AccessKey', en: 'Alibaba Cloud AccessKey' }, severity: 'review' },
  'tencent-secret-id': { name: { zh: '腾讯云 SecretId', en: 'Tencent Cloud SecretId' }, severity: 'review' },
  'aws-access-key': { name: { zh: 'AWS 访问密钥', en: 'AWS access key' }, severity: 'review' },
  'google-client-secret': { name: { zh: 'Google OAuth 客户端密钥', en: 'Google OAuth client secret' }, severity: 'warn' },
};

/** Characters below which a private key is only its heading: code that reads keys holds that to compare with. */
const SHORTEST_PRIVATE_KEY = 120;

/** Whether the hint is of a key and not of the heading of one. */
function isWhole({ kind, hint }: KeyHint): boolean {
  const length = Number(/\((\d+)\)$/.exec(hint)?.[1] ?? SHORTEST_PRIVATE_KEY);
  return kind !== 'private-key' || length >= SHORTEST_PRIVATE_KEY;
}

export default rule({
  id: 'behaviour/keys-in-code',
  clauses: ['pledge2021-10'],
  basis: [
    { instrument: 'pipl', article: '51', verified: true },
    { instrument: 'data-security-law', article: '27', verified: false },
  ],
  ceiling: 'review',
  needs: ['package'],
  title: { zh: '代码中含有密钥', en: 'Secret keys in the code' },
  explanation: {
    zh: '写在安装包里的密钥任何人都能取出，云服务的访问密钥可能让人直接读取服务器上的用户数据。本规则识别代码常量中的私钥和阿里云、腾讯云、AWS 等访问密钥；事实中只保留前四位和长度，不保存密钥本身。属于已知第三方SDK或开源库的只作提示；只有开头标记而没有内容的、供客户端使用的公开密钥（如地图、Google API Key）不提。密钥是否有效、权限多大，静态无法判断。',
    en: 'A key in a package can be taken out by anybody, and a cloud access key may open the users’ data on the server. This rule recognises private keys and access keys of Alibaba Cloud, Tencent Cloud, AWS and others among the constants; facts hold the first four characters and the length, never the key. Those of known SDKs and libraries are a warning; headings without a key and keys made for clients (maps, Google API keys) are not meant. Whether a key works, and what it opens, cannot be told statically.',
  },
  examples: {
    bad: [
      {
        text: { zh: '云存储的访问密钥写在客户端', en: 'The access key of the cloud storage is in the app' },
        code: 'String accessKeyId = "LTAI…";',
      },
    ],
    good: [
      {
        text: { zh: '由服务器签发短期临时凭证（STS）', en: 'The server hands out short-lived credentials' },
        code: 'GET /sts/token',
      },
    ],
  },
  messages: {
    key: {
      zh: '代码中疑似含有{kind}（{hint}，位于 {place}），任何人都可以从安装包中取出；处理者应当采取措施防止未经授权的访问和个人信息泄露（《个人信息保护法》第五十一条），请核对并更换',
      en: 'The code seems to hold a secret: {kind} ({hint}, in {place}), which anybody can take out of the package; handlers must prevent unauthorised access and leaks (article 51 of the Personal Information Protection Law): check and replace it',
    },
  },
  remedy: {
    zh: '立即在服务商处作废该密钥，改由服务器保管并签发短期临时凭证；客户端只保留公开的标识',
    en: 'Revoke the key with its provider at once, keep it on the server and hand out short-lived credentials; the app keeps public identifiers only',
  },
  *evaluate({ package: facts, knowledge }) {
    for (const key of facts.code.keys ?? []) {
      const kind = Object.hasOwn(KINDS, key.kind) ? KINDS[key.kind]! : null;
      if (kind === null || !isWhole(key)) continue;
      const owner = codeOwner(key.place, facts, knowledge);
      yield {
        message: 'key',
        // The place moves when a shrinker renames classes; kind and hint stay.
        subject: `${key.kind}/${key.hint}`,
        // That of an SDK or library is the same in every app and its maker's to answer for.
        severity: owner.kind === 'sdk' || owner.kind === 'library' ? 'warn' : kind.severity,
        data: { kind: kind.name, hint: key.hint, place: key.place },
        evidence: [{ type: 'code', target: key.place, constant: key.hint, count: 1, owner: ownerEvidence(owner) }],
      };
    }
  },
});
