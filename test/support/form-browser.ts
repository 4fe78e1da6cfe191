/** What a browser ended at, with the address that it has now. */
export interface FormPage {
  readonly url: URL;
  readonly status: number;
  readonly text: string;
}

const MOST_REDIRECTS = 20;

/** As much of a browser as signing in elsewhere needs: keeps cookies by host, follows redirects, sends forms. */
export class FormBrowser {
  readonly #cookies = new Map<string, Map<string, string>>();

  cookiesOf(url: string): ReadonlyMap<string, string> {
    return this.#cookies.get(new URL(url).host) ?? new Map();
  }

  /** Sets a cookie by hand. */
  keep(url: string, name: string, value: string): void {
    const { host } = new URL(url);
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar.set(name, value));
  }

  /** One request, without following where it leads. */
  async request(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    const cookies = [...this.cookiesOf(url)].map(([name, value]) => `${name}=${value}`);
    if (cookies.length > 0) headers.set('Cookie', cookies.join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) this.#take(url, cookie);
    return response;
  }

  #take(url: string, cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
    const [name = '', ...value] = pair.split('=');
    const expires = attributes.find((attribute) => /^expires=/i.test(attribute))?.slice('expires='.length);
    if (expires !== undefined && Date.parse(expires) <= Date.now()) this.#cookies.get(new URL(url).host)?.delete(name);
    else this.keep(url, name, value.join('='));
  }

  /** Follows redirects to their end, or to the first address that is not to be asked. */
  async open(url: string, init: RequestInit = {}, stopAt: (url: URL) => boolean = () => false): Promise<FormPage> {
    let response = await this.request(url, init);
    let at = new URL(url);
    for (let redirects = 0; redirects < MOST_REDIRECTS; redirects += 1) {
      const location = response.headers.get('location');
      const text = await response.text();
      if (location === null || response.status < 300 || response.status > 399) return { url: at, status: response.status, text };
      at = new URL(location, at);
      if (stopAt(at)) return { url: at, status: response.status, text };
      response = await this.request(at.href);
    }
    throw new Error(`more than ${MOST_REDIRECTS} redirects from ${url}`);
  }

  /** Sends the page's form with these fields besides its hidden ones. */
  submit(page: FormPage, fields: Readonly<Record<string, string>>, stopAt?: (url: URL) => boolean): Promise<FormPage> {
    const action = /<form[^>]* action="([^"]+)"/.exec(page.text)?.[1];
    if (action === undefined) throw new Error(`no form at ${page.url.href}: ${page.text.slice(0, 500)}`);
    const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const body = new URLSearchParams({ ...Object.fromEntries(hidden.map(([, name, value]) => [name, value])), ...fields });
    return this.open(new URL(action, page.url).href, { method: 'POST', body }, stopAt);
  }
}
