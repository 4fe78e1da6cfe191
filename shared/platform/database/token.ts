import { createHash, randomBytes } from 'node:crypto';

/** 256 bits: nobody guesses it. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** All that is kept of a token; it is random, so one round is enough. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
