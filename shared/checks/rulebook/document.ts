import { isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import type { Bilingual } from '../../domain/text.ts';
import { FAULTS_CAP, type Path, pathText, type RulebookFault, shownPart } from './faults.ts';

/** Bytes of a rulebook at most: some thousand waivers. */
export const MAX_BYTES = 1 << 20;
/** Lists and maps inside one another at most; the format needs five. */
const MAX_DEPTH = 12;

/** What was read, and where each value stood; `faults` are those that make it no document of ours. */
export interface RulebookDocument {
  readonly value: unknown;
  readonly faults: readonly RulebookFault[];
  /** Makes a fault at a value of the document; at the nearest one around it where the path leads to none. */
  at(path: Path, text: Bilingual, where?: 'key' | 'value'): RulebookFault;
}

/**
 * Reads YAML 1.2 (JSON is a subset) without what a rulebook has no use for and attackers have: anchors and aliases, tags, directives,
 * merged maps, several documents. Keys that occur twice are faults: one of the two would silently have no effect.
 */
export function readDocument(text: string): RulebookDocument {
  const lines = new LineCounter();
  const places = new Map<string, { readonly key: number; readonly value: number }>();
  const faults: RulebookFault[] = [];
  const atOffset = (offset: number, path: Path, reason: Bilingual): RulebookFault => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col), path: pathText(path), text: reason };
  };
  const fault = (offset: number, path: Path, zh: string, en: string) => {
    if (faults.length < FAULTS_CAP) faults.push(atOffset(offset, path, { zh, en }));
  };
  const at: RulebookDocument['at'] = (path, reason, where = 'value') => {
    for (let length = path.length; length >= 0; length -= 1) {
      const place = places.get(JSON.stringify(path.slice(0, length)));
      if (place !== undefined) return atOffset(length === path.length ? place[where] : place.key, path, reason);
    }
    return atOffset(0, path, reason);
  };
  const nested = tooDeep(text);
  if (nested !== null) {
    const { line, column } = nested;
    const reason = { zh: `嵌套超过 ${MAX_DEPTH} 层`, en: `nested more than ${MAX_DEPTH} levels deep` };
    return { value: undefined, faults: [{ line, column, path: '', text: reason }], at };
  }

  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    merge: false,
    schema: 'core',
    version: '1.2',
  });
  for (const { message, pos } of [...document.errors, ...document.warnings].slice(0, FAULTS_CAP)) {
    fault(pos[0], [], `不是有效的 YAML：${shownPart(message)}`, `not valid YAML: ${shownPart(message)}`);
  }
  if (document.directives?.yaml.explicit === true || Object.keys(document.directives?.tags ?? {}).length > 1) {
    fault(0, [], '不接受 % 指令', 'directives (%) are not accepted');
  }

  const plain = (node: Node | null | undefined, keyAt: number, path: Path): unknown => {
    const start = node?.range?.[0] ?? keyAt;
    places.set(JSON.stringify(path), { key: keyAt, value: start });
    if (node == null) return null;
    if (isAlias(node) || (node as { anchor?: string }).anchor !== undefined) {
      fault(start, path, '不接受锚点和别名（& *）', 'anchors and aliases (& *) are not accepted');
      return null;
    }
    if (node.tag !== undefined) {
      fault(start, path, '不接受标签（!）', 'tags (!) are not accepted');
      return null;
    }
    if (path.length > MAX_DEPTH) {
      fault(start, path, `嵌套超过 ${MAX_DEPTH} 层`, `nested more than ${MAX_DEPTH} levels deep`);
      return null;
    }
    if (isSeq<Node>(node)) return node.items.map((item, index) => plain(item, item?.range?.[0] ?? start, [...path, index]));
    if (isMap<Node, Node | null>(node)) return mapOf(node.items, start, path);
    return isScalar(node) ? node.value : null;
  };
  const mapOf = (pairs: readonly Pair<Node, Node | null>[], start: number, path: Path): unknown => {
    const entries = new Map<string, unknown>();
    for (const { key, value } of pairs) {
      const keyAt = (key as Node | null)?.range?.[0] ?? start;
      if (!isScalar(key) || typeof key.value !== 'string') {
        fault(keyAt, path, '键应为字符串', 'a key must be a string');
      } else if (key.value === '__proto__') {
        // A key that JavaScript takes for something else would be lost on the way and nobody told.
        fault(keyAt, [...path, key.value], '没有这个键', 'there is no such key');
      } else if (entries.has(key.value)) {
        fault(keyAt, [...path, key.value], '重复的键', 'this key occurs twice');
      } else {
        entries.set(key.value, plain(value, keyAt, [...path, key.value]));
      }
    }
    return Object.fromEntries(entries);
  };
  // After a syntax error the tree is a guess, and faults found in it would mislead.
  const value = faults.length > 0 ? undefined : plain(document.contents as Node | null, 0, []);
  return { value, faults, at };
}

/** Where a text begins to nest deeper than any rulebook, told before it is parsed: parsing such costs seconds. */
function tooDeep(text: string): { readonly line: number; readonly column: number } | null {
  let flow = 0;
  let indicators = 0;
  let line = 1;
  let column = 1;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') flow += 1;
    else if (token === ']' || token === '}') flow -= 1;
    else if (token === '-' || token === '?') indicators += 1;
    if (flow > MAX_DEPTH || indicators > MAX_DEPTH) return { line, column };
    const breaks = token.split('\n').length - 1;
    if (breaks > 0) {
      line += breaks;
      indicators = 0;
    }
    column = breaks > 0 ? token.length - token.lastIndexOf('\n') : column + token.length;
  }
  return null;
}
