import type { Console } from './console.ts';
import type { PolicyInput } from './isolation/read-policy.ts';
import { readPolicyFile } from './review-input.ts';

/** A policy that a command was given as a file or an http(s) address. @throws InputError */
export async function policySource(source: string, console: Console): Promise<PolicyInput> {
  if (!/^https?:\/\//i.test(source)) return { kind: 'file', document: await readPolicyFile(source) };
  // Loaded only when somebody asks for it: everything else works without a network.
  const { fetchPolicy } = await import('./fetch-policy.ts');
  return { kind: 'web', gathered: await fetchPolicy(source, console.env) };
}
