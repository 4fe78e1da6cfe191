/**
 * Remembers which instances of a class of asynchronous storages are used, and disables those that came into use within a suite when it
 * ends. One that is used again after that comes back by itself.
 * @param {typeof import('node:async_hooks').AsyncLocalStorage} Storage
 */
export function storagesInUse(Storage) {
  const before = new WeakSet();
  const within = new Set();
  for (const name of ['run', 'enterWith']) {
    const original = Storage.prototype[name];
    Storage.prototype[name] = function (...args) {
      if (!before.has(this)) within.add(this);
      return original.apply(this, args);
    };
  }
  return {
    suiteBegins() {
      for (const storage of within) before.add(storage);
      within.clear();
    },
    suiteEnds() {
      for (const storage of within) storage.disable();
      within.clear();
    },
  };
}
