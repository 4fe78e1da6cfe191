import { InputError, TransientError } from '../../domain/errors.ts';
import { mapped } from './errors.ts';

const coded = (code: string): Error => Object.assign(new Error('x'), { code });

test.each([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '08006',
  '08001',
  '57P01',
  '57P03',
  '57014',
  '40001',
  '40P01',
  '53300',
  '55P03',
  '58030',
])('%s can pass', (code) => {
  expect(mapped(coded(code))).toBeInstanceOf(TransientError);
});

test.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect', 'Query read timeout'])(
  '“%s” can pass',
  (message) => {
    expect(mapped(new Error(message))).toBeInstanceOf(TransientError);
  },
);

test('one of several attempts that can pass', () => {
  expect(mapped(new AggregateError([coded('ECONNREFUSED')], ''))).toBeInstanceOf(TransientError);
});

test.each([
  coded('23505'),
  coded('22P02'),
  coded('42P01'),
  new Error('other'),
  new InputError('bad-cursor', { zh: '无效', en: 'bad' }),
  'text',
])('%p stays as it is', (error) => {
  expect(mapped(error)).toBe(error);
});
