import { NEUTRAL_LISTING, NEUTRAL_PACKAGE } from '../../test/rules/support/facts.ts';
import type { ListingFacts } from '../domain/facts/listing.ts';
import { describesFunction } from './app-purpose.ts';

const RECORD = 'android.permission.RECORD_AUDIO';
const listing = (app: Partial<ListingFacts['app']>, more: Partial<ListingFacts> = {}): ListingFacts => ({
  ...NEUTRAL_LISTING,
  ...more,
  app: { ...NEUTRAL_LISTING.app, ...app },
});
const asks = (facts: ListingFacts) => describesFunction(/录音/, [RECORD], facts, NEUTRAL_PACKAGE);

test('a function is described by the name, the description or the purpose of the permission', () => {
  expect(asks(listing({ name: '录音机' }))).toBe('described');
  expect(asks(listing({ description: '高清录音' }))).toBe('described');
  expect(asks(listing({}, { permissions: [{ name: RECORD, purpose: '用于录音' }] }))).toBe('described');
});

test('the purpose of another permission describes nothing, and no description is no silence', () => {
  expect(asks(listing({ description: '照明' }, { permissions: [{ name: 'android.permission.CAMERA', purpose: '录音' }] }))).toBe(
    'not-described',
  );
  expect(asks(listing({}))).toBe('unknown');
  expect(asks(listing({ description: '  ' }))).toBe('unknown');
});
