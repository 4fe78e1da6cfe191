import { dottedName } from './dotted-name.ts';
import type { Program } from './program.ts';

const WEB_VIEW = 'Landroid/webkit/WebView;';
/** Superclasses followed from the class that a call names; deeper hierarchies of web views there are none. */
const PARENTS = 20;

/** Dotted names of the classes whose code has a web view load an address (`WebView.loadUrl`), sorted, each once. */
export function pageLoaders(program: Program): string[] {
  const { types, methods, bodies, calls } = program;
  const webView = types.find(WEB_VIEW);
  const selectors = [
    methods.findSelector('loadUrl', '(Ljava/lang/String;)V'),
    methods.findSelector('loadUrl', '(Ljava/lang/String;Ljava/util/Map;)V'),
  ].filter((selector) => selector >= 0);
  if (webView < 0 || selectors.length === 0) return [];
  const loads = new Uint8Array(methods.count);
  const [plain, withHeaders = -1] = selectors;
  for (let method = 0; method < methods.count; method++) {
    const selector = methods.selector[method]!;
    if ((selector === plain || selector === withHeaders) && isWebView(program, methods.class[method]!, webView))
      loads[method] = 1;
  }
  // Few files refer to such a method; the calls of the others need not be looked at.
  const mayLoad = program.dexes.map((dex) => dex.methods.some((method) => loads[method] === 1));
  const found = new Set<number>();
  for (let body = 0; body < bodies.count; body++) {
    if (!mayLoad[bodies.dex[body]!]) continue;
    const end = bodies.callStart[body + 1]!;
    for (let call = bodies.callStart[body]!; call < end; call++) {
      if (loads[calls.target[call]!] === 1) found.add(methods.class[bodies.method[body]!]!);
    }
  }
  return [...found].map((type) => dottedName(types.descriptor(type))).sort();
}

function isWebView({ types }: Program, type: number, webView: number): boolean {
  let parent = type;
  for (let depth = 0; depth < PARENTS && parent >= 0; depth++) {
    if (parent === webView) return true;
    parent = types.superclass[parent]!;
  }
  return false;
}
