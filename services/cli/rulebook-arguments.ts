import type { RulebookCommand, VerdictCommand } from './command.ts';
import { dayOf, languageOf, onlyFile, positive, printedOf, stringOf, usage, type Values } from './option-values.ts';

const PARTS = ['facts', 'policy-facts', 'listing', 'records'] as const;

/** `verdict`: the facts in one document, or each in its own. */
export function parseVerdict(values: Values, positionals: readonly string[]): VerdictCommand {
  if (positionals.length > 0) throw usage('verdict 的文件由选项给出', 'verdict takes its files as options', positionals[0]);
  const document = stringOf(values, 'case');
  const [facts, policy, listing, records] = PARTS.map((part) => stringOf(values, part)) as [
    string | null,
    string | null,
    string | null,
    string | null,
  ];
  const shared = {
    name: 'verdict',
    rulebook: stringOf(values, 'rulebook'),
    date: dayOf(values, 'date'),
    // Machines make verdicts again: without another wish it is the service's own bytes.
    print: printedOf(values, 'verdict'),
  } as const;
  if (document !== null) {
    const part = PARTS.find((name) => values[name] !== undefined);
    if (part === undefined) return { ...shared, from: { kind: 'case', file: document } };
    throw usage(`--case 与 --${part} 不能同时使用`, `--case and --${part} exclude each other`, `--${part}`);
  }
  for (const part of ['facts', 'policy-facts', 'listing'] as const) {
    if (stringOf(values, part) !== null) continue;
    throw usage(`缺少 --${part}（或用 --case 给出全部）`, `--${part} is missing (or give all of it with --case)`, `--${part}`);
  }
  return { ...shared, from: { kind: 'parts', facts: facts!, policy: policy!, listing: listing!, records } };
}

const ACTIONS = ['check', 'show', 'waivers', 'try'] as const;

/** `rulebook check|show|waivers|try FILE`. */
export function parseRulebookCommand(values: Values, positionals: readonly string[]): RulebookCommand {
  const [actionText, ...files] = positionals;
  const action = ACTIONS.find((name) => name === actionText);
  if (action === undefined) {
    const all = ACTIONS.join('、');
    throw usage(`rulebook 之后应为 ${all}`, `rulebook must be followed by ${ACTIONS.join(', ')}`, 'rulebook');
  }
  const only = (option: string, ...actions: readonly string[]) => {
    if (values[option] === undefined || actions.includes(action)) return;
    throw usage(`rulebook ${action} 没有 --${option}`, `rulebook ${action} has no --${option}`, `--${option}`);
  };
  for (const option of ['against', 'store', 'limit', 'cases']) only(option, 'try');
  only('on', 'check', 'waivers', 'try');
  const shared = {
    name: 'rulebook',
    file: onlyFile(files, `rulebook ${action}`, '规则库文件', 'rulebook file'),
    on: dayOf(values, 'on'),
    json: values.json === true,
    language: languageOf(values),
  } as const;
  if (action !== 'try') return { ...shared, action };
  const [store, cases] = [stringOf(values, 'store'), stringOf(values, 'cases')];
  if ((store === null) === (cases === null)) {
    throw usage('须用 --store 或 --cases 之一给出应用', 'give the apps with one of --store and --cases', '--store');
  }
  const limit = positive(values, 'limit', Number.POSITIVE_INFINITY);
  return { ...shared, action, against: stringOf(values, 'against'), store, cases, limit };
}
