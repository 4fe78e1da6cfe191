import { type ParseArgsConfig, parseArgs } from 'node:util';
import { parseAccount } from './account-arguments.ts';
import type { Command, KeyCommand, ReviewCommand, RulesCommand } from './command.ts';
import { dayOf, languageOf, onlyFile, positive, printedOf, stringOf, usage, type Values } from './option-values.ts';
import { parseRulebookCommand, parseVerdict } from './rulebook-arguments.ts';
import { csvOf, parseSdks } from './sdks-arguments.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const PRINTING = { json: flag, format: text, output: text, lang: text };
const OPTIONS = {
  review: {
    listing: text,
    policy: text,
    fetch: flag,
    records: text,
    rulebook: text,
    date: text,
    save: text,
    'facts-out': text,
    'sdks-out': text,
    ...PRINTING,
    timeout: text,
    help: flag,
  },
  verdict: {
    case: text,
    facts: text,
    'policy-facts': text,
    listing: text,
    records: text,
    rulebook: text,
    date: text,
    ...PRINTING,
    help: flag,
  },
  rulebook: { on: text, against: text, store: text, limit: text, cases: text, json: flag, lang: text, help: flag },
  policy: { package: text, listing: text, json: flag, lang: text, timeout: text, help: flag },
  inspect: { json: flag, lang: text, timeout: text, help: flag },
  sdks: {
    policy: text,
    listing: text,
    csv: text,
    timeout: text,
    facts: text,
    store: text,
    limit: text,
    'least-apps': text,
    json: flag,
    lang: text,
    help: flag,
  },
  rules: { json: flag, markdown: flag, html: text, lang: text, help: flag },
  key: { store: text, name: text, scopes: text, rate: text, expires: text, overlap: text, json: flag, help: flag },
  account: { role: text, 'display-name': text, json: flag, help: flag },
} satisfies Record<string, ParseArgsConfig['options']>;

function parse(command: keyof typeof OPTIONS, args: readonly string[]): { values: Values; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: OPTIONS[command],
      allowPositionals: true,
      strict: true,
    });
    return { values: values as Values, positionals };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw usage(`命令行参数有误：${said}`, said, command);
  }
}

/** Seconds after which parsing is given up. */
const DEFAULT_TIMEOUT_SECONDS = 300;

function parseReview(values: Values, positionals: readonly string[]): ReviewCommand {
  const listing = stringOf(values, 'listing');
  const policy = stringOf(values, 'policy');
  const file = onlyFile(positionals, 'review');
  if (listing === null) throw usage('缺少 --listing（上架信息 JSON）', '--listing (the listing as JSON) is missing', '--listing');
  if (policy !== null && values.fetch === true) {
    throw usage('--policy 与 --fetch 不能同时使用', '--policy and --fetch exclude each other', '--fetch');
  }
  return {
    name: 'review',
    file,
    listing,
    policy,
    fetch: values.fetch === true,
    records: stringOf(values, 'records'),
    rulebook: stringOf(values, 'rulebook'),
    date: dayOf(values, 'date'),
    save: stringOf(values, 'save'),
    factsOut: stringOf(values, 'facts-out'),
    sdksOut: csvOf(values, 'sdks-out'),
    print: printedOf(values),
    timeoutMs: positive(values, 'timeout', DEFAULT_TIMEOUT_SECONDS) * 1000,
  };
}

function parseRules(values: Values, positionals: readonly string[]): RulesCommand {
  const [rule = null, ...more] = positionals;
  if (more.length > 0) throw usage('rules 只接受一条规则', 'rules takes one rule', more[0]);
  const folder = stringOf(values, 'html');
  const forms = [values.json === true && 'json', values.markdown === true && 'markdown', folder !== null && 'html'] as const;
  const [as = 'text', other] = forms.filter((form) => form !== false);
  if (other !== undefined)
    throw usage(`--${as} 与 --${other} 不能同时使用`, `--${as} and --${other} exclude each other`, `--${other}`);
  if (folder !== null && (rule !== null || folder === '')) {
    throw usage('--html 需要一个文件夹，并写出全部规则', '--html takes a folder and writes the pages of all rules', '--html');
  }
  return { name: 'rules', as, rule, folder, language: languageOf(values) };
}

const KEY_ACTIONS = ['create', 'list', 'revoke', 'rotate'] as const;

function parseKey(values: Values, positionals: readonly string[]): KeyCommand {
  const [actionText, id = null] = positionals;
  const action = KEY_ACTIONS.find((name) => name === actionText);
  if (!action)
    throw usage('key 之后应为 create、list、revoke 或 rotate', 'key must be followed by create, list, revoke or rotate', 'key');
  const store = stringOf(values, 'store');
  if (store === null && action !== 'revoke')
    throw usage('缺少 --store（应用商店名称）', '--store (name of the store) is missing', '--store');
  if (id === null && (action === 'revoke' || action === 'rotate')) {
    throw usage(`key ${action} 需要密钥编号（见 key list）`, `key ${action} needs the id of a key (see key list)`, 'ID');
  }
  const expires = stringOf(values, 'expires');
  const date = expires === null ? null : new Date(expires);
  if (date !== null && Number.isNaN(date.getTime())) {
    throw usage('--expires 应为日期，如 2027-01-31', '--expires must be a date such as 2027-01-31', '--expires');
  }
  const scopes = stringOf(values, 'scopes');
  return {
    name: 'key',
    action,
    store,
    id,
    label: stringOf(values, 'name') ?? 'command line',
    scopes: scopes === null ? null : scopes.split(',').map((scope) => scope.trim()),
    ratePerMinute: values.rate === undefined ? null : positive(values, 'rate', 0),
    expires: date,
    overlapHours: positive(values, 'overlap', 24),
    json: values.json === true,
  };
}

/**
 * Reads the command line.
 * @param args arguments after the program's name
 * @throws InputError `usage`, with the option or argument as its place
 */
export function parseCommand(args: readonly string[]): Command {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h')
    return { name: 'help', topic: rest[0] ?? null };
  if (name === '--version' || name === '-v' || name === 'version') return { name: 'version' };
  if (!Object.hasOwn(OPTIONS, name)) throw usage(`没有这个命令：${name}`, `there is no such command: ${name}`, name);
  const command = name as keyof typeof OPTIONS;
  const { values, positionals } = parse(command, rest);
  if (values.help === true) return { name: 'help', topic: command };
  switch (command) {
    case 'review':
      return parseReview(values, positionals);
    case 'inspect':
      return {
        name: 'inspect',
        file: onlyFile(positionals, 'inspect'),
        json: values.json === true,
        language: languageOf(values),
        timeoutMs: positive(values, 'timeout', DEFAULT_TIMEOUT_SECONDS) * 1000,
      };
    case 'policy':
      return {
        name: 'policy',
        source: onlyFile(positionals, 'policy', '隐私政策文件或网址', 'policy file or address'),
        package: stringOf(values, 'package'),
        listing: stringOf(values, 'listing'),
        json: values.json === true,
        language: languageOf(values),
        timeoutMs: positive(values, 'timeout', DEFAULT_TIMEOUT_SECONDS) * 1000,
      };
    case 'verdict':
      return parseVerdict(values, positionals);
    case 'rulebook':
      return parseRulebookCommand(values, positionals);
    case 'sdks':
      return parseSdks(values, positionals, DEFAULT_TIMEOUT_SECONDS);
    case 'rules':
      return parseRules(values, positionals);
    case 'key':
      return parseKey(values, positionals);
    case 'account':
      return parseAccount(values, positionals);
  }
}
