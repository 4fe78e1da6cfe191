import type { Bilingual } from '../text.ts';

/** Characters that a password must have, and may have at most. */
export const PASSWORD_LENGTH = { least: 12, most: 1_024 } as const;

/** Words that people build passwords of; with digits, signs and look-alikes taken away, a password must be more than one of them. */
const COMMON = [
  'password',
  'passwort',
  'passphrase',
  'administrator',
  'administrateur',
  'admin',
  'adminadmin',
  'root',
  'rootroot',
  'superuser',
  'qwertyuiop',
  'qwertyuiopasdfghjkl',
  'qwerty',
  'qwertz',
  'azerty',
  'asdfghjkl',
  'asdfgh',
  'zxcvbnm',
  'qazwsxedc',
  'qazwsx',
  'letmein',
  'letmeinplease',
  'welcome',
  'welcometo',
  'iloveyou',
  'iloveyouforever',
  'changeme',
  'changemenow',
  'changeit',
  'default',
  'secret',
  'topsecret',
  'trustno',
  'dragon',
  'monkey',
  'football',
  'baseball',
  'sunshine',
  'princess',
  'master',
  'superman',
  'batman',
  'shelfgate',
  'reviewer',
  'seniorreviewer',
  'operations',
  'auditor',
  'test',
  'testtest',
  'testing',
  'guest',
  'login',
  'woaini',
  'woaiwojia',
  'woaizhongguo',
  'wodemima',
  'mima',
  'nihao',
  'zhongguo',
  'beijing',
  'shanghai',
  'shenzhen',
  'correcthorsebatterystaple',
] as const;

const LOOK_ALIKE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

const lettersOf = (text: string): string => text.replaceAll(/[^a-z]/g, '');

/** The letters of a password: as they stand, and with look-alikes read as letters, with and without the year or sign around it. */
function readings(password: string): string[] {
  const lower = password.toLowerCase();
  const core = lower.replaceAll(/^[^a-z@$]+|[^a-z@$]+$/g, '');
  const read = [lower, core].map((text) => [...text].map((character) => LOOK_ALIKE[character] ?? character).join(''));
  // `1` is an i as often as an l.
  return [lower, ...read, ...read.map((text) => text.replaceAll('l', 'i'))].map(lettersOf);
}

/** Whether a word is a common one, or one said twice and more. */
function isCommon(letters: string): boolean {
  return COMMON.some((word) => letters.replaceAll(word, '') === '' && letters !== '');
}

/** Whether nearly every character follows from the one before: abcdef…, 987654…, aaaa…, or a few characters over and over. */
function isMonotonous(password: string): boolean {
  const points = [...password].map((character) => character.codePointAt(0)!);
  if (new Set(points).size < 5) return true;
  const steps = points.slice(1).map((point, index) => point - points[index]!);
  return steps.filter((step) => Math.abs(step) <= 1).length >= steps.length * 0.7;
}

/**
 * What is wrong with a password that somebody chooses; null when it will do. Length counts most: no signs or digits are demanded.
 * @param name what the account signs in with
 */
export function passwordFault(password: string, name: string): Bilingual | null {
  const length = [...password].length;
  const { least, most } = PASSWORD_LENGTH;
  if (length < least) return { zh: `密码至少 ${least} 个字符`, en: `A password has at least ${least} characters` };
  if (length > most) return { zh: `密码最多 ${most} 个字符`, en: `A password has at most ${most} characters` };
  const own = name.toLowerCase().split('@')[0]!;
  if (own.length >= 3 && password.toLowerCase().includes(own)) {
    return { zh: '密码不能包含账号名', en: 'A password must not contain the account’s name' };
  }
  if (isMonotonous(password) || readings(password).some(isCommon)) {
    return {
      zh: '密码过于常见或过于规则，请换一个，例如几个不相干的词',
      en: 'This password is too common or too regular; take another, for example a few words that have nothing to do with each other',
    };
  }
  return null;
}
