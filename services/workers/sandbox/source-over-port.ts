import type { MessagePort } from 'node:worker_threads';
import { InputError } from '../../../shared/domain/errors.ts';
import type { ByteSource } from '../../../shared/domain/ports.ts';
import { type Fault, fromFault, toFault } from './fault.ts';

/**
 * Most bytes the host reads at once for a thread. A length field in a hostile package decides what a parser asks for; this bounds
 * what the host allocates for it. Longer reads are put together in the thread, out of its own allowance.
 */
export const READ_LIMIT = 8 * 1024 * 1024;

interface ReadRequest {
  readonly read: number;
  readonly offset: number;
  readonly length: number;
}
type ReadAnswer = { readonly read: number; readonly bytes: Uint8Array } | { readonly read: number; readonly fault: Fault };

/** Whether a message on the port asks for bytes. */
export function isReadRequest(message: unknown): message is ReadRequest {
  return typeof message === 'object' && message !== null && 'read' in message && 'offset' in message;
}

/** Host side: answers one request. Never throws; the thread gets the typed error. */
export async function answerRead(port: MessagePort, source: ByteSource, request: ReadRequest): Promise<void> {
  let answer: ReadAnswer;
  try {
    const { offset, length } = request;
    if (!(offset >= 0 && length >= 0 && length <= READ_LIMIT)) throw readOutOfBounds(offset, length);
    const bytes = await source.read(offset, length);
    answer = { read: request.read, bytes };
  } catch (error) {
    answer = { read: request.read, fault: toFault(error) };
  }
  port.postMessage(answer);
}

/** Thread side: the package as a ByteSource whose bytes the host reads. */
export function sourceOverPort(port: MessagePort, size: number): ByteSource {
  const waiting = new Map<number, { resolve(bytes: Uint8Array): void; reject(error: Error): void }>();
  let last = 0;
  port.on('message', (answer: ReadAnswer) => {
    const waiter = waiting.get(answer.read);
    waiting.delete(answer.read);
    if ('fault' in answer) waiter?.reject(fromFault(answer.fault));
    else waiter?.resolve(answer.bytes);
  });
  const request = (offset: number, length: number): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      port.postMessage({ read: last, offset, length } satisfies ReadRequest);
    });

  return {
    size,
    read: async (offset, length) => {
      if (!(offset >= 0 && length >= 0)) throw readOutOfBounds(offset, length);
      const wanted = Math.max(0, Math.min(length, size - offset));
      if (wanted <= READ_LIMIT) return request(offset, wanted);
      const whole = new Uint8Array(wanted);
      for (let at = 0; at < wanted; at += READ_LIMIT) {
        const part = await request(offset + at, Math.min(READ_LIMIT, wanted - at));
        whole.set(part, at);
      }
      return whole;
    },
  };
}

function readOutOfBounds(offset: number, length: number): InputError {
  return new InputError(
    'read-out-of-bounds',
    { zh: `读取范围有误：偏移 ${offset}，长度 ${length}`, en: `Bad range to read: offset ${offset}, length ${length}` },
    `${offset}+${length}`,
  );
}
