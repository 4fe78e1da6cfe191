import { matchKeys, strokeName } from './shortcut-keys.ts';

const stroke = (key: string, modifiers: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) =>
  strokeName({ key, ctrlKey: false, metaKey: false, altKey: false, ...modifiers });

test('a key press has one name, whatever Shift and Caps Lock say of its letter', () => {
  expect([stroke('j'), stroke('J'), stroke('?'), stroke('Enter'), stroke(' '), stroke('ArrowDown')]).toEqual([
    'j',
    'j',
    '?',
    'enter',
    'space',
    'arrowdown',
  ]);
  expect([stroke('Enter', { ctrlKey: true }), stroke('Enter', { metaKey: true })]).toEqual(['mod+enter', 'mod+enter']);
});

test('keys that only change others, and those of the input method, are none', () => {
  for (const key of ['Shift', 'Control', 'Alt', 'Meta', 'Dead', 'Process']) expect(stroke(key)).toBeNull();
  expect(stroke('j', { altKey: true })).toBeNull();
});

test('a sequence begins, ends, or was none', () => {
  const all = ['j', 'g q', 'g o', '?'];
  expect(matchKeys(['j'], all)).toEqual({ kind: 'whole', keys: 'j' });
  expect(matchKeys(['g'], all)).toEqual({ kind: 'begun' });
  expect(matchKeys(['g', 'q'], all)).toEqual({ kind: 'whole', keys: 'g q' });
  expect(matchKeys(['g', 'j'], all)).toEqual({ kind: 'none' });
  expect(matchKeys(['x'], all)).toEqual({ kind: 'none' });
});
