import { fillTemplate, placeholders } from './template.ts';

const template = { zh: '{name}申请 {count} 项', en: '{count} asked by {name}' };

test('placeholders are listed once, sorted', () => {
  expect(placeholders('{b} {a} {b} {} { c }')).toEqual(['a', 'b']);
});

test('fills each language', () => {
  expect(fillTemplate(template, { name: { zh: '应用', en: 'the app' }, count: 2 })).toEqual({
    zh: '应用申请 2 项',
    en: '2 asked by the app',
  });
});

test('refuses a missing value, inherited ones too', () => {
  expect(() => fillTemplate(template, { name: 'x' })).toThrow(expect.objectContaining({ code: 'template-value-missing' }));
  expect(() => fillTemplate({ zh: '{constructor}', en: '' }, {})).toThrow(
    expect.objectContaining({ code: 'template-value-missing' }),
  );
});

test('shows characters that would turn or hide the sentence', () => {
  const { zh } = fillTemplate(template, { name: '银\u202E行\n\u200B', count: 1 });
  expect(zh).toBe('银\\u202E行\\u000A\\u200B申请 1 项');
});

test('cuts a value that is too long to read', () => {
  expect(fillTemplate({ zh: '{a}', en: '{a}' }, { a: '长'.repeat(10_000) }).zh).toBe(`${'长'.repeat(500)}…`);
});
