import { RulebookError } from '../../shared/checks/rulebook/faults.ts';
import { ShelfgateError } from '../../shared/domain/errors.ts';
import { DocumentError } from '../../shared/pledge/case/document-error.ts';
import { parseCommand } from './arguments.ts';
import type { Command } from './command.ts';
import type { Console } from './console.ts';
import { escapeForTerminal } from './escape.ts';
import { EXIT_CODES } from './exit-code.ts';
import { ListingError } from './listing-error.ts';

/** Commands are loaded when asked for: `help` needs neither the knowledge nor a database driver. */
async function run(command: Command, console: Console): Promise<number> {
  switch (command.name) {
    case 'help':
      return (await import('./commands/help.ts')).runHelp(command.topic, console);
    case 'version':
      console.out(console.version);
      return 0;
    case 'review':
      return (await import('./commands/review.ts')).runReview(command, console);
    case 'verdict':
      return (await import('./commands/verdict.ts')).runVerdict(command, console);
    case 'rulebook':
      return (await import('./commands/rulebook.ts')).runRulebook(command, console);
    case 'policy':
      return (await import('./commands/policy.ts')).runPolicy(command, console);
    case 'inspect':
      return (await import('./commands/inspect.ts')).runInspect(command, console);
    case 'sdks':
      return (await import('./commands/sdks.ts')).runSdks(command, console);
    case 'rules':
      return (await import('./commands/rules.ts')).runRules(command, console);
    case 'key':
      return (await import('./commands/key.ts')).runKey(command, console);
    case 'account':
      return (await import('./commands/account.ts')).runAccount(command, console);
  }
}

function report(error: unknown, console: Console): void {
  if (!(error instanceof ShelfgateError)) {
    console.err(
      `程序内部错误 internal error: ${escapeForTerminal(error instanceof Error ? (error.stack ?? error.message) : String(error))}`,
    );
    return;
  }
  console.err(`错误：${escapeForTerminal(error.text.zh)}`);
  console.err(`error (${error.code}): ${escapeForTerminal(error.text.en)}`);
  if (error instanceof ListingError || error instanceof DocumentError) {
    for (const { pointer, text } of error.issues) {
      console.err(
        `  ${escapeForTerminal(pointer === '' ? '/' : pointer)}  ${escapeForTerminal(text.zh)} / ${escapeForTerminal(text.en)}`,
      );
    }
  }
  if (error instanceof RulebookError) {
    for (const { line, column, path, text } of error.faults) {
      console.err(escapeForTerminal(`  ${line}:${column}  ${path === '' ? '' : `${path}  `}${text.zh} / ${text.en}`));
    }
  }
  if (error.code === 'usage') console.err('用法 usage: shelfgate help');
}

/**
 * The command line.
 * @param args arguments after the program's name
 * @returns the exit code: 0 approve (or done), 1 reject, 2 review, 3 usage or input error, or a fault
 */
export async function main(args: readonly string[], console: Console): Promise<number> {
  try {
    return await run(parseCommand(args), console);
  } catch (error) {
    report(error, console);
    return EXIT_CODES.error;
  }
}
