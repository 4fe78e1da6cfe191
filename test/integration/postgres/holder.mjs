import { startEmbeddedPostgres } from '../../../dist/shared/platform/postgres/index.js';

/**
 * A process that has an embedded PostgreSQL: `node holder.mjs FOLDER`. Prints one line of JSON, then stops on SIGTERM.
 * SIGINT is answered late on purpose, as a program does that finishes its work first.
 */
const [folder] = process.argv.slice(2);
const keep = setInterval(() => undefined, 1_000);
const tell = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
process.on('SIGINT', () => tell({ interrupted: true }));
try {
  const postgres = await startEmbeddedPostgres(folder, { durable: false, say: (said) => tell({ said }) });
  tell({ url: postgres.url, pid: postgres.pid() });
  process.once('SIGTERM', async () => {
    await postgres.stop();
    clearInterval(keep);
  });
} catch (error) {
  tell({ code: error.code, text: error.text });
  clearInterval(keep);
}
