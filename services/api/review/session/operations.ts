import type { AnyOperation } from '../../operation.ts';
import { getSession, signOut } from './current.ts';
import { getSignInOptions } from './options.ts';
import { changePassword } from './password.ts';
import { signIn } from './sign-in.ts';
import { beginSingleSignOn, finishSingleSignOn } from './single-sign-on.ts';

/** Signing in and out. */
export const SESSION_OPERATIONS: readonly AnyOperation[] = [
  getSignInOptions,
  signIn,
  getSession,
  signOut,
  changePassword,
  beginSingleSignOn,
  finishSingleSignOn,
];
