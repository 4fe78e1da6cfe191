import type { PackageFacts, SignatureResult, SignatureScheme } from '../domain/facts/package.ts';
import { countedSigners } from './signers.ts';

type Scheme = readonly [SignatureScheme, certificate: string, result?: SignatureResult];

const counted = (minSdk: number | null, ...schemes: readonly Scheme[]): string[] => {
  const signers = schemes.map(([scheme, sha256]) => ({ scheme, certificates: [{ sha256 }] }));
  const results = schemes.flatMap(([scheme, , result]) => (result === undefined ? [] : [{ scheme, result, problems: [] }]));
  const facts = { identity: { minSdk }, signing: { signers, results, schemes: [], verified: 'valid' } };
  return countedSigners(facts as unknown as PackageFacts).map(({ certificates }) => certificates[0]!.sha256);
};

test('a certificate that was copied from another app beside the real signature counts for nothing', () => {
  expect(counted(24, ['v1', 'stolen', 'invalid'], ['v2', 'own', 'valid'])).toEqual(['own']);
  expect(counted(24, ['v1', 'stolen', 'not-checked'], ['v2', 'own', 'valid'])).toEqual(['own']);
  expect(counted(28, ['v2', 'stolen'], ['v3', 'own'])).toEqual(['own']);
  expect(counted(19, ['v1', 'stolen', 'invalid'], ['v2', 'own', 'valid'])).toEqual(['own']);
});

test('all that hold count, and all that some platform looks at', () => {
  expect(counted(24, ['v1', 'a', 'valid'], ['v2', 'a', 'valid'])).toEqual(['a', 'a']);
  expect(counted(24, ['v2', 'old', 'valid'], ['v3', 'new', 'valid'])).toEqual(['old', 'new']);
  expect(counted(21, ['v1', 'a', 'not-checked'], ['v2', 'a', 'not-checked'])).toEqual(['a', 'a']);
  expect(counted(null, ['v1', 'a'], ['v2', 'b'])).toEqual(['a', 'b']);
});

test('where nothing holds, what is there', () => {
  expect(counted(24, ['v1', 'a', 'invalid'])).toEqual(['a']);
  expect(counted(24)).toEqual([]);
});
