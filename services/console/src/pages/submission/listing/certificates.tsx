import type { ReportCertificate } from '../../../../../../shared/domain/report/view.ts';
import { SIGNATURE_NAMES } from '../../../../../../shared/domain/report/words.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { TableScroll } from '../../../shell/table-scroll.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';
import { useReport } from '../report/report-context.tsx';

/** Who signed the package, with the digests that a filing registers. */
export function Certificates() {
  const { t } = useLanguage();
  const { signing } = useReport().report;
  return (
    <section className="panel">
      <h2>{t({ zh: '签名证书', en: 'Signing certificates' })}</h2>
      {signing === null ? (
        <p>{t({ zh: '安装包没有可用的事实。', en: 'There are no facts of the package.' })}</p>
      ) : (
        <>
          <p>
            {t({ zh: '签名验证：', en: 'Verification: ' })}
            <b className={signing.verified === 'invalid' ? 'evidence-warning' : ''}>{t(SIGNATURE_NAMES[signing.verified])}</b>
            {signing.schemes.length > 0 && ` · ${signing.schemes.join(', ')}`}
          </p>
          {signing.certificates.length === 0 && <p>{t({ zh: '没有证书。', en: 'No certificate.' })}</p>}
          {signing.certificates.map((certificate) => (
            <Certificate key={certificate.sha256} certificate={certificate} />
          ))}
        </>
      )}
    </section>
  );
}

function Certificate({ certificate }: { readonly certificate: ReportCertificate }) {
  const { t } = useLanguage();
  const rows: readonly (readonly [string, string | null])[] = [
    [t({ zh: '持有者', en: 'Subject' }), certificate.subject],
    [t({ zh: '签发者', en: 'Issuer' }), certificate.issuer],
    [t({ zh: '序列号', en: 'Serial' }), certificate.serial],
    [t({ zh: '有效期', en: 'Valid' }), `${certificate.notBefore} – ${certificate.notAfter}`],
    [t({ zh: '密钥', en: 'Key' }), `${certificate.keyAlgorithm}${certificate.keyBits === null ? '' : ` ${certificate.keyBits}`}`],
    ['MD5', certificate.md5],
    ['SHA-1', certificate.sha1],
    ['SHA-256', certificate.sha256],
    [t({ zh: '公钥 MD5', en: 'Public key, MD5' }), certificate.publicKeyMd5],
    [t({ zh: '公钥 SHA-256', en: 'Public key, SHA-256' }), certificate.publicKeySha256],
    [t({ zh: '公钥（备案所示）', en: 'Public key, as a filing shows it' }), certificate.publicKey],
  ];
  return (
    <TableScroll label={t({ zh: '证书', en: 'Certificate' })}>
      {certificate.debug && (
        <p className="evidence-warning">
          {t({ zh: '这是人人都有的调试证书。', en: 'This is a debug certificate, whose key everybody has.' })}
        </p>
      )}
      <table className="facts-table">
        <tbody>
          <tr>
            <th scope="row">{t({ zh: '签名方案', en: 'Schemes' })}</th>
            <td>{certificate.schemes.join(', ')}</td>
          </tr>
          {rows.map(([name, value]) =>
            value === null ? null : (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <Untrusted text={value} most={160} />
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </TableScroll>
  );
}
