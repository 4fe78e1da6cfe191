import { fullFacts } from './full-facts.ts';

// Entry of a process that inspects what it is told to, one package after the other, as a worker does.
process.on('message', (path: string) => {
  fullFacts(path, 'one').then(
    () => process.send!(path),
    (error: unknown) => {
      throw error;
    },
  );
});
