import type { Range } from '../../domain/text.ts';
import type { PolicyText } from '../text/policy-text.ts';

/** Places of the text by how they are set, where the document has styles. */
export interface StyledPlaces {
  /** Below 12 CSS pixels, or faint. */
  readonly smallPrint: readonly Range[];
  /** In bold or underlined. */
  readonly emphasised: readonly Range[];
}

const MOST_PLACES = 100;
const MOST_SMALL = 500;
/** Where more than this share of the text is bold, nothing of it stands out. */
const TOO_MUCH = 0.5;

/**
 * The places that are set apart. Of many emphasised ones those are kept first that name something (`named`, in the order of the text):
 * what is looked for later is whether it stands out.
 */
export function styledPlaces(text: PolicyText, named: readonly { readonly range: Range }[]): StyledPlaces {
  const strong = placesOf(text, 'strong');
  const letters = strong.reduce((sum, [from, to]) => sum + to - from, 0);
  return {
    smallPrint: placesOf(text, 'small').slice(0, MOST_SMALL),
    emphasised: letters > TOO_MUCH * text.text.length ? [] : tellingFirst(strong, named),
  };
}

/** The places of one kind; those that only a line's end parts are one. */
function placesOf({ marks, text }: PolicyText, kind: 'small' | 'strong'): Range[] {
  const places: Range[] = [];
  for (const { kind: own, range } of marks) {
    if (own !== kind) continue;
    const last = places.at(-1);
    if (last !== undefined && range[0] - last[1] <= 1 && text.slice(last[1], range[0]).trim() === '')
      places[places.length - 1] = [last[0], range[1]];
    else places.push(range);
  }
  return places;
}

function tellingFirst(places: readonly Range[], named: readonly { readonly range: Range }[]): Range[] {
  if (places.length <= MOST_PLACES) return [...places];
  const mentions = named.map(({ range }) => range).sort((a, b) => a[0] - b[0]);
  let next = 0;
  const telling: Range[] = [];
  const others: Range[] = [];
  for (const place of places) {
    while (next < mentions.length && mentions[next]![1] <= place[0]) next++;
    const mention = mentions[next];
    (mention !== undefined && mention[0] < place[1] ? telling : others).push(place);
  }
  return [...telling, ...others].slice(0, MOST_PLACES).sort((a, b) => a[0] - b[0]);
}
