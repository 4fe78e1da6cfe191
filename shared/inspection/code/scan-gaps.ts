import type { Observations } from '../observations.ts';

/** Notes methods whose instructions did not end where they should. */
export function noteUnclear(entry: string, count: number, observations: Observations): void {
  observations.gap('code', 'dex-code-unclear', entry, {
    zh: `${entry} 中有 ${count} 个方法的指令无法完整解析`,
    en: `the instructions of ${count} methods in ${entry} could not be read to their end`,
  });
}

/** Notes types and methods that could not be told apart by name. */
export function noteNameless(entry: string, count: number, observations: Observations): void {
  observations.gap('code', 'dex-names-unreadable', entry, {
    zh: `${entry} 中有 ${count} 个类型或方法的名称无法读出`,
    en: `the names of ${count} types or methods in ${entry} could not be read`,
  });
}

/** Notes an entry that is more than the inspector is ready to read. */
export function noteTooMuchCode(entry: string, observations: Observations): void {
  observations.gap('code', 'too-much-code', entry, {
    zh: `DEX 数量或总量超过上限，${entry} 未读取`,
    en: `too many or too large DEX files; ${entry} was not read`,
  });
}
