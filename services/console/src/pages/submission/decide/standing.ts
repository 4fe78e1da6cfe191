import type { Account, Right } from '../../../../../../shared/domain/review/account.ts';
import type { Decision } from '../../../../../../shared/domain/review/decision.ts';
import type { Claim, SubmissionView } from '../../../../../../shared/domain/review/dossier.ts';

/** What the person who looks can do about the submission, and why not. */
export type Standing =
  | {
      readonly may: 'nothing';
      readonly why: 'no-dossier' | 'no-right' | 'moot' | 'own-proposal' | 'waits-for-second';
    }
  /** `revisable`: this person may put another decision in its place. */
  | { readonly may: 'nothing'; readonly why: 'decided'; readonly revisable: boolean }
  | { readonly may: 'nothing'; readonly why: 'claimed'; readonly claim: Claim }
  | { readonly may: 'decide'; readonly appeal: string | null; readonly revise: boolean }
  | { readonly may: 'confirm'; readonly proposal: Decision };

/** Whether there is anything to decide about it, whoever looks. */
function isOpen(view: SubmissionView): boolean {
  const { dossier } = view;
  if (dossier === null) return false;
  return dossier.state === 'open' || dossier.state === 'rectifying' || (dossier.state === 'decided' && dossier.appeal !== null);
}

/**
 * The one table of what can be done now.
 * @param claim who holds it, if known better than the view does
 * @param revising whether this person is about to replace a decision that stands
 */
export function standingOf(
  view: SubmissionView,
  account: Pick<Account, 'id'>,
  rights: readonly Right[],
  claim: Claim | null,
  revising = false,
): Standing {
  const { dossier } = view;
  if (dossier === null) return { may: 'nothing', why: 'no-dossier' };
  if (dossier.state === 'moot') return { may: 'nothing', why: 'moot' };
  const claimed = claim !== null && claim.by.id !== account.id ? claim : null;
  if (dossier.state === 'proposed') {
    const proposal = view.decisions.find(({ state }) => state === 'proposed');
    if (proposal === undefined || !rights.includes('confirm')) return { may: 'nothing', why: 'waits-for-second' };
    if (proposal.by.id === account.id) return { may: 'nothing', why: 'own-proposal' };
    return claimed === null ? { may: 'confirm', proposal } : { may: 'nothing', why: 'claimed', claim: claimed };
  }
  const revisable = !isOpen(view) && rights.includes('decide') && rights.includes('confirm');
  if (!isOpen(view) && !(revising && revisable)) return { may: 'nothing', why: 'decided', revisable };
  if (!rights.includes('decide')) return { may: 'nothing', why: 'no-right' };
  if (claimed !== null) return { may: 'nothing', why: 'claimed', claim: claimed };
  return { may: 'decide', appeal: dossier.appeal?.id ?? null, revise: revisable };
}

/** Whether to claim it by opening it: what waits for this person, and not what was only looked up. */
export function shouldClaim(view: SubmissionView, account: Pick<Account, 'id'>, rights: readonly Right[]): boolean {
  if (view.dossier === null || !rights.includes('decide')) return false;
  if (view.dossier.state === 'rectifying' && view.dossier.appeal === null) return false;
  return standingOf(view, account, rights, null).may !== 'nothing';
}
