import type { XmlElement } from '../binary/axml.ts';

/** An element with its path, `/manifest/application[1]/activity[2]` (1-based among its siblings of that name). */
export interface PlacedElement {
  readonly element: XmlElement;
  readonly place: string;
}

/** The root's path has no number: there is one root. */
export function placedRoot(element: XmlElement): PlacedElement {
  return { element, place: `/${element.name}` };
}

/** All children with their paths, in file order. */
export function placedChildren(parent: PlacedElement): PlacedElement[] {
  const counts = new Map<string, number>();
  return parent.element.children.map((element) => {
    const count = (counts.get(element.name) ?? 0) + 1;
    counts.set(element.name, count);
    return { element, place: `${parent.place}/${element.name}[${count}]` };
  });
}
