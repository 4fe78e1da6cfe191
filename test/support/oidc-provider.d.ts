/** The part of the package that tests use; it comes without types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export class Provider {
    constructor(
      issuer: string,
      configuration: {
        readonly findAccount: (context: unknown, sub: string) => { accountId: string; claims(): object } | undefined;
        readonly [setting: string]: unknown;
      },
    );
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  }
}
