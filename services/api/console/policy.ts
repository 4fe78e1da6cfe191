import { randomBytes } from 'node:crypto';

/** A number used once: it ties the styles that the page makes to this one answer. */
export function freshNonce(): string {
  return randomBytes(16).toString('base64');
}

/**
 * The page's Content-Security-Policy: scripts, styles and requests of this origin only, nothing inline but styles with the nonce, no
 * attributes with styles, no plain string that becomes markup. Untrusted text that got into the page by a mistake could still not run.
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}
