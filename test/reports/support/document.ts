import { type DefaultTreeAdapterTypes, type ParserError, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** An HTML document as a browser reads it, with the errors of its markup. */
export interface Page {
  readonly errors: readonly ParserError[];
  readonly elements: readonly Element[];
}

export function read(text: string): Page {
  const errors: ParserError[] = [];
  const document = parse(text, { onParseError: (error) => errors.push(error), sourceCodeLocationInfo: false });
  const elements: Element[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node) elements.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(document);
  return { errors, elements };
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

export function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Texts that are shown, outside of elements for which `skip` holds. */
export function shownTexts({ elements }: Page, skip: (element: Element) => boolean): string[] {
  const body = elements.find(({ tagName }) => tagName === 'body')!;
  const texts: string[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node && skip(node)) return;
    if (node.nodeName === '#text') texts.push((node as DefaultTreeAdapterTypes.TextNode).value);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(body);
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}

/** Tags and names of attributes in order: what markup can change and text must not. */
export const skeleton = ({ elements }: Page): string =>
  elements.map(({ tagName, attrs }) => `${tagName}[${attrs.map(({ name }) => name).join()}]`).join(' ');
