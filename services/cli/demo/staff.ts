import type { AccountName, StaffRole } from '../../../shared/domain/review/account.ts';
import type { Database } from '../../../shared/platform/database/repositories.ts';
import { hashPassword, oneTimePassword } from '../../../shared/platform/passwords.ts';
import { ReviewerClient } from './reviewer-client.ts';

/** Somebody of the demonstration's platform. */
export interface Colleague {
  readonly account: AccountName;
  readonly name: string;
  readonly role: StaffRole;
  /** Made anew with each demonstration, and told once. */
  readonly password: string;
}

const PEOPLE = [
  ['reviewer', '陈审核 Chen', 'reviewer'],
  ['reviewer2', '林审核 Lin', 'reviewer'],
  ['senior', '周复核 Zhou', 'senior-reviewer'],
  ['operations', '吴运维 Wu', 'operations'],
  ['auditor', '郑审计 Zheng', 'auditor'],
  ['manager', '何主管 He', 'administrator'],
] as const satisfies readonly (readonly [string, string, StaffRole])[];
export type PersonName = (typeof PEOPLE)[number][0];

export type Staff = Readonly<Record<PersonName, Colleague>>;

/** One account of every role. */
export async function hire({ accounts }: Pick<Database, 'accounts'>): Promise<Staff> {
  const hired = await Promise.all(
    PEOPLE.map(async ([name, displayName, role]) => {
      const password = oneTimePassword();
      const hashed = await hashPassword(password);
      // As if its owner had chosen it: a demonstration does not begin with six changes of password.
      const account = await accounts.create({ name, displayName, role, password: hashed, mustChangePassword: false }, null);
      return [name, { account, name, role, password }] as const;
    }),
  );
  return Object.fromEntries(hired) as unknown as Staff;
}

/** The three who review, signed in. */
export interface Reviewers {
  readonly reviewer: ReviewerClient;
  readonly reviewer2: ReviewerClient;
  readonly senior: ReviewerClient;
}

export async function signInReviewers(url: string, staff: Staff): Promise<Reviewers> {
  const one = ({ name, password }: Colleague) => ReviewerClient.signIn(url, name, password);
  return { reviewer: await one(staff.reviewer), reviewer2: await one(staff.reviewer2), senior: await one(staff.senior) };
}
