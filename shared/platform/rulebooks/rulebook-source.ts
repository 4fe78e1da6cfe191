import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Rule } from '../../checks/rule.ts';
import { BUILT_IN, BUILT_IN_TEXT } from '../../checks/rulebook/built-in.ts';
import type { Store } from '../database/repositories.ts';
import { openRulebookFile, type Refusal, type RulebookFile, type RulebookReading } from './rulebook-file.ts';

/** Where a store's rulebook comes from: a file of its own, the one for all others, or the program itself. */
export const RULEBOOK_ORIGINS = ['own', 'default', 'built-in'] as const;
export type RulebookOrigin = (typeof RULEBOOK_ORIGINS)[number];

/** What the configuration has for a store at this moment. */
export interface SourcedRulebook extends RulebookReading {
  readonly origin: RulebookOrigin;
}

/** One file, for operations. */
export interface RulebookState extends RulebookReading {
  /** Its name, without the folder. */
  readonly file: string;
}

/** Where this process finds the stores' rulebooks. Files are looked at when they are asked for, about once a second at most. */
export interface RulebookSource {
  of(store: Pick<Store, 'id' | 'name'>): Promise<SourcedRulebook>;
  /** Every file there is, read; a folder that cannot be read or has no file is one entry that says so. */
  states(): Promise<readonly RulebookState[]>;
}

/** The part of a logger that is written to; a pino logger is one. */
export interface RulebookLog {
  info(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface RulebookSourceOptions {
  /** A folder with `<name or id of a store>.yaml` and `default.yaml`, or one file for all stores; null for the built-in rulebook. */
  readonly path: string | null;
  readonly rules: readonly Rule[];
  readonly clock: () => Date;
  readonly log: RulebookLog;
  readonly onRefused?: (file: string) => void;
}

const ENDINGS = ['.yaml', '.yml'] as const;
const DEFAULT = 'default';

/** The built-in rulebook, as a file would be read. It is never refused. */
const BUILT_IN_READING = { good: { rulebook: BUILT_IN, text: BUILT_IN_TEXT, since: new Date(0) }, refused: null } as const;

export function openRulebookSource({ path, log, onRefused, ...reading }: RulebookSourceOptions): RulebookSource {
  const files = new Map<string, RulebookFile>();
  const file = (place: string): RulebookFile => {
    const known = files.get(place);
    if (known !== undefined) return known;
    const name = basename(place);
    const opened = openRulebookFile(place, {
      ...reading,
      onRefused: ({ code, line, reason }) => {
        log.error({ file: name, code, line, reason: reason.en }, 'a rulebook was refused; the last good one stays in force');
        onRefused?.(name);
      },
      onGood: ({ rulebook: { name: title, version, sha256 } }) =>
        log.info({ file: name, name: title, version, sha256 }, 'a rulebook was read'),
    });
    files.set(place, opened);
    return opened;
  };
  let missingSince: Date | null = null;
  const missing = (zh: string, en: string): RulebookReading => {
    if (missingSince === null) {
      log.error({ reason: en }, 'there is no rulebook');
      onRefused?.(DEFAULT);
    }
    missingSince ??= reading.clock();
    const refused: Refusal = { code: 'rulebook-missing', line: null, reason: { zh, en }, since: missingSince };
    return { good: null, refused };
  };

  return {
    of: async (store) => {
      if (path === null) return { origin: 'built-in', ...BUILT_IN_READING };
      const found = await filesAt(path);
      if (found.kind === 'none') return { origin: 'default', ...missing(...UNREADABLE) };
      if (found.kind === 'file') return { origin: 'default', ...(await file(path).read()) };
      const own = choose(found.names, store.id) ?? choose(found.names, store.name);
      const chosen = own ?? choose(found.names, DEFAULT);
      if (chosen === undefined) return { origin: 'default', ...missing(...NO_DEFAULT) };
      missingSince = null;
      return { origin: own === undefined ? 'default' : 'own', ...(await file(join(path, chosen)).read()) };
    },
    states: async () => {
      if (path === null) return [{ file: 'built-in', ...BUILT_IN_READING }];
      const found = await filesAt(path);
      if (found.kind === 'none') return [{ file: DEFAULT, ...missing(...UNREADABLE) }];
      if (found.kind === 'file') return [{ file: basename(path), ...(await file(path).read()) }];
      const names = found.names.filter(isRulebook);
      if (names.length === 0) return [{ file: DEFAULT, ...missing(...NO_DEFAULT) }];
      return Promise.all(names.sort().map(async (name) => ({ file: name, ...(await file(join(path, name)).read()) })));
    },
  };
}

const UNREADABLE = ['RULEBOOKS 指向的文件或目录无法读取', 'what RULEBOOKS points to cannot be read'] as const;
const NO_DEFAULT = [
  'RULEBOOKS 目录中既没有该商店的规则库，也没有 default.yaml',
  'the folder of RULEBOOKS has neither a rulebook of the store nor default.yaml',
] as const;

/** What editors and systems put beside a file begins with a dot. */
const isRulebook = (name: string): boolean => !name.startsWith('.') && ENDINGS.some((ending) => name.endsWith(ending));

type Found =
  | { readonly kind: 'none' }
  | { readonly kind: 'file' }
  | { readonly kind: 'folder'; readonly names: readonly string[] };

async function filesAt(path: string): Promise<Found> {
  try {
    if (!(await stat(path)).isDirectory()) return { kind: 'file' };
    return { kind: 'folder', names: await readdir(path) };
  } catch {
    return { kind: 'none' };
  }
}

/** The file of that name. Names are compared with those that are there, never made into paths: a store may be called `../x`. */
function choose(names: readonly string[], wanted: string): string | undefined {
  const plain = wanted.normalize('NFC');
  for (const ending of ENDINGS) {
    const found = names.find((name) => name.normalize('NFC') === `${plain}${ending}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
