import { MessageChannel } from 'node:worker_threads';
import { InputError, TransientError } from '../../../shared/domain/errors.ts';
import type { ByteSource } from '../../../shared/domain/ports.ts';
import { answerRead, isReadRequest, READ_LIMIT, sourceOverPort } from './source-over-port.ts';

/** Both ends in one thread: what the host reads, and the source as the thread sees it. */
function connected(source: ByteSource) {
  const { port1, port2 } = new MessageChannel();
  const asked: { offset: number; length: number }[] = [];
  port1.on('message', (message) => {
    if (!isReadRequest(message)) return;
    asked.push({ offset: message.offset, length: message.length });
    void answerRead(port1, source, message);
  });
  return { asked, port: port2, remote: sourceOverPort(port2, source.size), close: () => port1.close() };
}

function ofBytes(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}

test('reads ranges, fewer bytes only at the end', async () => {
  const { remote, close } = connected(ofBytes(Uint8Array.from([1, 2, 3, 4, 5])));
  expect([...(await remote.read(1, 3))]).toEqual([2, 3, 4]);
  expect([...(await remote.read(3, 10))]).toEqual([4, 5]);
  expect([...(await remote.read(9, 10))]).toEqual([]);
  const [first, second] = await Promise.all([remote.read(0, 1), remote.read(4, 1)]);
  expect([first![0], second![0]]).toEqual([1, 5]);
  close();
});

test('a long read is put together from reads of bounded size', async () => {
  const bytes = new Uint8Array(READ_LIMIT + 5).fill(7);
  bytes[READ_LIMIT] = 9;
  const { remote, asked, close } = connected(ofBytes(bytes));
  const whole = await remote.read(0, bytes.length);
  expect(Buffer.compare(Buffer.from(whole), Buffer.from(bytes))).toBe(0);
  expect(asked).toEqual([
    { offset: 0, length: READ_LIMIT },
    { offset: READ_LIMIT, length: 5 },
  ]);
  close();
});

test.each([
  [-1, 1],
  [0, -1],
  [Number.NaN, 1],
])('refuses the range %d+%d', async (offset, length) => {
  const { remote, close } = connected(ofBytes(new Uint8Array(8)));
  await expect(remote.read(offset, length)).rejects.toBeInstanceOf(InputError);
  close();
});

test('the host refuses more than the limit, whatever the thread asks for', async () => {
  const { port, close } = connected({ size: 2 ** 40, read: async () => new Uint8Array(0) });
  const answer = await new Promise((resolve) => {
    port.on('message', resolve);
    port.postMessage({ read: 1, offset: 0, length: READ_LIMIT + 1 });
  });
  expect(answer).toMatchObject({ read: 1, fault: { code: 'read-out-of-bounds' } });
  close();
});

test('an error of the store keeps its type', async () => {
  const { remote, close } = connected({
    size: 8,
    read: async () => {
      throw new TransientError('store-away', { zh: '不可用', en: 'away' });
    },
  });
  const failure = await remote.read(0, 4).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(TransientError);
  expect(failure).toMatchObject({ code: 'store-away', text: { zh: '不可用', en: 'away' } });
  close();
});
