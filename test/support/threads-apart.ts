import type { Apart } from '../../services/api/apart.ts';
import { openSandbox, type Sandbox } from '../../services/workers/sandbox/sandbox.ts';

/** The threads of the program for what the API has done apart; opened when first asked for, because most tests never do. */
export function threadsApart(): { readonly port: Apart; close(): Promise<void> } {
  let sandbox: Sandbox | undefined;
  const opened = (): Sandbox => {
    sandbox ??= openSandbox({ threads: 1, memoryMb: 1_024 });
    return sandbox;
  };
  return {
    port: {
      comparePolicies: (texts, limits) => opened().perform('compare-policies', texts, limits),
      checkRulebook: (text, limits) => opened().perform('check-rulebook', text, limits),
      tryRulebook: (trial, limits) => opened().perform('try-rulebook', trial, limits),
    },
    close: async () => sandbox?.close(),
  };
}
