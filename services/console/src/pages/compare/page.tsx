import { Link, useParams } from 'react-router';
import { useLanguage } from '../../i18n/language.tsx';
import { LoadFailed } from '../../shell/load-failed.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import { Compared } from './compared.tsx';
import './compare.css';
import { OtherVersion } from './other-version.tsx';
import { useCompareAddress, useComparison } from './use-comparison.ts';

const TITLE = { zh: '版本比较', en: 'Compare versions' } as const;

/** One version of an app against another: by default against the one that was approved last. */
export default function ComparePage() {
  const { t } = useLanguage();
  const { id = '' } = useParams();
  const { other, chooseOther, group, chooseGroup } = useCompareAddress();
  const { data, error, isPlaceholderData, refetch } = useComparison(id, other);
  usePageTitle(t(TITLE));
  if (error !== null) {
    return (
      <>
        <LoadFailed error={error} retry={() => void refetch()} />
        {other !== null && (
          <p className="compare-back">
            <Link to={`/submissions/${encodeURIComponent(id)}/compare`}>
              {t({ zh: '与最近一次上架的版本比较', en: 'Compare with the version approved last' })}
            </Link>
          </p>
        )}
      </>
    );
  }
  return (
    <div className="compare">
      <div className="compare-title">
        <h1>{t(TITLE)}</h1>
        <Link to={`/submissions/${encodeURIComponent(id)}`}>{t({ zh: '返回送审', en: 'Back to the submission' })}</Link>
      </div>
      {data === undefined ? (
        <div role="status" aria-label={t({ zh: '正在比较', en: 'Comparing' })} className="compare-waiting" />
      ) : (
        <div aria-busy={isPlaceholderData} className={isPlaceholderData ? 'compare-stale' : undefined}>
          {data.others.length > 0 && <OtherVersion answer={data} chosen={other} onChoose={chooseOther} />}
          {data.comparison === null ? (
            <p className="compare-summary">
              {data.others.length === 0
                ? t({
                    zh: '这是本商店收到的该应用的第一个有机审结论的版本，没有可比较的版本。',
                    en: 'This is the only version of the app in this store that has a verdict: there is nothing to compare it with.',
                  })
                : t({
                    zh: '此前没有已上架的版本；可选择该应用的另一次送审比较。',
                    en: 'No earlier version was approved; choose another submission of the app to compare with.',
                  })}
            </p>
          ) : (
            <Compared comparison={data.comparison} group={group} onGroup={chooseGroup} />
          )}
        </div>
      )}
    </div>
  );
}
