import { useLanguage } from '../../i18n/language.tsx';
import { Untrusted } from '../../shell/untrusted.tsx';
import type { BulkResult } from './bulk.ts';

/** What failed of a bulk operation, one by one, and why. */
export function BulkResults({
  results,
  names,
}: {
  readonly results: readonly BulkResult[];
  /** What the apps are called, by submission. */
  readonly names: ReadonlyMap<string, string>;
}) {
  const { t } = useLanguage();
  const failed = results.filter(({ problem }) => problem !== null);
  if (failed.length === 0) return null;
  return (
    <>
      <p>{t({ zh: '以下案卷没有改变，仍处于选中状态：', en: 'These have not changed and stay selected:' })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by the keyboard. */}
      <ul className="queue-results" tabIndex={0} aria-label={t({ zh: '失败的案卷', en: 'What failed' })}>
        {failed.map(({ submission, problem }) => (
          <li key={submission}>
            <strong>
              <Untrusted text={(names.get(submission) ?? submission).slice(0, 60)} most={61} />
            </strong>
            {t({ zh: '：', en: ': ' })}
            {problem !== null && t(problem)}
          </li>
        ))}
      </ul>
    </>
  );
}
