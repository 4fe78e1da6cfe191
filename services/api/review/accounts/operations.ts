import type { AnyOperation } from '../../operation.ts';
import { changeAccount, resetPassword } from './change.ts';
import { createAccount } from './create.ts';
import { listAccounts, listColleagues } from './list.ts';

/** Accounts of the platform's people. */
export const ACCOUNT_OPERATIONS: readonly AnyOperation[] = [
  listAccounts,
  createAccount,
  changeAccount,
  resetPassword,
  listColleagues,
];
