/** The nonce that this page was served with; styles made while it runs carry it. Undefined under the development server, which has no policy. */
export function pageNonce(): string | undefined {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
  return nonce === '' ? undefined : nonce;
}

/**
 * Gives every style element that a script of ours makes the nonce. Ant Design knows it (`csp` of its ConfigProvider) but forgets it in
 * places, for example where an open dialog keeps the page behind it from scrolling.
 */
export function giveStylesTheNonce(): void {
  const nonce = pageNonce();
  if (nonce === undefined) return;
  const create = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
}
