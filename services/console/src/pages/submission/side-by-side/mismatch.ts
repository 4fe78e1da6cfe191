import type { ReportView } from '../../../../../../shared/domain/report/view.ts';

type Permission = ReportView['permissions'][number];
type Sdk = ReportView['sdks'][number];
type Information = ReportView['information'][number];

/** Kinds of permissions that open something of the user's: silence about the others is no contradiction. */
const TELLING = new Set<string | null>(['dangerous', 'dangerous-family', 'dangerous-vendor', 'special']);

/** Where package, policy and listing do not agree about a permission that matters. */
export function permissionMismatch({ kind, policy, listing }: Permission): {
  readonly policy: boolean;
  readonly listing: boolean;
} {
  const matters = TELLING.has(kind);
  return { policy: matters && (policy === 'silent' || policy === 'denied'), listing: matters && !listing.declared };
}

/** Whether the policy is silent about (or denies) what something in the package points at. */
export function informationMismatch({ policy, permissions, calls, sdks }: Information): boolean {
  return (policy === 'silent' || policy === 'denied') && (permissions.length > 0 || calls > 0 || sdks.length > 0);
}

/** Whether the policy does not name an SDK that collects, or may; a stub collects nothing. */
export function sdkMismatch({ policy, collects, stub }: Sdk): boolean {
  return policy !== 'disclosed' && policy !== 'unread' && collects !== 'no' && !stub;
}

/** Whether it is started before anybody can have consented. */
export function startsEarly({ start, collects }: Sdk): boolean {
  return start?.consent === 'before' && collects !== 'no';
}

const weightOfInformation = (row: Information): number =>
  (informationMismatch(row) ? 8 : 0) +
  (row.sensitive === 'yes' ? 4 : 0) +
  (row.calls > 0 ? 2 : 0) +
  (row.sdks.length > 0 ? 1 : 0);

const weightOfPermission = (permission: Permission): number => {
  const mismatch = permissionMismatch(permission);
  return (mismatch.policy ? 4 : 0) + (permission.relevance === 'low' ? 2 : 0) + (mismatch.listing ? 1 : 0);
};

const weightOfSdk = (sdk: Sdk): number =>
  (sdkMismatch(sdk) ? (sdk.collects === 'yes' ? 16 : 8) : 0) +
  (startsEarly(sdk) ? 4 : 0) +
  (!sdk.listing && sdk.collects === 'yes' ? 2 : 0) +
  (sdk.level === 'called' || sdk.level === 'started' ? 1 : 0);

/** What does not agree first; otherwise the report's order. */
export function mismatchesFirst<Row>(rows: readonly Row[], weight: (row: Row) => number): Row[] {
  return rows
    .map((row, at) => ({ row, at, weight: weight(row) }))
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
    .map(({ row }) => row);
}

export const permissionsInOrder = (permissions: readonly Permission[]) => mismatchesFirst(permissions, weightOfPermission);
export const informationInOrder = (rows: readonly Information[]) => mismatchesFirst(rows, weightOfInformation);
export const sdksInOrder = (sdks: readonly Sdk[]) => mismatchesFirst(sdks, weightOfSdk);

/** How many permissions, types of information and SDKs policy and package disagree about. */
export function countMismatches({
  permissions,
  information,
  sdks,
}: ReportView): Readonly<Record<'permissions' | 'information' | 'sdks', number>> {
  return {
    permissions: permissions.filter((permission) => permissionMismatch(permission).policy).length,
    information: information.filter(informationMismatch).length,
    sdks: sdks.filter(sdkMismatch).length,
  };
}
