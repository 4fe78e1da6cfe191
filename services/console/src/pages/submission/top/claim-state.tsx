import type { AccountName } from '../../../../../../shared/domain/review/account.ts';
import type { Claim } from '../../../../../../shared/domain/review/dossier.ts';
import { useSession } from '../../../api/session.tsx';
import { useLanguage } from '../../../i18n/language.tsx';
import { visibleText } from '../../../shell/visible-characters.ts';

/** Who looks at it at this moment, and to whom it was given. */
export function ClaimState({ claim, assignee }: { readonly claim: Claim | null; readonly assignee: AccountName | null }) {
  const { t } = useLanguage();
  const { account } = useSession();
  const mine = claim !== null && claim.by.id === account.id;
  const name = claim === null ? '' : visibleText(claim.by.displayName, 40);
  return (
    <span data-testid="claim" data-claim={claim === null ? 'none' : mine ? 'mine' : 'other'}>
      {claim === null
        ? t({ zh: '无人领取', en: 'Nobody' })
        : mine
          ? t({ zh: '您正在审阅', en: 'You are looking at it' })
          : t({ zh: `${name} 正在审阅`, en: `Being looked at by ${name}` })}
      {assignee !== null && (
        <>
          {' '}
          · {t({ zh: '指派给 ', en: 'assigned to ' })}
          {visibleText(assignee.displayName, 40)}
        </>
      )}
    </span>
  );
}
