import type { InputError } from '../../domain/errors.ts';
import type { StaffRole } from '../../domain/review/account.ts';
import type { Values } from '../configuration.ts';
import { isLocalHost } from '../local-host.ts';
import type { Mapping } from './kinds.ts';
import { VARIABLES } from './variables.ts';

/** How people sign in with the platform's own provider. */
export interface SingleSignOnConfiguration {
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a public client. */
  readonly clientSecret: string | null;
  readonly name: string;
  readonly scopes: string;
  /** Names on the way to the claim, outermost first. */
  readonly roleClaim: readonly string[];
  /** First match first. */
  readonly roles: readonly Mapping<StaffRole>[];
  /** No local passwords. */
  readonly only: boolean;
}

type Wrong = (name: string, allowed: string, zh: string, en: string) => InputError;

/**
 * Reads the variables of single sign-on, which only make sense together.
 * @throws InputError `bad-configuration` naming the one that is missing or does not fit
 */
export function singleSignOnOf(value: Values, wrong: Wrong): SingleSignOnConfiguration | null {
  const fault = (name: 'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_ROLES', zh: string, en: string) =>
    wrong(name, VARIABLES[name].kind.allowed, zh, en);
  const issuer = value.OIDC_ISSUER;
  if (issuer === null) {
    if (value.OIDC_ONLY === true) throw fault('OIDC_ISSUER', '未设置，而 OIDC_ONLY 为 true', 'is not set, but OIDC_ONLY is true');
    return null;
  }
  const { protocol, hostname } = new URL(issuer);
  if (protocol === 'http:' && !isLocalHost(hostname)) {
    throw fault('OIDC_ISSUER', '须为 https（本机除外）', 'must be https, except on localhost');
  }
  if (value.OIDC_CLIENT_ID === null) {
    throw fault('OIDC_CLIENT_ID', '未设置，而已设置 OIDC_ISSUER', 'is not set, but OIDC_ISSUER is');
  }
  if (value.OIDC_ROLES === null) throw fault('OIDC_ROLES', '未设置，而已设置 OIDC_ISSUER', 'is not set, but OIDC_ISSUER is');
  return {
    issuer,
    clientId: value.OIDC_CLIENT_ID,
    clientSecret: value.OIDC_CLIENT_SECRET,
    name: value.OIDC_NAME ?? 'SSO',
    scopes: value.OIDC_SCOPES ?? 'openid',
    roleClaim: (value.OIDC_ROLE_CLAIM ?? 'groups').split('.'),
    roles: value.OIDC_ROLES,
    only: value.OIDC_ONLY === true,
  };
}
