import type { ApiUse, CallPath, CodeFacts } from '../../../shared/domain/facts/package.ts';
import { escapeForTerminal as e, excerptForTerminal } from '../escape.ts';
import { ENTRY_LABELS, WORDS } from './labels.ts';
import { list, listAny } from './list.ts';
import type { Page } from './page.ts';

/** Calls shown of one API that an entry point reaches. */
const REACHED = 3;

/** What the code of a package says: DEX files, entry points, calls with one path to each that runs by itself. */
export function presentCode(page: Page, code: CodeFacts): void {
  listAny(page, WORDS.dexFiles, code.dexFiles, ({ entry, version, classes, methods, loading }) => {
    const hidden = loading === 'hidden' ? `, ${page.inline(WORDS.hidden, ' / ')}` : '';
    return `${e(entry)} (${e(version)}, ${classes} classes, ${methods} methods${hidden})`;
  });
  listAny(page, WORDS.entryPoints, code.entryPoints ?? [], ({ kind, class: name, reaches }) => {
    return `${page.inline(ENTRY_LABELS[kind], ' / ')} ${e(name)} → ${reaches}`;
  });
  presentUses(page, code);
  listAny(page, WORDS.loading, code.dynamicLoading, (use) => describeUse(page, use));
}

function presentUses(page: Page, code: CodeFacts): void {
  list(page, WORDS.apis, code.apiUses, (use) => describeUse(page, use));
  const reached = code.apiUses.flatMap((use) =>
    use.callers.flatMap((caller) => (caller.paths ?? []).slice(0, 1).map((path) => ({ use, path }))).slice(0, REACHED),
  );
  listAny(page, WORDS.reachedFrom, reached, ({ use, path }) => `${e(use.target)} ← ${describePath(page, path, code)}`);
}

function describeUse(page: Page, { target, constant, count, reachable }: ApiUse): string {
  const asked = constant === undefined ? '' : ` (${excerptForTerminal(constant, 80)})`;
  const run = reachable === undefined ? '' : `, ${page.inline(WORDS.reachable, ' / ')} ${reachable}`;
  return `${e(target)}${asked} ×${count}${run}`;
}

/** `Application.onCreate com.example.App: onCreate → Helper.init → Sdk.start; tests on the way: agreed`. */
function describePath(page: Page, path: CallPath, { entryPoints = [] }: CodeFacts): string {
  const entry = entryPoints[path.entry];
  const from = entry ? `${page.inline(ENTRY_LABELS[entry.kind], ' / ')} ${e(entry.class)}` : '?';
  const steps = path.steps.map(({ class: name, method }) => `${e(name.slice(name.lastIndexOf('.') + 1))}.${e(method)}`);
  const guard = path.guard
    ? `${page.inline(WORDS.guard, ' / ')}: ${excerptForTerminal(path.guard.name, 60)}`
    : page.inline(WORDS.noGuard, ' / ');
  return `${from}: ${steps.join(' → ')}; ${guard}`;
}
