import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** Somebody whom the provider knows. Its login form takes the key and any password. */
export interface Person {
  readonly groups?: unknown;
  readonly name?: string;
  readonly preferredUsername?: string;
}

type Claims = Readonly<Record<string, unknown>>;

/** A real OpenID Connect provider on a free port. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly people: Map<string, Person>;
  /** What is done to every id token before it leaves; null leaves them as they are. */
  tamper: ((idToken: string) => string) | null;
  /** Answers 503 to everything while it is set. */
  down: boolean;
  /** Signs claims with the provider's own key. */
  sign(claims: Claims): string;
  /** Lets this address take people back. */
  register(redirectUri: string): void;
  close(): Promise<void>;
}

const CLIENT = { id: 'shelfgate', secret: 'a secret of the tests, long enough' };

/** The claims of a token, unverified. */
export const claimsOf = (token: string): Claims =>
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Claims;

function signer(key: KeyObject, kid: string): (claims: Claims) => string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return (claims) => {
    const signed = `${part({ alg: 'RS256', typ: 'JWT', kid })}.${part(claims)}`;
    return `${signed}.${createSign('sha256').update(signed).sign(key, 'base64url')}`;
  };
}

/** Lets the answer through with its id token changed. */
function tampering(response: ServerResponse, change: (idToken: string) => string): void {
  const end = response.end.bind(response);
  response.end = ((body?: unknown) => {
    const answer = JSON.parse(String(body)) as { id_token?: string };
    const changed = answer.id_token === undefined ? answer : { ...answer, id_token: change(answer.id_token) };
    const text = JSON.stringify(changed);
    response.setHeader('Content-Length', Buffer.byteLength(text));
    return end(text);
  }) as ServerResponse['end'];
}

/** It warns on the console of what would be wrong in production. */
function quietly<Result>(work: () => Result): Result {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return work();
  } finally {
    console.warn = warn;
  }
}

/**
 * Starts one, with the login and consent forms that the package has for trying it out.
 * @param options.claimsInIdToken whether roles stand in the id token, else they are asked for at the userinfo endpoint
 */
export async function startIdentityProvider(options: { readonly claimsInIdToken?: boolean } = {}): Promise<IdentityProvider> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const people = new Map<string, Person>();
  let handle: ((request: IncomingMessage, response: ServerResponse) => unknown) | null = null;
  const server = createServer((request, response) => {
    if (provider.down || handle === null) return void response.writeHead(503).end();
    if (provider.tamper !== null && request.url === '/token') tampering(response, provider.tamper);
    handle(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: IdentityProvider = {
    issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    people,
    tamper: null,
    down: false,
    sign: signer(privateKey, 'tests'),
    register: (redirectUri) => {
      const made = quietly(
        () =>
          new Provider(issuer, {
            clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
            jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'tests', use: 'sig', alg: 'RS256' }] },
            cookies: { keys: ['cookies of the tests'] },
            claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups'] },
            conformIdTokenClaims: options.claimsInIdToken !== true,
            pkce: { required: () => true },
            ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
            findAccount: (_context, sub) => {
              const person = people.get(sub);
              if (person === undefined) return undefined;
              const { groups, name, preferredUsername } = person;
              return { accountId: sub, claims: () => ({ sub, groups, name, preferred_username: preferredUsername }) };
            },
          }),
      );
      handle = made.callback();
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return provider;
}
