import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { plainMd5, plainModulus } from './filed-certificate.ts';

const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
const modulus = Buffer.from(publicKey.export({ format: 'jwk' }).n!, 'base64url')
  .toString('hex')
  .toUpperCase();
const spki = publicKey.export({ format: 'der', type: 'spki' });
const pkcs1 = publicKey.export({ format: 'der', type: 'pkcs1' });

describe('plainModulus', () => {
  test.each([
    ['hex', modulus],
    ['lower-case hex', modulus.toLowerCase()],
    ['hex with a leading zero', `00${modulus}`],
    ['hex with colons and a heading', `Modulus=${modulus.replace(/(..)(?=.)/g, '$1:')}`],
    ['hex with blanks and line breaks', modulus.replace(/(..)/g, '$1 ').replace(/(.{48})/g, '$1\n')],
    ['full-width hex', modulus.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))],
    ['decimal', BigInt(`0x${modulus}`).toString()],
    ['SubjectPublicKeyInfo in hex', spki.toString('hex')],
    ['RSAPublicKey in hex', pkcs1.toString('hex').toUpperCase()],
    ['SubjectPublicKeyInfo in base64', spki.toString('base64')],
    ['PEM', String(publicKey.export({ format: 'pem', type: 'spki' }))],
    ['PEM of an RSAPublicKey', String(publicKey.export({ format: 'pem', type: 'pkcs1' }))],
  ])('%s', (_name, written) => {
    expect(plainModulus(written)).toBe(modulus);
  });

  test.each([
    '',
    '无',
    'd41d8cd98f00b204e9800998ecf8427e',
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    spki.toString('base64').slice(0, 60),
    spki.toString('hex').slice(0, 300),
    'A'.repeat(128),
    '1'.repeat(30_000),
  ])('is no modulus: %#', (written) => {
    expect(plainModulus(written)).toBeNull();
  });

  test('reads anything without failing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => plainModulus(text) === null || plainModulus(text)!.length > 0),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        plainModulus(Buffer.from([0x30, ...bytes]).toString('hex'));
        plainModulus(Buffer.from([0x30, ...bytes]).toString('base64'));
      }),
    );
  });
});

test('plainMd5', () => {
  const md5 = 'd41d8cd98f00b204e9800998ecf8427e';
  expect(
    ['D41D8CD98F00B204E9800998ECF8427E', 'd4:1d:8c:d9:8f:00:b2:04:e9:80:09:98:ec:f8:42:7e', `MD5: ${md5}`].map(plainMd5),
  ).toEqual([md5, md5, md5]);
  expect(['', 'x'.repeat(32), md5.slice(1), `${md5}0`].map(plainMd5)).toEqual([null, null, null, null]);
});
