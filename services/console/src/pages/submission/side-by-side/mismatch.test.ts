import type { ReportView } from '../../../../../../shared/domain/report/view.ts';
import {
  countMismatches,
  informationInOrder,
  permissionMismatch,
  permissionsInOrder,
  sdkMismatch,
  sdksInOrder,
  startsEarly,
} from './mismatch.ts';

type Permission = ReportView['permissions'][number];
type Sdk = ReportView['sdks'][number];
const permission = (name: string, more: Partial<Permission>) =>
  ({
    name,
    kind: 'dangerous',
    policy: 'permission',
    relevance: 'basic',
    listing: { declared: true, purpose: null },
    ...more,
  }) as Permission;
const sdk = (id: string, more: Partial<Sdk>) =>
  ({ id, policy: 'disclosed', collects: 'yes', listing: true, level: 'present', stub: false, start: null, ...more }) as Sdk;

test('silence about what opens nothing of the user’s is no mismatch', () => {
  expect(permissionMismatch(permission('a', { policy: 'silent' }))).toEqual({ policy: true, listing: false });
  expect(permissionMismatch(permission('a', { policy: 'denied' })).policy).toBe(true);
  expect(permissionMismatch(permission('a', { policy: 'unread' })).policy).toBe(false);
  const harmless = permission('a', { kind: null, policy: 'silent', listing: { declared: false, purpose: null } });
  expect(permissionMismatch(harmless)).toEqual({ policy: false, listing: false });
});

test('what does not agree comes first, what agrees stays in order', () => {
  const permissions = [
    permission('fine', {}),
    permission('unlisted', { listing: { declared: false, purpose: null } }),
    permission('silent', { policy: 'silent' }),
    permission('also fine', {}),
  ];
  expect(permissionsInOrder(permissions).map(({ name }) => name)).toEqual(['silent', 'unlisted', 'fine', 'also fine']);
  const sdks = [sdk('named', {}), sdk('tool', { policy: 'silent', collects: 'no' }), sdk('hidden', { policy: 'silent' })];
  expect(sdksInOrder(sdks)[0]!.id).toBe('hidden');
  const contacts = { id: 'contacts', policy: 'silent', permissions: ['x'], calls: 0, sdks: [], sensitive: 'no' };
  const information = [
    { ...contacts, id: 'told', policy: 'told', sensitive: 'yes' },
    // Silence about what nothing points at is none.
    { ...contacts, id: 'nothing', permissions: [] },
    contacts,
  ] as unknown as ReportView['information'];
  expect(informationInOrder(information).map(({ id }) => id)).toEqual(['contacts', 'told', 'nothing']);
  const counted = countMismatches({ permissions, sdks, information } as unknown as ReportView);
  expect(counted).toEqual({ permissions: 1, information: 1, sdks: 1 });
});

test.each([
  ['disclosed', {}, false],
  ['silent', {}, true],
  ['denied', {}, true],
  ['operator', { collects: 'unknown' }, true],
  ['unread', {}, false],
  ['silent', { collects: 'no' }, false],
  ['silent', { stub: true }, false],
] as const)('an SDK of which the policy is %s, %j', (policy, more, mismatch) => {
  expect(sdkMismatch(sdk('a', { policy, ...more }))).toBe(mismatch);
});

test('an SDK that is started before consent comes before one that is not', () => {
  const start = { kind: 'application', class: 'a.App', target: '', path: [] } as const;
  const early = sdk('early', { start: { ...start, consent: 'before' }, level: 'started' });
  const late = sdk('late', { start: { ...start, consent: 'guarded' }, level: 'started' });
  expect([early, late].map(startsEarly)).toEqual([true, false]);
  expect(sdksInOrder([late, early]).map(({ id }) => id)).toEqual(['early', 'late']);
});
