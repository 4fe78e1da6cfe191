import { useLanguage } from '../../i18n/language.tsx';

/** Places of the size of what comes, so that nothing jumps. */
export function SubmissionSkeleton() {
  const { t } = useLanguage();
  return (
    <div role="status" aria-label={t({ zh: '正在取送审', en: 'Loading the submission' })}>
      <div className="skeleton skeleton-top" />
      <FindingsSkeleton />
    </div>
  );
}

/** Places for findings. */
export function FindingsSkeleton() {
  return (
    <div aria-hidden="true">
      {[0, 1, 2, 3, 4].map((place) => (
        <div key={place} className="skeleton skeleton-finding" />
      ))}
    </div>
  );
}
