import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { ExchangeError } from './failure.ts';

/** All addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

/** Whether an address may be connected to. */
export type MayReach = (address: string) => boolean;

export const resolveBySystem: Resolve = (hostname) => lookup(hostname, { all: true, verbatim: true });

/**
 * A `lookup` for sockets that hands on only checked addresses. The connection is made to exactly what was checked, so a name that
 * answers differently the second time gains nothing. One closed address among several refuses the name.
 */
export function guardedLookup(resolve: Resolve, mayReach: MayReach): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined) return done(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '', 0);
        if (!addresses.every(({ address }) => mayReach(address)))
          return done(
            new ExchangeError('private-address', 'the name leads to an address that is not on the public internet'),
            '',
            0,
          );
        if (options.all) return done(null, [...addresses]);
        return done(null, first.address, first.family);
      },
      (error: Error) => done(error, '', 0),
    );
  };
}
