import { connectQueues, migrateQueues } from '../../../shared/platform/queues/index.ts';
import { emptyDatabase } from '../../support/postgres.ts';

test('a worker that lost its wake-ups looks for jobs itself within seconds, not within the hour', async () => {
  const { url, drop } = await emptyDatabase();
  await migrateQueues(url);
  const connection = await connectQueues(url);
  const worker = connection.worker('sdk', async () => undefined, { autorun: false });
  try {
    await worker.waitUntilReady();
    // What BullMQ waits for at most after an error on the connection that wakes it.
    expect(Reflect.get(worker, 'maximumBlockTimeout')).toBe(10);
  } finally {
    await worker.close();
    await connection.close();
    await drop();
  }
});
