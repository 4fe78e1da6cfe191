import { useLanguage } from '../../../i18n/language.tsx';
import { countSeverities } from '../findings/order.ts';
import { useReport } from '../report/report-context.tsx';

/** Says before anything is sent that somebody else has to confirm it, and why. @param waiving it is a waiver that wants them */
export function SecondNotice({ waiving }: { readonly waiving: boolean }) {
  const { t } = useLanguage();
  const { verdict } = useReport().report;
  const { reject, review } = countSeverities(verdict.findings);
  const strongest =
    reject > 0
      ? { zh: `${reject} 个“驳回”类问题`, en: `${reject} ${reject === 1 ? 'finding' : 'findings'} of the kind “Reject”` }
      : { zh: `${review} 个“复核”类问题`, en: `${review} ${review === 1 ? 'finding' : 'findings'} of the kind “Review”` };
  return (
    <p className="second-notice" role="note">
      {t(
        waiving
          ? {
              zh: '需要第二人复核：豁免“驳回”类问题即放行以后的版本，须由另一名有复核权限的人确认后生效。',
              en: 'A second reviewer is needed: waiving a finding of the kind “Reject” lets later versions through; it takes effect when another person with the right confirms.',
            }
          : {
              zh: `需要第二人复核：机审因${strongest.zh}驳回，放行须由另一名有复核权限的人确认后生效。`,
              en: `A second reviewer is needed: the machine rejected it with ${strongest.en}; letting it through takes effect when another person with the right confirms.`,
            },
      )}
    </p>
  );
}
