/** Text as a `text` column can hold it: PostgreSQL has no U+0000, which becomes U+FFFD. */
export const plain = (text: string): string => text.replaceAll('\0', '\ufffd');
