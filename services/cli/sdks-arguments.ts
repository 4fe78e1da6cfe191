import type { CsvFile, SdksCommand } from './command.ts';
import { languageOf, onlyFile, positive, stringOf, usage, type Values } from './option-values.ts';

const ACTIONS = ['list', 'check', 'propose'] as const;
/** Which actions take an option. */
const TAKEN_BY: Readonly<Record<string, readonly (typeof ACTIONS)[number][]>> = {
  policy: ['list'],
  listing: ['list'],
  csv: ['list'],
  timeout: ['list'],
  facts: ['propose'],
  store: ['propose'],
  limit: ['propose'],
  'least-apps': ['propose'],
};

/** Proposals that one run makes. */
const PROPOSALS = 50;

/** `sdks list|check|propose …`. @param timeoutSeconds after which parsing is given up, unless told otherwise */
export function parseSdks(values: Values, positionals: readonly string[], timeoutSeconds: number): SdksCommand {
  const [actionText, ...files] = positionals;
  const action = ACTIONS.find((name) => name === actionText);
  if (action === undefined) {
    throw usage(`sdks 之后应为 ${ACTIONS.join('、')}`, `sdks must be followed by ${ACTIONS.join(', ')}`, 'sdks');
  }
  for (const [option, actions] of Object.entries(TAKEN_BY)) {
    if (values[option] === undefined || actions.includes(action)) continue;
    throw usage(`sdks ${action} 没有 --${option}`, `sdks ${action} has no --${option}`, `--${option}`);
  }
  const shared = { name: 'sdks', json: values.json === true, language: languageOf(values) } as const;
  if (action === 'check') return { ...shared, action, files };
  if (action === 'list') {
    return {
      ...shared,
      action,
      file: onlyFile(files, 'sdks list'),
      policy: stringOf(values, 'policy'),
      listing: stringOf(values, 'listing'),
      csv: csvOf(values, 'csv'),
      timeoutMs: positive(values, 'timeout', timeoutSeconds) * 1000,
    };
  }
  if (files.length > 0) throw usage('sdks propose 的文件夹由 --facts 给出', 'sdks propose takes its folder as --facts', files[0]);
  const [facts, store] = [stringOf(values, 'facts'), stringOf(values, 'store')];
  if (facts !== null && store !== null) {
    throw usage('--facts 与 --store 不能同时使用', '--facts and --store exclude each other', '--store');
  }
  return {
    ...shared,
    action,
    facts,
    store,
    limit: Math.ceil(positive(values, 'limit', PROPOSALS)),
    leastApps: Math.ceil(positive(values, 'least-apps', 1)),
  };
}

/** A file for the list of SDKs as CSV, with its language; null where the option is not given. */
export function csvOf(values: Values, option: string): CsvFile | null {
  const path = stringOf(values, option);
  if (path === null) return null;
  if (path === '') throw usage(`--${option} 需要一个文件`, `--${option} needs a file`, `--${option}`);
  // A document for one reader, as reports are: Chinese unless told otherwise.
  return { path, language: stringOf(values, 'lang') === null ? 'zh' : languageOf(values) };
}
