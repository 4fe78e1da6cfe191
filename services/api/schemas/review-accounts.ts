import { z } from 'zod';
import {
  type Account,
  RIGHTS,
  type SessionView,
  type SignInOptions,
  STAFF_ROLES,
} from '../../../shared/domain/review/account.ts';
import { instant, publish } from './published.ts';

export const accountIdSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/);

const roleSchema = z.enum(STAFF_ROLES);

/** As people type it: capitals do not matter, and neither does a blank beside it. */
export const nameSchema = z
  .string()
  .max(100)
  .normalize('NFKC')
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@+-]{0,63}$/);

/** One line for people, without control characters and without marks that turn the direction of writing. */
export const displayNameSchema = z
  .string()
  .max(100)
  .trim()
  .min(1)
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u);

export const accountSchema = publish(
  'Account',
  z.strictObject({
    id: z.string(),
    displayName: z.string(),
    name: z.string(),
    role: roleSchema,
    origin: z.enum(['local', 'oidc']),
    mustChangePassword: z.boolean(),
    createdAt: instant,
    lastSignInAt: instant.nullable(),
    disabledAt: instant.nullable(),
  }),
) satisfies z.ZodType<Account>;

export const accountsSchema = publish('Accounts', z.strictObject({ accounts: z.array(accountSchema) }));

export const colleaguesSchema = publish(
  'Colleagues',
  z.array(z.strictObject({ id: z.string(), displayName: z.string(), role: roleSchema })),
);

export const newAccountSchema = publish(
  'NewAccount',
  z.strictObject({
    name: nameSchema.describe('登录名，不分大小写 / What one signs in with; capitals do not matter'),
    displayName: displayNameSchema,
    role: roleSchema,
  }),
);

export const accountChangeSchema = publish(
  'AccountChange',
  z
    .strictObject({ displayName: displayNameSchema.optional(), role: roleSchema.optional(), disabled: z.boolean().optional() })
    .refine((change) => Object.values(change).some((value) => value !== undefined)),
);

/** An account with a password for one use, which is shown this once. */
export const accountWithPasswordSchema = publish(
  'AccountWithPassword',
  z.strictObject({
    account: accountSchema,
    password: z.string().describe('一次性密码，仅此一次给出 / For one use, shown only now'),
  }),
);

export const sessionSchema = publish(
  'Session',
  z.strictObject({
    account: accountSchema,
    rights: z.array(z.enum(RIGHTS)),
    csrfToken: z.string(),
    expiresAt: instant,
  }),
) satisfies z.ZodType<SessionView>;

/** Longer than any password that would be accepted, so that the rule and not the schema says what is wrong. */
const passwordSchema = z.string().min(1).max(2_000);

export const signInSchema = publish('SignIn', z.strictObject({ name: z.string().min(1).max(200), password: passwordSchema }));
export const passwordChangeSchema = publish('PasswordChange', z.strictObject({ current: passwordSchema, next: passwordSchema }));
export const signedOutSchema = publish('SignedOut', z.strictObject({ signedOut: z.literal(true) }));

/** Where a browser is sent; the same as the `Location` header. */
export const redirectionSchema = publish('Redirection', z.strictObject({ location: z.string() }));

export const signInOptionsSchema = publish(
  'SignInOptions',
  z.strictObject({ local: z.boolean(), singleSignOn: z.strictObject({ name: z.string() }).nullable() }),
) satisfies z.ZodType<SignInOptions>;
