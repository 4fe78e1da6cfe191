import { TextDecoder } from 'node:util';

/** What an attachment may be, told by its first bytes and never by its name; with the ending that a saved copy gets. */
export const ATTACHMENT_TYPES = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'application/pdf': ['pdf'],
  'text/plain': ['txt', 'log', 'md', 'csv'],
} as const satisfies Record<string, readonly string[]>;
export type AttachmentType = keyof typeof ATTACHMENT_TYPES;

const SIGNATURES: readonly (readonly [AttachmentType, Buffer])[] = [
  ['image/png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['application/pdf', Buffer.from('%PDF-', 'latin1')],
];

/** Controls that no text has: all but tab, line feed, form feed and carriage return. */
const CONTROL = /(?![\t\n\f\r])\p{Cc}/u;

/** Tells a file's type as its bytes go by. */
export class Sniffer {
  #head = Buffer.alloc(0);
  #size = 0;
  #decoder: TextDecoder | null = new TextDecoder('utf-8', { fatal: true });

  /** The next bytes of the file. */
  take(chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#head.length < 8) this.#head = Buffer.concat([this.#head, chunk.subarray(0, 8)]);
    this.#read(chunk, true);
  }

  #read(chunk: Buffer, stream: boolean): void {
    if (this.#decoder === null) return;
    try {
      if (CONTROL.test(this.#decoder.decode(chunk, { stream }))) this.#decoder = null;
    } catch {
      this.#decoder = null;
    }
  }

  /** Null for what is none of the allowed types, and for an empty file. */
  type(): AttachmentType | null {
    if (this.#size === 0) return null;
    const known = SIGNATURES.find(([, signature]) => this.#head.subarray(0, signature.length).equals(signature));
    if (known !== undefined) return known[0];
    this.#read(Buffer.alloc(0), false);
    return this.#decoder === null ? null : 'text/plain';
  }
}
