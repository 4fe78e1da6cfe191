import type { Appeal } from '../../../shared/domain/review/appeal.ts';
import type { Decision, NewDecision } from '../../../shared/domain/review/decision.ts';
import type { SubmissionView } from '../../../shared/domain/review/dossier.ts';
import type { Letter } from '../../../shared/domain/review/letter.ts';
import type { Report } from '../../../shared/pledge/report.ts';

/** A person at the console: speaks to the reviewers' API with a session and nothing else. */
export class ReviewerClient {
  readonly #url: string;
  #cookie = '';
  #csrf = '';

  private constructor(url: string) {
    this.#url = url;
  }

  /** @throws Error when the account is refused */
  static async signIn(url: string, name: string, password: string): Promise<ReviewerClient> {
    const client = new ReviewerClient(url);
    const response = await client.#send('POST', '/v1/review/session', { name, password });
    client.#cookie = response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';', 1)[0]!)
      .join('; ');
    client.#csrf = ((await response.json()) as { csrfToken: string }).csrfToken;
    return client;
  }

  submission(id: string): Promise<SubmissionView> {
    return this.#json('GET', `/v1/review/submissions/${id}`);
  }

  report(id: string): Promise<Report> {
    return this.#json('GET', `/v1/review/submissions/${id}/report`);
  }

  decide(id: string, decision: NewDecision): Promise<Decision> {
    return this.#json('POST', `/v1/review/submissions/${id}/decisions`, decision);
  }

  /** The second reviewer's word. */
  second(decision: string, confirm: boolean, comment: string): Promise<Decision> {
    return this.#json('POST', `/v1/review/decisions/${decision}/${confirm ? 'confirm' : 'decline'}`, { comment });
  }

  assign(submissions: readonly string[], assignee: string): Promise<unknown> {
    return this.#json('POST', '/v1/review/dossiers/assign', { submissions, assignee });
  }

  draftLetter(id: string): Promise<Letter> {
    return this.#json('POST', `/v1/review/submissions/${id}/letters`, {});
  }

  sendLetter({ id, version }: Letter): Promise<Letter> {
    return this.#json('POST', `/v1/review/letters/${id}/send`, { version });
  }

  appeals(id: string): Promise<readonly Appeal[]> {
    return this.#json('GET', `/v1/review/submissions/${id}/appeals`);
  }

  answer(appeal: string, text: string): Promise<unknown> {
    return this.#json('POST', `/v1/review/appeals/${appeal}/messages`, { text });
  }

  dismiss(appeal: string, text: string): Promise<unknown> {
    return this.#json('POST', `/v1/review/appeals/${appeal}/close`, { state: 'dismissed', text });
  }

  async #json<Result>(method: string, path: string, body?: unknown): Promise<Result> {
    return (await (await this.#send(method, path, body)).json()) as Result;
  }

  async #send(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await fetch(this.#url + path, {
      method,
      headers: {
        cookie: this.#cookie,
        'x-shelfgate-csrf': this.#csrf,
        // As a browser says of a page's own requests.
        origin: this.#url,
        'sec-fetch-site': 'same-origin',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.ok) return response;
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  }
}
