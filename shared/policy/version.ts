/** Version of the policy reader, written into all facts it makes: raise it whenever the same document would read differently. */
export const POLICY_READER_VERSION = 'policy-reader/2.0.0';
