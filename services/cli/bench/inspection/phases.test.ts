import { phaseOfFrames } from './phases.ts';

const frame = (id: number, functionName: string, url: string, children: number[] = []) => ({
  id,
  callFrame: { functionName, url },
  children,
});

test('a frame belongs to the innermost part of the inspection above it', () => {
  const phases = phaseOfFrames([
    frame(1, '(root)', '', [2, 7, 8]),
    frame(2, 'inspectPackage', 'file:///dist/shared/inspection/index.js', [3, 5]),
    frame(3, 'readEntry', 'file:///dist/shared/inspection/binary/zip-entry.js', [4]),
    frame(4, 'inflateRawSync', 'node:zlib'),
    frame(5, 'findReachable', 'file:///dist/shared/inspection/code/reach/index.js', [6]),
    frame(6, 'set', ''),
    frame(7, '(garbage collector)', ''),
    frame(8, '(idle)', ''),
  ]);
  expect([...phases.entries()].sort(([a], [b]) => a - b).map(([, phase]) => phase)).toEqual([
    'the rest',
    'other parts of the inspection',
    'reading and archive',
    'inflate',
    'reachability',
    'reachability',
    'garbage collection',
    '',
  ]);
});
