import { RIGHTS_OF, type StaffRole } from '../../../../../../shared/domain/review/account.ts';
import type { Claim, DossierRow, SubmissionView } from '../../../../../../shared/domain/review/dossier.ts';
import { shouldClaim, standingOf } from './standing.ts';

const ME = { id: 'me' };
const view = (dossier: Partial<DossierRow> | null, decisions: unknown[] = []) =>
  ({ dossier: dossier && { appeal: null, ...dossier }, decisions }) as unknown as SubmissionView;
const of = (role: StaffRole, seen: SubmissionView, claim: Claim | null = null) => standingOf(seen, ME, RIGHTS_OF[role], claim);
const BY_OTHER: Claim = { by: { id: 'other', displayName: '别人' }, until: '2026-01-01T00:00:00Z' };
const BY_ME: Claim = { by: { id: 'me', displayName: '我' }, until: '2026-01-01T00:00:00Z' };
const proposal = (by: string) => ({ state: 'proposed', by: { id: by } });

test('an open dossier is decided by who may, unless another holds it', () => {
  const open = view({ state: 'open' });
  expect(of('reviewer', open)).toEqual({ may: 'decide', appeal: null, revise: false });
  expect(of('reviewer', open, BY_ME)).toEqual({ may: 'decide', appeal: null, revise: false });
  expect(of('reviewer', open, BY_OTHER)).toEqual({ may: 'nothing', why: 'claimed', claim: BY_OTHER });
  for (const role of ['operations', 'auditor', 'administrator'] as const)
    expect(of(role, open)).toEqual({ may: 'nothing', why: 'no-right' });
});

test('a proposal is confirmed by another person with the right', () => {
  const proposed = view({ state: 'proposed' }, [proposal('other')]);
  expect(of('senior-reviewer', proposed)).toMatchObject({ may: 'confirm' });
  expect(of('senior-reviewer', proposed, BY_OTHER)).toMatchObject({ why: 'claimed' });
  expect(of('reviewer', proposed)).toEqual({ may: 'nothing', why: 'waits-for-second' });
  expect(of('senior-reviewer', view({ state: 'proposed' }, [proposal('me')]))).toEqual({ may: 'nothing', why: 'own-proposal' });
});

test('a decided one is decided anew where an appeal is open, or on purpose by a senior; the moot and the approved never', () => {
  const decided = view({ state: 'decided' });
  expect(of('reviewer', decided)).toEqual({ may: 'nothing', why: 'decided', revisable: false });
  expect(of('senior-reviewer', decided)).toEqual({ may: 'nothing', why: 'decided', revisable: true });
  const anew = (role: StaffRole, claim: Claim | null = null) => standingOf(decided, ME, RIGHTS_OF[role], claim, true);
  expect(anew('senior-reviewer')).toEqual({ may: 'decide', appeal: null, revise: true });
  expect(anew('senior-reviewer', BY_OTHER)).toMatchObject({ why: 'claimed' });
  expect(anew('reviewer')).toMatchObject({ why: 'decided' });
  const appealed = view({ state: 'decided', appeal: { id: 'apl', dueAt: '' } });
  expect(of('reviewer', appealed)).toEqual({ may: 'decide', appeal: 'apl', revise: false });
  expect(of('reviewer', view({ state: 'moot' }))).toEqual({ may: 'nothing', why: 'moot' });
  expect(of('reviewer', view(null))).toEqual({ may: 'nothing', why: 'no-dossier' });
});

test('opening claims what waits for this person, and not what was only looked up', () => {
  const claims = (role: StaffRole, seen: SubmissionView) => shouldClaim(seen, ME, RIGHTS_OF[role]);
  expect(claims('reviewer', view({ state: 'open' }))).toBe(true);
  expect(claims('auditor', view({ state: 'open' }))).toBe(false);
  expect(claims('reviewer', view({ state: 'rectifying' }))).toBe(false);
  expect(claims('reviewer', view({ state: 'rectifying', appeal: { id: 'apl', dueAt: '' } }))).toBe(true);
  expect(claims('reviewer', view({ state: 'proposed' }, [proposal('other')]))).toBe(false);
  expect(claims('senior-reviewer', view({ state: 'proposed' }, [proposal('other')]))).toBe(true);
  expect(claims('reviewer', view({ state: 'decided' }))).toBe(false);
  expect(claims('reviewer', view(null))).toBe(false);
});
