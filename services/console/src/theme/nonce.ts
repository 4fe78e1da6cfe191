/** The nonce that this page was served with; styles made while it runs carry it. Undefined under the development server, which has no policy. */
export function pageNonce(): string | undefined {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
  return nonce === '' ? undefined : nonce;
}
