import type { SignInOptions } from '../../../../shared/domain/review/account.ts';
import type { SingleSignOnConfiguration } from '../../../../shared/platform/configuration/single-sign-on.ts';
import { openSingleSignOn } from '../../../../shared/platform/single-sign-on.ts';
import { FormBrowser, type FormPage } from '../../../support/form-browser.ts';
import { claimsOf, type IdentityProvider, type Person, startIdentityProvider } from '../../../support/identity-provider.ts';
import { makeAccount, STAFF_PASSWORD, signedIn } from '../../../support/staff.ts';
import { type RunningTestApi, startApi } from '../running-api.ts';

const CALLBACK = '/v1/review/sign-in/oidc/callback';

/** The API and a provider of its own, which know each other. */
interface Signing {
  readonly api: RunningTestApi;
  readonly provider: IdentityProvider;
  close(): Promise<void>;
}

async function startSigning(
  change: Partial<SingleSignOnConfiguration> = {},
  options: Parameters<typeof startIdentityProvider>[0] = {},
): Promise<Signing> {
  const provider = await startIdentityProvider(options);
  const singleSignOn: SingleSignOnConfiguration = {
    issuer: provider.issuer,
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    name: '公司登录',
    scopes: 'openid profile',
    roleClaim: ['groups'],
    roles: [
      { from: 'shelf-admins', to: 'administrator' },
      { from: 'shelf-seniors', to: 'senior-reviewer' },
      { from: 'shelf-reviewers', to: 'reviewer' },
    ],
    only: false,
    ...change,
  };
  const api = await startApi(
    { singleSignOn, rate: { perMinute: 1_000, unauthenticatedPerMinute: 1_000, signInPerMinute: 1_000 } },
    { replace: { singleSignOn: openSingleSignOn(singleSignOn) } },
  );
  provider.register(`${api.url}${CALLBACK}`);
  return {
    api,
    provider,
    close: async () => {
      await api.close();
      await provider.close();
    },
  };
}

let signing: Signing;
beforeAll(async () => {
  signing = await startSigning();
});
afterAll(() => signing.close());

let people = 0;
/** Somebody new at the provider. */
function person(provider: IdentityProvider, about: Person): string {
  people += 1;
  const sub = `person-${people}`;
  provider.people.set(sub, about);
  return sub;
}

const isConsole = (url: URL): boolean => url.pathname.startsWith('/console/');
const isCallback = (url: URL): boolean => url.pathname === CALLBACK;

/** Goes through the provider's login and consent forms. @param stopAt the console unless told otherwise */
async function signIn(
  { api }: Signing,
  sub: string,
  { browser = new FormBrowser(), next = '', stopAt = isConsole } = {},
): Promise<{ page: FormPage; browser: FormBrowser }> {
  const stop = (url: URL) => stopAt(url) || isConsole(url);
  let page = await browser.open(`${api.url}/v1/review/sign-in/oidc${next}`, {}, stop);
  if (page.text.includes('name="login"')) page = await browser.submit(page, { login: sub, password: 'any' }, stop);
  if (page.text.includes('value="consent"')) page = await browser.submit(page, {}, stop);
  return { page, browser };
}

const sessionOf = async ({ api }: Signing, browser: FormBrowser) =>
  (await browser.request(`${api.url}/v1/review/session`)).json();
const tokenIn = ({ api }: Signing, browser: FormBrowser) => browser.cookiesOf(api.url).get('shelfgate');
const problemOf = (page: FormPage) => page.url.searchParams.get('problem');

test('the sign-in page is told that there is single sign-on, and what it is called', async () => {
  const options = (await (await fetch(`${signing.api.url}/v1/review/sign-in-options`)).json()) as SignInOptions;
  expect(options).toEqual({ local: true, singleSignOn: { name: '公司登录' } });
});

test('somebody whom the provider knows gets an account with the mapped role at the first sign-in', async () => {
  const sub = person(signing.provider, { groups: ['others', 'shelf-seniors'], name: '李娜', preferredUsername: 'Li.Na' });
  const { page, browser } = await signIn(signing, sub, { next: '?next=%2Fconsole%2Fsubmissions%2Fsub_1%3Ftab%3Dpolicy' });
  expect(page.url.pathname + page.url.search).toBe('/console/submissions/sub_1?tab=policy');
  expect(await sessionOf(signing, browser)).toMatchObject({
    account: { name: 'li.na', displayName: '李娜', role: 'senior-reviewer', origin: 'oidc', mustChangePassword: false },
    rights: expect.arrayContaining(['decide', 'confirm']),
  });
  const account = (await signing.api.database.accounts.findByName('li.na'))!;
  const entries = (await signing.api.database.audit.list({}, { limit: 50 })).filter(({ subject }) => subject.id === account.id);
  expect(entries.map(({ action }) => action).reverse()).toEqual(['account.created', 'session.signed-in']);
  expect(entries[0]!.after).toEqual({ how: 'single-sign-on', role: 'senior-reviewer' });
});

test('the first mapping that fits decides, and the role follows the provider at each sign-in', async () => {
  const sub = person(signing.provider, { groups: ['shelf-reviewers', 'shelf-seniors'], preferredUsername: 'follows' });
  await signIn(signing, sub);
  expect(await signing.api.database.accounts.findByName('follows')).toMatchObject({ role: 'senior-reviewer' });
  signing.provider.people.set(sub, { groups: 'shelf-reviewers', preferredUsername: 'renamed', name: '新名' });
  const { browser } = await signIn(signing, sub);
  expect(await sessionOf(signing, browser)).toMatchObject({
    account: { name: 'follows', displayName: '新名', role: 'reviewer' },
  });
});

test('the role may stand in the id token, deep inside', async () => {
  const deep = await startSigning({ roleClaim: ['groups', 'roles'] }, { claimsInIdToken: true });
  try {
    const { browser } = await signIn(deep, person(deep.provider, { groups: { roles: ['shelf-reviewers'] }, name: 'Deep' }));
    expect(await sessionOf(deep, browser)).toMatchObject({ account: { role: 'reviewer' } });
  } finally {
    await deep.close();
  }
});

test.each([
  ['no group', undefined],
  ['other groups', ['hr', 'shelf-admin', 'SHELF-ADMINS']],
  ['groups that are none', [{ name: 'shelf-admins' }, 7, null]],
])('who has %s is refused with a reason, and gets no account', async (_, groups) => {
  const name = `stranger-${people}`;
  const sub = person(signing.provider, { groups, preferredUsername: name });
  const { page, browser } = await signIn(signing, sub);
  expect(page.url.pathname).toBe('/console/login');
  expect(problemOf(page)).toBe('no-role');
  expect(tokenIn(signing, browser)).toBeUndefined();
  expect(await signing.api.database.accounts.findByName(name)).toBeNull();
});

test('who has lost the role is refused, and what was open is closed', async () => {
  const sub = person(signing.provider, { groups: ['shelf-reviewers'], preferredUsername: 'leaver' });
  const { browser } = await signIn(signing, sub);
  signing.provider.people.set(sub, { groups: [], preferredUsername: 'leaver' });
  expect(problemOf((await signIn(signing, sub)).page)).toBe('no-role');
  expect((await browser.request(`${signing.api.url}/v1/review/session`)).status).toBe(401);
});

test('a disabled account stays disabled', async () => {
  const sub = person(signing.provider, { groups: ['shelf-reviewers'], preferredUsername: 'disabled' });
  await signIn(signing, sub);
  const { accounts } = signing.api.database;
  await accounts.change((await accounts.findByName('disabled'))!.id, { disabled: true }, null);
  const { page, browser } = await signIn(signing, sub);
  expect(problemOf(page)).toBe('disabled');
  expect(tokenIn(signing, browser)).toBeUndefined();
  expect((await accounts.findByName('disabled'))!.disabledAt).not.toBeNull();
});

test('a name that somebody has here is not taken over, and odd names become plain ones', async () => {
  const local = await makeAccount(signing.api.database, 'administrator', { name: 'boss' });
  const same = await signIn(signing, person(signing.provider, { groups: ['shelf-reviewers'], preferredUsername: 'BOSS' }));
  expect(await sessionOf(signing, same.browser)).toMatchObject({ account: { name: 'boss-2', role: 'reviewer' } });
  expect(await signing.api.database.accounts.findByName('boss')).toEqual(local);
  const odd = await signIn(
    signing,
    person(signing.provider, {
      groups: ['shelf-reviewers'],
      preferredUsername: '<script>王\u0000\u202e',
      name: '\u202e\u0000<b>王</b>',
    }),
  );
  expect(await sessionOf(signing, odd.browser)).toMatchObject({ account: { name: 'script-', displayName: '<b>王</b>' } });
});

test('the last administrator is not demoted unawares', async () => {
  const alone = await startSigning();
  try {
    const sub = person(alone.provider, { groups: ['shelf-admins'], preferredUsername: 'only-one' });
    await signIn(alone, sub);
    alone.provider.people.set(sub, { groups: ['shelf-reviewers'], preferredUsername: 'only-one' });
    expect(problemOf((await signIn(alone, sub)).page)).toBe('last-administrator');
    expect(await alone.api.database.accounts.findByName('only-one')).toMatchObject({ role: 'administrator' });
    await makeAccount(alone.api.database, 'administrator');
    const { browser } = await signIn(alone, sub);
    expect(await sessionOf(alone, browser)).toMatchObject({ account: { role: 'reviewer' } });
  } finally {
    await alone.close();
  }
});

test('whoever goes back at the provider is told so, and may try again', async () => {
  const browser = new FormBrowser();
  const page = await browser.open(`${signing.api.url}/v1/review/sign-in/oidc?next=%2Fconsole%2Foverview`);
  const abort = /href="([^"]+\/abort)"/.exec(page.text)![1]!;
  const back = await browser.open(new URL(abort, page.url).href, {}, isConsole);
  expect(problemOf(back)).toBe('cancelled');
  expect(back.url.searchParams.get('next')).toBe('/console/overview');
});

describe('what does not fit is refused', () => {
  /** As far as the address with which the provider sends the browser back, which is not asked for yet. */
  async function asFarAsCallback(at = signing): Promise<{ callback: URL; browser: FormBrowser; sub: string }> {
    const sub = person(at.provider, { groups: ['shelf-admins'], name: 'Attacker or not' });
    const { page, browser } = await signIn(at, sub, { stopAt: isCallback });
    expect(page.url.searchParams.has('code')).toBe(true);
    return { callback: page.url, browser, sub };
  }

  const finish = async (browser: FormBrowser, callback: URL, at = signing): Promise<string | null> => {
    const page = await browser.open(callback.href, {}, isConsole);
    expect(page.url.pathname).toBe('/console/login');
    expect(tokenIn(at, browser)).toBeUndefined();
    return problemOf(page);
  };

  test('another state', async () => {
    const { callback, browser } = await asFarAsCallback();
    callback.searchParams.set('state', 'x'.repeat(43));
    expect(await finish(browser, callback)).toBe('expired');
    callback.searchParams.delete('state');
    expect(await finish(browser, callback)).toBe('expired');
  });

  test('another browser: a link that somebody else made signs nobody in', async () => {
    const { callback } = await asFarAsCallback();
    expect(await finish(new FormBrowser(), callback)).toBe('expired');
    const begun = new FormBrowser();
    await begun.open(`${signing.api.url}/v1/review/sign-in/oidc`);
    expect(await finish(begun, callback)).toBe('expired');
  });

  test('the same code twice', async () => {
    const { callback, browser } = await asFarAsCallback();
    expect((await browser.open(callback.href, {}, isConsole)).url.pathname).toBe('/console/');
    const again = await browser.open(callback.href, {}, isConsole);
    expect(problemOf(again)).toBe('expired');
  });

  test('the code of one attempt in another attempt: its verifier does not fit', async () => {
    const stolen = await asFarAsCallback();
    const { callback, browser } = await asFarAsCallback();
    callback.searchParams.set('code', stolen.callback.searchParams.get('code')!);
    expect(await finish(browser, callback)).toBe('failed');
  });

  test('a made-up code, another issuer, no code at all', async () => {
    for (const change of [
      (query: URLSearchParams) => query.set('code', 'made-up'),
      (query: URLSearchParams) => query.set('iss', 'https://elsewhere.example'),
      (query: URLSearchParams) => query.delete('code'),
    ]) {
      const { callback, browser } = await asFarAsCallback();
      change(callback.searchParams);
      expect(await finish(browser, callback)).toBe('failed');
    }
  });

  test('an id token that was changed on its way, or says what was not asked', async () => {
    const at = await startSigning({}, { claimsInIdToken: true });
    try {
      const resigned = (change: object) => (token: string) => at.provider.sign({ ...claimsOf(token), ...change });
      const changed = (token: string) => {
        const [head, , signature] = token.split('.');
        const claims = Buffer.from(JSON.stringify({ ...claimsOf(token), name: 'Somebody else' })).toString('base64url');
        return `${head}.${claims}.${signature}`;
      };
      const unsigned = (token: string) => {
        const head = Buffer.from('{"alg":"none"}').toString('base64url');
        return `${head}.${token.split('.')[1]}.`;
      };
      const tampered = {
        'its claims changed': changed,
        'no signature': unsigned,
        'another nonce': resigned({ nonce: 'another' }),
        'no nonce': resigned({ nonce: undefined }),
        'another audience': resigned({ aud: 'another-client' }),
        'another issuer': resigned({ iss: 'https://elsewhere.example' }),
        expired: resigned({ iat: 1_000, exp: 2_000 }),
      };
      for (const [what, tamper] of Object.entries(tampered)) {
        const { callback, browser } = await asFarAsCallback(at);
        at.provider.tamper = tamper;
        expect([what, await finish(browser, callback, at)]).toEqual([what, 'failed']);
        at.provider.tamper = null;
      }
      // The same way without anything changed but the signature made anew.
      const { callback, browser } = await asFarAsCallback(at);
      at.provider.tamper = resigned({});
      expect((await browser.open(callback.href, {}, isConsole)).url.pathname).toBe('/console/');
      expect(tokenIn(at, browser)).toBeDefined();
    } finally {
      await at.close();
    }
  });

  test('what the provider says is not repeated in the log', () => {
    for (const line of signing.api.lines) {
      expect(JSON.stringify(line)).not.toMatch(/made-up|elsewhere|eyJ/);
    }
  });
});

test.each(['https://evil.example/', '//evil.example/console/', '/docs', '/console/../docs', 'javascript:alert(1)'])(
  'nobody is sent to %s after signing in',
  async (next) => {
    const sub = person(signing.provider, { groups: ['shelf-reviewers'] });
    const { page } = await signIn(signing, sub, { next: `?next=${encodeURIComponent(next)}` });
    expect(page.url.href).toBe(`${signing.api.url}/console/`);
  },
);

test('a session that the browser had ends with the new one, whose token is new', async () => {
  const earlier = await signedIn(signing.api.url, signing.api.database, await makeAccount(signing.api.database, 'reviewer'));
  const browser = new FormBrowser();
  browser.keep(signing.api.url, 'shelfgate', earlier.token);
  await signIn(signing, person(signing.provider, { groups: ['shelf-reviewers'] }), { browser });
  expect(tokenIn(signing, browser)).not.toBe(earlier.token);
  await earlier.agent.get('/v1/review/session').expect(401);
});

test('two pages of one browser may be under way at once', async () => {
  const sub = person(signing.provider, { groups: ['shelf-reviewers'] });
  const { page: first, browser } = await signIn(signing, sub, { stopAt: isCallback, next: '?next=%2Fconsole%2Foverview' });
  const { page: second } = await signIn(signing, sub, { browser, stopAt: isCallback });
  expect(first.url.searchParams.get('state')).not.toBe(second.url.searchParams.get('state'));
  expect((await browser.open(second.url.href, {}, isConsole)).url.pathname).toBe('/console/');
  expect((await browser.open(first.url.href, {}, isConsole)).url.pathname).toBe('/console/overview');
});

test('a provider that is down is told, local accounts still work, and it is asked again', async () => {
  const at = await startSigning();
  try {
    at.provider.down = true;
    const sub = person(at.provider, { groups: ['shelf-reviewers'] });
    expect(problemOf((await signIn(at, sub)).page)).toBe('unavailable');
    const { name } = await makeAccount(at.api.database, 'reviewer');
    const local = await fetch(`${at.api.url}/v1/review/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name, password: STAFF_PASSWORD }),
    });
    expect(local.status).toBe(200);
    at.provider.down = false;
    const { page, browser } = await signIn(at, sub, { stopAt: isCallback });
    at.provider.down = true;
    expect(problemOf(await browser.open(page.url.href, {}, isConsole))).toBe('unavailable');
  } finally {
    await at.close();
  }
});

test('accounts of the provider have no password and no role of ours', async () => {
  const { api } = signing;
  const { browser } = await signIn(
    signing,
    person(signing.provider, { groups: ['shelf-reviewers'], preferredUsername: 'theirs' }),
  );
  const account = (await api.database.accounts.findByName('theirs'))!;
  const admin = await signedIn(api.url, api.database, await makeAccount(api.database, 'administrator'));
  await admin.agent.patch(`/v1/review/accounts/${account.id}`).send({ role: 'auditor' }).expect(409);
  await admin.agent.post(`/v1/review/accounts/${account.id}/password`).expect(409);
  const { csrfToken } = (await sessionOf(signing, browser)) as { csrfToken: string };
  const change = await browser.request(`${api.url}/v1/review/session/password`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Shelfgate-CSRF': csrfToken },
    body: JSON.stringify({ current: 'whatever it is', next: 'tulip granite eight' }),
  });
  expect(change.status).toBe(409);
});

test('where single sign-on is the only way in, passwords are not looked at', async () => {
  const at = await startSigning({ only: true });
  try {
    const { name } = await makeAccount(at.api.database, 'administrator');
    expect(await (await fetch(`${at.api.url}/v1/review/sign-in-options`)).json()).toMatchObject({ local: false });
    const refused = await fetch(`${at.api.url}/v1/review/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name, password: STAFF_PASSWORD }),
    });
    expect(refused.status).toBe(403);
    const { browser } = await signIn(at, person(at.provider, { groups: ['shelf-reviewers'] }));
    expect(await sessionOf(at, browser)).toMatchObject({ account: { role: 'reviewer' } });
  } finally {
    await at.close();
  }
});

test('where it is not configured there is nothing to begin', async () => {
  const api = await startApi();
  try {
    expect((await fetch(`${api.url}/v1/review/sign-in/oidc`, { redirect: 'manual' })).status).toBe(404);
    expect((await fetch(`${api.url}${CALLBACK}?state=x&code=y`, { redirect: 'manual' })).status).toBe(404);
  } finally {
    await api.close();
  }
});
