import type { SdksCommand } from '../command.ts';
import type { Console } from '../console.ts';

/** Lists the third-party code of a package, checks what is known about SDKs, or proposes what should be known. */
export async function runSdks(command: SdksCommand, console: Console): Promise<number> {
  switch (command.action) {
    case 'list':
      return (await import('../sdks/list.ts')).listSdks(command, console);
    case 'check':
      return (await import('../sdks/check.ts')).checkSdks(command, console);
    case 'propose':
      return (await import('../sdks/propose.ts')).proposeSdks(command, console);
  }
}
