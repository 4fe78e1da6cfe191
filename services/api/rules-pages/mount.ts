import { createHash } from 'node:crypto';
import type { Express, Response } from 'express';
import { rulesVersion } from '../../../shared/checks/registry.ts';
import { rulePages, SERVED_POLICY } from '../../../shared/pledge/rule-pages/build.ts';
import type { ApiPorts } from '../ports.ts';

/** Where the pages live; they link to each other by relative addresses. */
const BASE = '/rules/';

/**
 * Serves the pages of rules and clauses to anybody: a developer follows a link from a report and has no key. They are rendered once, when
 * the process starts; express answers 304 to whoever has the same page already.
 */
export function mountRulePages(app: Express, { rules, knowledge }: Pick<ApiPorts, 'rules' | 'knowledge'>): void {
  const pages = rulePages({ rules, version: rulesVersion(rules), knowledge });
  const serve = (address: string, route: string, page: string) => {
    const tag = `"${createHash('sha256').update(page).digest('base64url').slice(0, 22)}"`;
    app.get(address, (_request, response: Response) => {
      response.locals.route = route;
      response.set({
        'Cache-Control': 'public, max-age=300',
        'Content-Language': 'zh-CN, en',
        'Content-Security-Policy': SERVED_POLICY,
        ETag: tag,
      });
      response.type('text/html').send(page);
    });
  };
  // Relative links would miss by one step from an address without its last slash.
  app.get(BASE, (request, response, next) => {
    if (request.path === BASE) next();
    else response.redirect(308, 'rules/');
  });
  for (const [path, page] of pages) serve(`${BASE}${path}`, routeOf(path), page);
  serve(BASE, BASE, pages.get('index.html')!);
}

/** The path as OpenAPI has it: metrics count kinds of pages, not each of them. */
function routeOf(path: string): string {
  if (path === 'index.html') return BASE;
  return path.startsWith('clauses/') ? `${BASE}clauses/{clause}.html` : `${BASE}{check}/{rule}.html`;
}
