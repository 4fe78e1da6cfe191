/** Who a code stands for by its second character, where the first says that market regulation (9) issued it (GB 32100-2015, 4.3). */
export type CreditCodeHolder = 'company' | 'self-employed' | 'cooperative' | 'institution' | 'other';

/** What is written where a unified social credit code should stand. */
export type CreditCodeReading =
  | { readonly form: 'valid'; readonly code: string; readonly holder: CreditCodeHolder }
  /** 18 characters of the alphabet, and the last is not the check character of the others. */
  | { readonly form: 'wrong-check'; readonly code: string; readonly expected: string }
  /** The number of an identity card: personal information that has no business here. */
  | { readonly form: 'identity-number' }
  /** The registration number of business licences before 2015: 15 digits. */
  | { readonly form: 'registration-number' }
  | { readonly form: 'malformed' };

/** The alphabet leaves out I, O, Z, S, V; each character counts its place in it (GB 32100-2015, table 2). */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const FORM = /^[1-9A-HJ-NP-RTUWXY][1-9]\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/;

/** Weights and check characters of identity cards (GB 11643-1999): ISO/IEC 7064, MOD 11-2. */
const IDENTITY_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const IDENTITY_CHECKS = '10X98765432';

/** Reads a unified social credit code (GB 32100-2015) in any width and case, with blanks or hyphens between. */
export function readCreditCode(text: string): CreditCodeReading {
  const code = text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}-]/gu, '')
    .toUpperCase();
  if (isIdentityNumber(code)) return { form: 'identity-number' };
  if (/^\d{15}$/.test(code)) return { form: 'registration-number' };
  if (!FORM.test(code)) return { form: 'malformed' };
  const expected = checkCharacter(code);
  return code[17] === expected ? { form: 'valid', code, holder: holderOf(code) } : { form: 'wrong-check', code, expected };
}

/** The 18th character: 31 less the sum of the others weighted by powers of 3, modulo 31 (GB 32100-2015, 4.6). */
function checkCharacter(code: string): string {
  let sum = 0;
  let weight = 1;
  for (let at = 0; at < 17; at += 1) {
    sum += ALPHABET.indexOf(code[at]!) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

function holderOf(code: string): CreditCodeHolder {
  if (code.startsWith('91')) return 'company';
  if (code.startsWith('92')) return 'self-employed';
  if (code.startsWith('93')) return 'cooperative';
  // Staffing commissions (1), civil affairs (5) and others register bodies that are no companies.
  return /^[15]/.test(code) ? 'institution' : 'other';
}

/** Whether 18 characters are an identity card's number: a date of birth in its place, and its own check character. */
function isIdentityNumber(code: string): boolean {
  if (!/^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(code)) return false;
  const sum = IDENTITY_WEIGHTS.reduce((total, weight, at) => total + weight * Number(code[at]), 0);
  return code[17] === IDENTITY_CHECKS[sum % 11];
}
