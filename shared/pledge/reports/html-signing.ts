import { FILING_OUTCOMES, FILING_STATUS } from '../../domain/report/table-words.ts';
import { type Html, html, type Piece } from '../html.ts';
import type { Report } from '../report.ts';
import { pairs } from './html-table.ts';
import type { Voice } from './language.ts';
import { RECORD_NAMES, SIGNATURE_NAMES } from './wording.ts';

type Certificate = NonNullable<Report['signing']>['certificates'][number];

/** Certificates and filed packages shown at most. */
const MOST = 50;

/** Certificates of the package with the digests that a filing registers. */
export function signingSection({ signing }: Report, voice: Voice): Piece {
  if (signing === null) return null;
  const { schemes, verified, certificates } = signing;
  return html`<section id="signing"><h2>${voice.say({ zh: '签名与证书', en: 'Signature and certificates' })}</h2>
<p>${voice.say({ zh: '签名方案', en: 'Schemes' })} ${schemes.length === 0 ? '—' : schemes.map((scheme, at) => html`${at > 0 ? ', ' : ''}<code>${scheme}</code>`)} · ${voice.say({ zh: '验证结果', en: 'Verification' })} ${voice.say(SIGNATURE_NAMES[verified])}</p>
${certificates.slice(0, MOST).map((certificate) => certificateTable(certificate, voice))}${certificates.length > MOST ? html`<p class="note">… +${certificates.length - MOST}</p>` : null}</section>`;
}

const code = (text: string | null): Piece => (text === null || text === '' ? null : html`<code>${text}</code>`);

function certificateTable(certificate: Certificate, voice: Voice): Html {
  const { subject, issuer, keyAlgorithm, keyBits, notBefore, notAfter, debug } = certificate;
  return pairs(
    [
      [{ zh: '用于', en: 'Used by' }, certificate.schemes.map((scheme, at) => html`${at > 0 ? ', ' : ''}<code>${scheme}</code>`)],
      [{ zh: '主体', en: 'Subject' }, html`<bdi>${voice.tongue(subject)}</bdi>`],
      [{ zh: '颁发者', en: 'Issuer' }, issuer === subject ? null : html`<bdi>${voice.tongue(issuer)}</bdi>`],
      [{ zh: '有效期', en: 'Valid' }, `${notBefore.slice(0, 10)} – ${notAfter.slice(0, 10)}`],
      [{ zh: '密钥', en: 'Key' }, keyBits === null ? keyAlgorithm : `${keyAlgorithm} ${keyBits}`],
      [
        { zh: '调试证书', en: 'Debug key' },
        debug ? html`<b>${voice.say({ zh: '是（人人可得的密钥）', en: 'yes (a key that everybody has)' })}</b>` : null,
      ],
      [{ zh: '证书 MD5', en: 'Certificate MD5' }, code(certificate.md5)],
      [{ zh: '证书 SHA-1', en: 'Certificate SHA-1' }, code(certificate.sha1)],
      [{ zh: '证书 SHA-256', en: 'Certificate SHA-256' }, code(certificate.sha256)],
      [{ zh: '公钥 MD5', en: 'Public key MD5' }, code(certificate.publicKeyMd5)],
      [{ zh: '公钥 SHA-256', en: 'Public key SHA-256' }, code(certificate.publicKeySha256)],
      [{ zh: '公钥', en: 'Public key' }, code(certificate.publicKey)],
    ],
    voice,
  );
}

/** What the platform had on record when the app was judged. */
export function recordSection({ records: { previous, filing } }: Report, voice: Voice): Piece {
  if (previous === null && filing === null) return null;
  return html`<section id="records"><h2>${voice.say({ zh: '平台记录', en: 'What the platform has on record' })}</h2>${previousTable(previous, voice)}${filingTable(filing, voice)}</section>`;
}

function previousTable(previous: Report['records']['previous'], voice: Voice): Piece {
  if (previous === null) return null;
  return html`<h3>${voice.say(RECORD_NAMES['previous-version'])}</h3>${pairs(
    [
      [{ zh: '送审编号', en: 'Submission' }, code(previous.submission)],
      [
        { zh: '版本', en: 'Version' },
        code([previous.versionName, previous.versionCode].filter((part) => part !== null).join(' / ')),
      ],
      [{ zh: '通过日期', en: 'Approved on' }, previous.approvedOn],
      [{ zh: '安装包 SHA-256', en: 'Package SHA-256' }, code(previous.packageSha256)],
      [{ zh: '权限', en: 'Permissions' }, String(previous.permissions.length)],
      [
        { zh: '签名证书 SHA-256', en: 'Signer SHA-256' },
        previous.signers.slice(0, MOST).map((signer) => html`<code>${signer}</code> `),
      ],
    ],
    voice,
  )}`;
}

function filingTable(filing: Report['records']['filing'], voice: Voice): Piece {
  if (filing === null) return null;
  const { registry, asked, outcome, record } = filing;
  const packages = record?.packages
    .slice(0, MOST)
    .map(
      (filed) =>
        html`<code>${filed.platform} ${filed.packageName}${filed.certificateMd5 === null ? '' : ` MD5 ${filed.certificateMd5}`}</code><br>`,
    );
  return html`<h3>${voice.say(RECORD_NAMES.filing)}</h3>${pairs(
    [
      [{ zh: '登记来源', en: 'Registry' }, html`<bdi>${voice.tongue(registry)}</bdi>`],
      [{ zh: '查询的备案号', en: 'Number asked for' }, html`<bdi>${voice.tongue(asked)}</bdi>`],
      [{ zh: '结果', en: 'Outcome' }, voice.say(FILING_OUTCOMES[outcome])],
      [{ zh: '登记的应用名称', en: 'Registered name' }, record && html`<bdi>${voice.tongue(record.appName)}</bdi>`],
      [{ zh: '主办者', en: 'Operator' }, record && html`<bdi>${voice.tongue(record.operator)}</bdi>`],
      [{ zh: '状态', en: 'Status' }, record && voice.say(FILING_STATUS[record.status])],
      [{ zh: '登记的安装包', en: 'Registered packages' }, packages],
    ],
    voice,
  )}`;
}
