import * as oidc from 'openid-client';
import type { StaffRole } from '../domain/review/account.ts';
import type { SingleSignOnConfiguration } from './configuration/single-sign-on.ts';
import { isLocalHost } from './local-host.ts';

/** What a sign-in that is under way must find again when the provider sends the browser back. */
export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Whom the provider vouches for. All texts are the provider's, and its people's. */
export interface Vouched {
  readonly issuer: string;
  readonly subject: string;
  /** What they go by there: not unique, and never a reason to take over an account. */
  readonly name: string;
  readonly displayName: string;
  /** Null when the role claim has nothing that is mapped. */
  readonly role: StaffRole | null;
}

/** Why nobody was signed in: the provider does not answer, the person went back, or something does not fit. */
export type SignInFault = 'unavailable' | 'cancelled' | 'failed';

export type SignInResult = { readonly vouched: Vouched } | { readonly fault: SignInFault; readonly code: string };

/** OpenID Connect's authorization code flow, with PKCE, state and nonce. */
export interface SingleSignOn {
  /** Where the browser is sent. @param redirectUri where it comes back */
  begin(
    redirectUri: string,
  ): Promise<
    { readonly address: string; readonly attempt: SignInAttempt } | { readonly fault: SignInFault; readonly code: string }
  >;
  /** @param address where the browser came back, with what the provider added */
  finish(address: URL, attempt: SignInAttempt): Promise<SignInResult>;
}

const TIMEOUT_SECONDS = 10;
/** After which the provider's own description is read anew. */
const DESCRIPTION_MS = 3_600_000;

/** Opens single sign-on; the provider is asked when somebody first signs in, so that one that is down keeps nobody from starting. */
export function openSingleSignOn(configuration: SingleSignOnConfiguration): SingleSignOn {
  const discover = describedBy(configuration);
  return {
    begin: async (redirectUri) => {
      try {
        const provider = await discover();
        const attempt = {
          state: oidc.randomState(),
          nonce: oidc.randomNonce(),
          codeVerifier: oidc.randomPKCECodeVerifier(),
        };
        const address = oidc.buildAuthorizationUrl(provider, {
          redirect_uri: redirectUri,
          scope: configuration.scopes,
          state: attempt.state,
          nonce: attempt.nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(attempt.codeVerifier),
          code_challenge_method: 'S256',
        });
        return { address: address.href, attempt };
      } catch (error) {
        return faultOf(error);
      }
    },
    finish: async (address, { state, nonce, codeVerifier }) => {
      try {
        const provider = await discover();
        const tokens = await oidc.authorizationCodeGrant(provider, address, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        });
        const idToken = tokens.claims();
        if (idToken === undefined) return { fault: 'failed', code: 'no-id-token' };
        const told = await askAbout(provider, tokens.access_token, idToken.sub, configuration, idToken);
        return { vouched: vouch(configuration, idToken.iss, idToken.sub, { ...told, ...idToken }) };
      } catch (error) {
        return faultOf(error);
      }
    },
  };
}

/** Reads the provider's description when it is first needed, and again from time to time; an old one serves while there is no new one. */
function describedBy({ issuer, clientId, clientSecret }: SingleSignOnConfiguration): () => Promise<oidc.Configuration> {
  let known: { readonly provider: oidc.Configuration; readonly at: number } | null = null;
  return async () => {
    if (known !== null && Date.now() - known.at < DESCRIPTION_MS) return known.provider;
    const address = new URL(issuer);
    // The id token comes from the provider itself, but over whatever lies between: its signature is checked too.
    const execute = [oidc.enableNonRepudiationChecks];
    if (address.protocol === 'http:' && isLocalHost(address.hostname)) execute.push(oidc.allowInsecureRequests);
    try {
      const provider = await oidc.discovery(address, clientId, undefined, authentication(clientSecret), {
        execute,
        timeout: TIMEOUT_SECONDS,
      });
      known = { provider, at: Date.now() };
    } catch (error) {
      if (known === null) throw error;
    }
    return known.provider;
  };
}

/** Proves to the provider who we are, in the way that it says it takes. */
function authentication(secret: string | null): oidc.ClientAuth {
  if (secret === null) return oidc.None();
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported;
    const takesBasic = ways === undefined || ways.includes('client_secret_basic');
    return (takesBasic ? basic : post)(server, ...rest);
  };
}

type Claims = Readonly<Record<string, unknown>>;

/** What the provider tells beyond the id token, where that says too little. */
async function askAbout(
  provider: oidc.Configuration,
  accessToken: string,
  subject: string,
  { roleClaim }: SingleSignOnConfiguration,
  idToken: Claims,
): Promise<Claims> {
  const isEnough = rolesIn(idToken, roleClaim).length > 0 && idToken.name !== undefined;
  if (isEnough || provider.serverMetadata().userinfo_endpoint === undefined) return {};
  return { ...(await oidc.fetchUserInfo(provider, accessToken, subject)) };
}

function vouch({ roleClaim, roles }: SingleSignOnConfiguration, issuer: string, subject: string, claims: Claims): Vouched {
  const has = rolesIn(claims, roleClaim);
  const name = textOf(claims.preferred_username) ?? textOf(claims.email) ?? subject;
  const role = roles.find(({ from }) => has.includes(from))?.to ?? null;
  return { issuer, subject, name, displayName: textOf(claims.name) ?? name, role };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

/** The claim's values: one text or a list of them; none for anything else. */
function rolesIn(claims: Claims, path: readonly string[]): readonly string[] {
  let value: unknown = claims;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return [];
    value = (value as Claims)[name];
  }
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
}

/** What the fault of a step means. Only its code is kept: messages may repeat what came from outside. */
function faultOf(error: unknown): { fault: SignInFault; code: string } {
  const { code, error: said, cause } = error as { code?: unknown; error?: unknown; cause?: { code?: unknown; status?: unknown } };
  if (said === 'access_denied') return { fault: 'cancelled', code: 'access_denied' };
  if (said === 'temporarily_unavailable') return { fault: 'unavailable', code: said };
  const name = typeof code === 'string' ? code : typeof cause?.code === 'string' ? cause.code : 'unknown';
  // Without a code of the protocol's it is the network that failed; a provider that answers 5xx is down, too.
  const isDown =
    !name.startsWith('OAUTH_') || name === 'OAUTH_TIMEOUT' || (typeof cause?.status === 'number' && cause.status >= 500);
  return { fault: isDown ? 'unavailable' : 'failed', code: name };
}
