import { InputError } from '../../domain/errors.ts';
import { readConfiguration } from '../configuration.ts';

const WHOLE = {
  OIDC_ISSUER: 'https://login.example/realms/staff',
  OIDC_CLIENT_ID: 'shelfgate',
  OIDC_CLIENT_SECRET: 'not to be told',
  OIDC_ROLES: ' shelf-admins = administrator ,shelf reviewers=reviewer',
};

test('without an issuer there are local accounts alone', () => {
  expect(readConfiguration({}).singleSignOn).toBeNull();
  // What is left over from before does no harm.
  expect(readConfiguration({ OIDC_CLIENT_ID: 'shelfgate', OIDC_ROLES: 'a=reviewer' }).singleSignOn).toBeNull();
});

test('the mapping of roles keeps its order, and names may have blanks', () => {
  expect(readConfiguration(WHOLE).singleSignOn).toEqual({
    issuer: 'https://login.example/realms/staff',
    clientId: 'shelfgate',
    clientSecret: 'not to be told',
    name: 'SSO',
    scopes: 'openid profile email',
    roleClaim: ['groups'],
    roles: [
      { from: 'shelf-admins', to: 'administrator' },
      { from: 'shelf reviewers', to: 'reviewer' },
    ],
    only: false,
  });
});

test('a claim may lie deep, and a public client has no secret', () => {
  const { singleSignOn } = readConfiguration({ ...WHOLE, OIDC_CLIENT_SECRET: '', OIDC_ROLE_CLAIM: 'realm_access.roles' });
  expect(singleSignOn).toMatchObject({ clientSecret: null, roleClaim: ['realm_access', 'roles'] });
});

test.each([
  [{ OIDC_CLIENT_ID: '' }, 'OIDC_CLIENT_ID'],
  [{ OIDC_ROLES: '' }, 'OIDC_ROLES'],
  [{ OIDC_ROLES: 'shelf-admins=king' }, 'OIDC_ROLES'],
  [{ OIDC_ROLES: 'shelf-admins' }, 'OIDC_ROLES'],
  [{ OIDC_ROLES: '=reviewer' }, 'OIDC_ROLES'],
  [{ OIDC_ROLES: 'a=reviewer,' }, 'OIDC_ROLES'],
  [{ OIDC_ROLES: 'a=b=reviewer' }, 'OIDC_ROLES'],
  [{ OIDC_ISSUER: 'http://login.example' }, 'OIDC_ISSUER'],
  [{ OIDC_ISSUER: 'http://localhost.evil.example' }, 'OIDC_ISSUER'],
  [{ OIDC_ISSUER: 'login.example' }, 'OIDC_ISSUER'],
  [{ OIDC_ISSUER: '', OIDC_ONLY: 'true' }, 'OIDC_ISSUER'],
  [{ OIDC_ONLY: 'yes' }, 'OIDC_ONLY'],
])('%j is refused, and no secret is told', (change, place) => {
  try {
    readConfiguration({ ...WHOLE, ...change });
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ code: 'bad-configuration', place });
    expect(JSON.stringify((error as InputError).text)).not.toContain('not to be told');
    return;
  }
  throw new Error('nothing was refused');
});

test.each(['http://localhost:4000', 'http://127.0.0.1:4000', 'http://[::1]:4000'])('%s is on this machine', (issuer) => {
  expect(readConfiguration({ ...WHOLE, OIDC_ISSUER: issuer }).singleSignOn?.issuer).toBe(issuer);
});
