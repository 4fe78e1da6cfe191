import pg from 'pg';

/**
 * A connection whose loss is told to whoever listens and is nothing at all when nobody does. `pg` makes it an `error` event, and one
 * without a listener ends the process: between the hand-over from the pool and the first listener, and after a library has taken its
 * listeners back, a server that restarts would take everything down with it. Queries on a lost connection fail either way.
 */
export class LossTolerantClient extends pg.Client {
  override emit(...event: Parameters<pg.Client['emit']>): boolean {
    const [name] = event as readonly unknown[];
    return name === 'error' && this.listenerCount('error') === 0 ? false : super.emit(...event);
  }
}
