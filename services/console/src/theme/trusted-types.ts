interface PolicyOptions {
  createHTML(text: string): string | null;
}
interface TrustedTypes {
  createPolicy(name: string, options: PolicyOptions): unknown;
}

/**
 * The page's policy demands that no plain string becomes markup or script (`require-trusted-types-for 'script'`). Ant Design writes its
 * style sheets through `innerHTML` of a style element; text without `<` can become no element anywhere, so that much is let through.
 * Everything else is refused by the browser.
 */
const types = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes;
types?.createPolicy('default', { createHTML: (text) => (text.includes('<') ? null : text) });

export {};
