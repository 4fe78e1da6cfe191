import type { Express, Response } from 'express';
import { OPERATIONS } from '../operations.ts';
import type { ApiPorts } from '../ports.ts';
import { openApiDocument } from './document.ts';
import { frontPage } from './front.ts';
import { docsPage } from './page.ts';
import { STYLE } from './style.ts';

const HOUR = 'public, max-age=3600';

/**
 * Serves the document and the pages made of it. They are built once, and building them at start shows a mistake at start.
 * @param served.console whether the console is here too, so that the front page leads to it
 */
export function mountDocs(app: Express, ports: ApiPorts, served: { readonly console: boolean }): void {
  const document = openApiDocument(OPERATIONS, { rules: ports.rules, publicUrl: ports.configuration.publicUrl });
  const pages: Readonly<Record<string, { readonly type: string; readonly body: string }>> = {
    '/': { type: 'text/html', body: frontPage(served) },
    '/docs': { type: 'text/html', body: docsPage(document) },
    '/docs/style.css': { type: 'text/css', body: STYLE },
    '/v1/openapi.json': { type: 'application/json', body: JSON.stringify(document) },
  };
  for (const [path, { type, body }] of Object.entries(pages)) {
    app.get(path, (_request, response: Response) => {
      response.locals.route = path;
      response.type(type).set('Cache-Control', HOUR).send(body);
    });
  }
}
