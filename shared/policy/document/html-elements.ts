/** Never content: code, navigation, controls. Their text is left out, whatever they hold. */
export const SKIPPED: ReadonlySet<string> = new Set(
  'head script style template noscript nav menu select button svg math iframe object audio video canvas textarea dialog'.split(
    ' ',
  ),
);

/** Start or end of one of these ends the running paragraph. */
export const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body br center dd details div dl dt fieldset figcaption figure footer form header hr html ' +
    'li main ol p pre section summary table tbody td tfoot th thead tr ul h1 h2 h3 h4 h5 h6'
  ).split(' '),
);

/** No end tag, so never on the stack of open elements. */
export const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** A start tag of the key closes an open element of the value that is on top of the stack (HTML's optional end tags). */
export const CLOSES: Readonly<Record<string, readonly string[]>> = {
  li: ['li', 'p'],
  dt: ['dt', 'dd', 'p'],
  dd: ['dt', 'dd', 'p'],
  tr: ['td', 'th', 'tr', 'p'],
  td: ['td', 'th', 'p'],
  th: ['td', 'th', 'p'],
  p: ['p'],
  div: ['p'],
  ul: ['p'],
  ol: ['p'],
  table: ['p'],
  section: ['p'],
  h1: ['p'],
  h2: ['p'],
  h3: ['p'],
  h4: ['p'],
};

/** The value of an attribute; empty where the element has none of that name. */
export function attribute(attributes: readonly { readonly name: string; readonly value: string }[], name: string): string {
  return attributes.find((each) => each.name === name)?.value ?? '';
}
