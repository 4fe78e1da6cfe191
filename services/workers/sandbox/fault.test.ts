import { InputError, PermanentError, TransientError } from '../../../shared/domain/errors.ts';
import { fromFault, toFault } from './fault.ts';

const text = { zh: '中', en: 'en' };

test.each([new InputError('a', text, 'entry'), new TransientError('b', text), new PermanentError('c', text)])(
  'a typed error survives a thread boundary: %s',
  (error) => {
    const back = fromFault(structuredClone(toFault(error)));
    expect(back.constructor).toBe(error.constructor);
    expect(back).toMatchObject({ code: error.code, text });
    expect((back as InputError).place).toBe((error as InputError).place);
  },
);

test('anything else becomes a permanent error', () => {
  for (const thrown of [new TypeError('oops'), 'oops', undefined])
    expect(fromFault(toFault(thrown))).toBeInstanceOf(PermanentError);
  expect(fromFault(toFault(new TypeError('oops'))).message).toContain('oops');
});
