import type { Express, Request, Response } from 'express';
import { notFound, Problem } from '../problems/problem.ts';
import type { Asset, ConsoleBundle } from './bundle.ts';
import { freshNonce, pagePolicy } from './policy.ts';

/** Where the page lives; the bundle is built for this address. */
const BASE = '/console/';
const ASSETS = `${BASE}assets/`;

/** Addresses of pages are made of letters, digits, `-`, `_` and slashes; what has a dot or a percent sign is a file that is not there. */
const PAGE_PATH = /^\/console\/(?!assets$)[\w/-]{0,500}$/;

/** Nothing that the page could ask the browser for is needed. */
const PERMISSIONS = 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()';

/**
 * Serves the reviewers' console: assets for ever, since their names change with them; the page itself fresh each time, with a nonce of
 * its own; every address of a page answers with it, so that links into the console work.
 */
export function mountConsole(app: Express, bundle: ConsoleBundle): void {
  app.use((request, response, next) => {
    const { path } = request;
    if (path !== '/console' && !path.startsWith(BASE)) {
      next();
      return;
    }
    response.locals.route = path.startsWith(ASSETS) ? ASSETS : BASE;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw new Problem(
        'method-not-allowed',
        { zh: '可用方法：GET, HEAD', en: 'Allowed: GET, HEAD' },
        {},
        { Allow: 'GET, HEAD' },
      );
    }
    if (path === '/console') {
      response.redirect(308, 'console/');
      return;
    }
    const asset = path.startsWith(ASSETS) ? bundle.assets.get(path.slice(ASSETS.length)) : undefined;
    if (asset !== undefined) sendAsset(request, response, path, asset);
    else if (!path.startsWith(ASSETS) && PAGE_PATH.test(path)) sendPage(response, bundle);
    else throw notFound({ zh: '文件', en: 'file' });
  });
}

function sendPage(response: Response, bundle: ConsoleBundle): void {
  const nonce = freshNonce();
  response.set({
    'Cache-Control': 'no-store',
    'Content-Security-Policy': pagePolicy(nonce),
    'Permissions-Policy': PERMISSIONS,
  });
  response.type('text/html').send(bundle.page(nonce));
}

/** The smallest form that the client takes; a name stands for one content, so whoever has it need not ask again. */
function sendAsset(request: Request, response: Response, path: string, asset: Asset): void {
  const [encoding, body] =
    asset.brotli !== null && request.acceptsEncodings('br')
      ? (['br', asset.brotli] as const)
      : asset.gzip !== null && request.acceptsEncodings('gzip')
        ? (['gzip', asset.gzip] as const)
        : (['identity', asset.plain] as const);
  if (encoding !== 'identity') response.set('Content-Encoding', encoding);
  response.set({
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Content-Type': asset.type,
    ETag: `"${path.slice(ASSETS.length)}-${encoding}"`,
    Vary: 'Accept-Encoding',
  });
  response.send(body);
}
