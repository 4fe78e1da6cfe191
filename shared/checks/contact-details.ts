import type { ContactDetails } from '../domain/facts/listing.ts';
import { isFiller } from './filler.ts';

export type ContactKind = keyof ContactDetails;

/**
 * Why nobody can be reached by what is given. `malformed`: no address or number at all. `filler`: what people put where they have to
 * put something (test@, 123456). `reserved`: a domain that is set aside for examples and tests (RFC 2606, RFC 6761).
 */
export type ContactFault = 'malformed' | 'filler' | 'reserved';

export interface FaultyContact {
  readonly kind: ContactKind;
  readonly value: string;
  readonly fault: ContactFault;
}

const EMAIL = /^[^\s@"(),:;<>[\]\\]+@((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*)$/u;
const FILLER_MAILBOX =
  /^(?:test\d*|tests|testing|abc|abcd|aaa+|xxx+|xx|asdf\w*|qwe\w*|123|1234|12345|123456|111+|000+|noreply|no-reply|donotreply|nobody|null|none|user|username|your\.?name|your\.?email|example|demo)$/;
const FILLER_DOMAIN =
  /^(?:test\d*|xxx?|abc|aaa|123|domain|yourdomain|your-domain|yourcompany|your-company|company|email|mail|none|null)\.(?:com|cn|com\.cn|net|org)$/;
const RESERVED_DOMAIN = /(?:^|\.)(?:example\.(?:com|net|org|cn)|example|test|invalid|localhost|local)$/;
const MASKED = /^(?:[-—./\\x*#?_\s]+|某某.*|x{2,}.*)$/i;

/** What is wrong with each of the ways that are given to reach somebody, in a fixed order; nothing where all can be used. */
export function contactFaults(contact: ContactDetails): FaultyContact[] {
  return (['email', 'phone', 'url', 'address'] as const).flatMap((kind) => {
    const value = contact[kind];
    if (value === undefined) return [];
    const fault = FAULTS[kind](value.normalize('NFKC').trim());
    return fault === null ? [] : [{ kind, value, fault }];
  });
}

/** Whether at least one way is given that people can write or call to; an address by itself is one too. */
export function isReachable(contact: ContactDetails | undefined): boolean {
  if (contact === undefined) return false;
  const given = (['email', 'phone', 'url', 'address'] as const).filter((kind) => contact[kind] !== undefined).length;
  return given > contactFaults(contact).length;
}

function isNothing(value: string): boolean {
  return isFiller(value) || MASKED.test(value);
}

const FAULTS: Readonly<Record<ContactKind, (value: string) => ContactFault | null>> = {
  email(value) {
    const lower = value.toLowerCase();
    const domain = EMAIL.exec(lower)?.[1];
    if (domain === undefined) return isNothing(value) ? 'filler' : 'malformed';
    if (RESERVED_DOMAIN.test(domain)) return 'reserved';
    return FILLER_MAILBOX.test(lower.slice(0, lower.lastIndexOf('@'))) || FILLER_DOMAIN.test(domain) ? 'filler' : null;
  },
  phone(value) {
    const digits = value.replace(/\D/g, '');
    if (isNothing(value)) return 'filler';
    // Words beside the number (客服, 转, 工作日) are fine; without five digits there is no number to call.
    if (digits.length < 5 || digits.length > 40) return 'malformed';
    return /^(\d)\1+$/.test(digits) ||
      ['12345678901', '1234567890', '123456789', '12345678', '1234567', '123456', '654321'].includes(digits)
      ? 'filler'
      : null;
  },
  url(value) {
    const host = URL.canParse(value) ? new URL(value).hostname.toLowerCase() : '';
    if (!host.includes('.') && !host.startsWith('[')) return 'malformed';
    if (RESERVED_DOMAIN.test(host)) return 'reserved';
    return FILLER_DOMAIN.test(host.replace(/^www\./, '')) ? 'filler' : null;
  },
  address: (value) => (isNothing(value) || value.length < 4 ? 'filler' : null),
};
