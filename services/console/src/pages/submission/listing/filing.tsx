import { FILING_OUTCOMES, FILING_STATUS } from '../../../../../../shared/domain/report/table-words.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { TableScroll } from '../../../shell/table-scroll.tsx';
import { Untrusted } from '../../../shell/untrusted.tsx';
import { useReport } from '../report/report-context.tsx';

/** What the filing registry answered when the run was judged. */
export function Filing() {
  const { t } = useLanguage();
  const { records, app } = useReport().report;
  const { filing } = records;
  return (
    <section className="panel">
      <h2>{t({ zh: '备案', en: 'Filing' })}</h2>
      <p>
        {t({ zh: '申报的备案号：', en: 'Declared number: ' })}
        {app.filingNumber === null ? t({ zh: '未填写', en: 'none' }) : <Untrusted text={app.filingNumber} most={80} />}
      </p>
      {filing === null ? (
        <p>{t({ zh: '没有查询备案登记。', en: 'The registry was not asked.' })}</p>
      ) : (
        <p>
          <Untrusted text={filing.registry} most={120} />
          {t({ zh: '：', en: ': ' })}
          <b>{t(FILING_OUTCOMES[filing.outcome])}</b>（<Untrusted text={filing.asked} most={80} />）
        </p>
      )}
      {filing?.record != null && (
        <TableScroll label={t({ zh: '备案对照', en: 'Filing' })}>
          <table className="facts-table">
            <tbody>
              <tr>
                <th scope="row">{t({ zh: '备案号', en: 'Number' })}</th>
                <td>
                  <Untrusted text={filing.record.number} most={80} /> · {t(FILING_STATUS[filing.record.status])}
                </td>
              </tr>
              <tr>
                <th scope="row">{t({ zh: '应用名称', en: 'App' })}</th>
                <td>
                  <Untrusted text={filing.record.appName} most={160} />
                </td>
              </tr>
              <tr>
                <th scope="row">{t({ zh: '主办者', en: 'Operator' })}</th>
                <td>
                  <Untrusted text={filing.record.operator} most={160} />
                </td>
              </tr>
              {filing.record.packages.slice(0, 50).map(({ platform, packageName, certificateMd5 }) => (
                <tr key={`${platform} ${packageName} ${certificateMd5}`}>
                  <th scope="row">{platform}</th>
                  <td>
                    <Untrusted text={packageName} most={160} />
                    {certificateMd5 !== null && (
                      <div className="evidence-note">
                        MD5 <Untrusted text={certificateMd5} most={80} />
                      </div>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}
