import { X509Certificate } from 'node:crypto';
import type { Signing } from '../../domain/facts/signing.ts';
import { asObject, integerOf, objectOf, textOf, textsOf } from '../json/fields.ts';
import { readJson } from '../json/read-json.ts';
import { verifyCms } from '../signing/pkcs7.ts';
import type { Verification } from '../signing/problems.ts';
import { readSignedData } from '../signing/signed-data.ts';

type Profile = NonNullable<Signing['profile']>;

const STRUCTURE = 'provisioning profile';

/**
 * Reads the provisioning profile of a HAP: JSON signed by the platform's certificate authority (developtools_hapsigner,
 * `ProfileSignTool`; its own signature is verified, whose it is is not decided). Notes against `signer` and `bundleName` what a device
 * would refuse: a profile whose signature is wrong or that is for another certificate.
 * @throws BrokenBytes when it is no profile
 */
export function readProfile(
  bytes: Buffer,
  signer: Buffer | null,
  bundleName: string | null,
  verification: Verification,
): Profile {
  const content = bytes[0] === 0x7b ? bytes : signedContent(bytes, verification);
  const root = asObject(readJson(content, STRUCTURE).value);
  const bundle = objectOf(root, 'bundle-info');
  const type = textOf(root, 'type');
  const name = textOf(bundle, 'bundle-name');
  if (name !== null && bundleName !== null && !covers(name, bundleName)) {
    verification.note(
      'profile-bundle-name',
      `签名所附 Profile 的包名为 ${name}，与应用的 ${bundleName} 不同`,
      `the profile is for the bundle ${name}, the app is ${bundleName}`,
    );
  }
  checkCertificate(bundle.get(type === 'debug' ? 'development-certificate' : 'distribution-certificate'), signer, verification);
  const notAfter = integerOf(objectOf(root, 'validity'), 'not-after');
  return {
    type,
    bundleName: name,
    developerId: textOf(bundle, 'developer-id'),
    notAfter: notAfter === null || Math.abs(notAfter) > 8.64e12 ? null : new Date(notAfter * 1000).toISOString(),
    permissions: [
      ...new Set([
        ...textsOf(objectOf(root, 'acls'), 'allowed-acls'),
        ...textsOf(objectOf(root, 'permissions'), 'restricted-permissions'),
      ]),
    ].sort(),
  };
}

function signedContent(bytes: Buffer, verification: Verification): Buffer {
  const { result, problems } = verifyCms(bytes, null);
  if (result === 'invalid')
    verification.wrong('profile-signature', 'Profile 的签名无效', 'the signature of the profile is wrong');
  verification.take(result, problems);
  return readSignedData(bytes).content ?? Buffer.alloc(0);
}

/** Old system profiles name bundles by a pattern, of which only "any" is in use. */
function covers(profile: string, bundleName: string): boolean {
  return profile === '.*' || profile === '*' || profile === bundleName;
}

function checkCertificate(pem: unknown, signer: Buffer | null, verification: Verification): void {
  if (typeof pem !== 'string' || pem === '') {
    verification.note('profile-certificate-missing', 'Profile 中没有证书', 'the profile names no certificate');
    return;
  }
  if (signer === null) return;
  let raw: Buffer | null = null;
  try {
    raw = new X509Certificate(pem).raw;
  } catch {
    // What is no certificate is not the signer's either.
  }
  if (raw?.equals(signer)) return;
  verification.wrong(
    'profile-certificate',
    'Profile 中的证书不是签名证书',
    'the certificate in the profile is not the one that signed the package',
  );
}
