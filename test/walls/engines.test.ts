/** npm only warns when a package has left our oldest Node.js; here it fails. */
import { readFileSync } from 'node:fs';
import { satisfies } from 'semver';

interface Locked {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly engines?: { readonly node?: string };
}

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const locked = Object.entries(read('package-lock.json').packages as Record<string, Locked>);
const production = locked.filter(([path, { dev }]) => path !== '' && dev !== true);

test('the oldest version that we promise is the one that is checked', () => {
  expect(read('package.json').engines.node).toBe('>=20.19');
  expect(production.length).toBeGreaterThan(50);
});

test.each(['20.19.0', '22.12.0', '24.0.0'])('every package that production needs works on Node.js %s', (version) => {
  const leaving = production.filter(([, { engines }]) => engines?.node !== undefined && !satisfies(version, engines.node));
  expect(leaving.map(([path, { engines }]) => `${path} wants ${engines?.node}`)).toEqual([]);
});
