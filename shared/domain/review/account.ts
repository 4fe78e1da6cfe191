/** What a person of the platform may be. One account has one role. */
export const STAFF_ROLES = ['reviewer', 'senior-reviewer', 'operations', 'auditor', 'administrator'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/**
 * What an account may do. `read` is every page of the console but the audit log; `decide` includes claims, letters and answers to
 * appeals; `confirm` is the second reviewer's; `assign` gives dossiers to others and decides in bulk.
 */
export const RIGHTS = [
  'read',
  'decide',
  'confirm',
  'assign',
  'waive',
  'edit-reasons',
  'rerun',
  'try-rulebook',
  'read-audit',
  'manage-accounts',
] as const;
export type Right = (typeof RIGHTS)[number];

/** The one table of who may what. */
export const RIGHTS_OF: Readonly<Record<StaffRole, readonly Right[]>> = {
  reviewer: ['read', 'decide', 'rerun'],
  'senior-reviewer': ['read', 'decide', 'confirm', 'assign', 'waive', 'edit-reasons', 'rerun', 'try-rulebook'],
  operations: ['read', 'rerun', 'try-rulebook'],
  auditor: ['read', 'read-audit'],
  administrator: ['read', 'assign', 'edit-reasons', 'rerun', 'try-rulebook', 'read-audit', 'manage-accounts'],
};

/** Whether a role has a right. */
export function may(role: StaffRole, right: Right): boolean {
  return RIGHTS_OF[role].includes(right);
}

/** How another person sees an account. */
export interface AccountName {
  readonly id: string;
  readonly displayName: string;
}

export interface Account extends AccountName {
  /** What one signs in with; lower case. */
  readonly name: string;
  readonly role: StaffRole;
  /** `local` has a password here, `oidc` signs in elsewhere. */
  readonly origin: 'local' | 'oidc';
  /** A new or reset password must be replaced before anything else. */
  readonly mustChangePassword: boolean;
  readonly createdAt: string;
  readonly lastSignInAt: string | null;
  /** Null while the account may sign in. */
  readonly disabledAt: string | null;
}

/** What the page knows of who uses it. */
export interface SessionView {
  readonly account: Account;
  readonly rights: readonly Right[];
  /** Sent back as `X-Shelfgate-CSRF` with everything that changes something. */
  readonly csrfToken: string;
  readonly expiresAt: string;
}

/** What the sign-in page offers. */
export interface SignInOptions {
  readonly local: boolean;
  /** The provider's name as people know it; null where single sign-on is not configured. */
  readonly singleSignOn: { readonly name: string } | null;
}
