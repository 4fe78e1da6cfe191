import type { ApiEntry, Knowledge } from '../../knowledge/types.ts';
import type { CallTarget } from './call-targets.ts';
import type { Constant } from './constant.ts';
import type { Program } from './program.ts';

/** What a call looks up by name. */
export interface Reflected {
  /** `android.os.SystemProperties`, or with the member that is asked for: `android.os.SystemProperties.get`. */
  readonly name: string;
  /** Whether it belongs to the platform: of its namespace, and not defined by the package. */
  readonly isPlatform: boolean;
  /** What the knowledge says of the method, where it is one of its APIs. */
  readonly api: ApiEntry | null;
}

/** The class or member that a reflective call names; null where nothing is known of it. */
export function reflectedName(
  { answer, key }: CallTarget,
  values: readonly (Constant | undefined)[],
  { types }: Program,
  { apis, constants }: Pick<Knowledge, 'apis' | 'constants'>,
): Reflected | null {
  const text = values.find((value) => typeof value === 'string');
  let owner = '';
  let member = '';
  for (const value of values) {
    if (typeof value !== 'object' || value.kind === 'array') continue;
    owner ||= value.kind === 'class' ? value.name : value.owner;
    if (value.kind === 'method') member ||= value.name;
  }
  if (answer === 'class') owner = typeof text === 'string' ? text.replaceAll('/', '.') : '';
  else if (!key.endsWith('->invoke') && typeof text === 'string') member = text;
  if (owner === '' && member === '') return null;
  const descriptor = `L${owner.replaceAll('.', '/')};`;
  const type = types.find(descriptor);
  const isPlatform = constants.reflectedNamespaces.some((prefix) => owner.startsWith(prefix));
  return {
    name: [owner, member].filter((part) => part !== '').join('.'),
    isPlatform: isPlatform && (type < 0 || types.defined[type] !== 1),
    api: apis.get(`${descriptor}->${member}`) ?? null,
  };
}
