import type { AsyncLocalStorage } from 'node:async_hooks';

export declare function storagesInUse(Storage: typeof AsyncLocalStorage): { suiteBegins(): void; suiteEnds(): void };
