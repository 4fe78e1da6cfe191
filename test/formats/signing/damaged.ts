import { buildSigned } from '../../../services/cli/building/sign.ts';
import { PROOF_OF_ROTATION, writeLineage } from '../../fixtures/lineage.ts';
import {
  app,
  bad,
  blockOnly,
  both,
  directoryOf,
  ec,
  everything,
  flip,
  jarOnly,
  modern,
  next,
  noSigning,
  one,
  rotated,
  rsa,
  STRIPPING,
  strange,
  text,
  v2,
  v3,
} from './parts.ts';

/** Packages that were damaged, or signed wrongly, on purpose. */
export const DAMAGED: Readonly<Record<string, () => Buffer>> = {
  unsigned: () => buildSigned(app(21), {}),
  'JAR signature although Android 11 is the target': () => buildSigned(app(21, 30), { jar: { signers: [rsa] } }),
  'v2 without v1 for Android 5': () => buildSigned(app(21), { block: [v2(one)] }),
  'an entry changed': () => jarOnly({ afterwards: { 'assets/data.bin': bad } }),
  'a small entry changed': () => jarOnly({ afterwards: { 'lib/arm64-v8a/libx.so': text(() => 'FLE') } }),
  'a section of the manifest changed': () =>
    jarOnly({ afterwards: { 'META-INF/MANIFEST.MF': text((own) => `${own.slice(0, -6)}A${own.slice(-5)}`) } }),
  'the signature file changed': () =>
    jarOnly({ afterwards: { 'META-INF/CERT.SF': text((own) => own.replace('Android', 'android')) } }),
  'the signature block changed': () => jarOnly({ afterwards: { 'META-INF/CERT.RSA': (own) => flip(own, own.length - 9) } }),
  'the signature block cut': () => jarOnly({ afterwards: { 'META-INF/CERT.RSA': (own) => own.subarray(0, 300) } }),
  'the certificate of another key': () => jarOnly({ certificates: [ec.certificate] }),
  'no certificate': () => jarOnly({ certificates: [] }),
  'an entry that the manifest does not name': () => jarOnly({ manifest: (own) => own.replace(/Name: lib[\s\S]*?\r\n\r\n/, '') }),
  'an entry that the manifest names and that is not there': () =>
    jarOnly({ manifest: (own) => `${own}Name: assets/gone\r\nSHA-256-Digest: AAAA\r\n\r\n` }),
  'an entry twice in the manifest': () => jarOnly({ manifest: (own) => own + /Name: lib[\s\S]*?\r\n\r\n/.exec(own)![0] }),
  'a section without a name': () => jarOnly({ manifest: (own) => `${own}Comment: nothing\r\n\r\n` }),
  'a digest that is no Base64': () => jarOnly({ manifest: (own) => own.replace(/(SHA-256-Digest: )..../, '$1!!!!') }),
  'an entry without digest': () => jarOnly({ manifest: (own) => own.replace('SHA-256-Digest', 'SHA-999-Digest') }),
  'an entry that the signature file does not name': () => jarOnly({ unsigned: [[0, 'classes.dex']] }),
  'signature file without sections': () => jarOnly({ sections: false }),
  'signature file without version': () => jarOnly({ signatureFile: (own) => own.replace('Signature-Version', 'Version') }),
  'signature file with a section twice': () =>
    jarOnly({ signatureFile: (own) => own + /Name: lib[\s\S]*?\r\n\r\n/.exec(own)![0] }),
  'different signers for different entries': () =>
    jarOnly(
      {
        unsigned: [
          [0, 'classes.dex'],
          [1, 'AndroidManifest.xml'],
        ],
      },
      [rsa, ec],
    ),
  'signed attributes of another content': () => jarOnly({ signedAttributes: 'wrong-digest' }),
  'signed attributes of another content type': () => jarOnly({ signedAttributes: 'wrong-type' }),
  'signed attributes before Android 4.4': () => jarOnly({ signedAttributes: true, digests: ['SHA1'], hash: 'sha1' }, [rsa], 16),
  'SHA-256 on Android 4.1': () => jarOnly({}, [rsa], 16),
  'EC on Android 4.1': () => jarOnly({ hash: 'sha1', digests: ['SHA1'] }, [ec], 16),
  'key usage without signing': () => jarOnly({}, [noSigning]),
  'critical extension that nobody knows': () => jarOnly({}, [strange]),
  'v2 and v3 taken out': () => jarOnly({ apkSigned: '2, 3' }),
  'v3 taken out': () => blockOnly(v2({ ...one, attributes: [both] })),
  'an entry added': () =>
    buildSigned(
      { ...app(21), lies: { duplicates: { 'assets/added': 'more' } } },
      { jar: { signers: [rsa], recipe: { manifest: (own) => own.replace(/Name: assets\/added[\s\S]*?\r\n\r\n/, '') } } },
    ),
  'an entry twice': () =>
    buildSigned({ ...app(21), lies: { duplicates: { 'classes.dex': 'other' } } }, { jar: { signers: [rsa] } }),
  'v1 and v2 of different signers': () => buildSigned(app(21), { jar: { signers: [rsa] }, block: [v2({ identity: ec })] }),
  'v2 and v3 of different signers': () => buildSigned(app(24), { block: [v2(one), v3({ identity: ec })] }),
  'v2 of two signers, v3 of one': () => buildSigned(app(24), { block: [v2(one, { identity: ec }), v3(one)] }),
  'v2 of a stranger, v3 rotated': () => buildSigned(app(24), { block: [v2({ identity: ec }), v3(rotated())] }),
  'v2 of the new key, v3 rotated': () => buildSigned(app(24), { block: [v2({ identity: next }), v3(rotated())] }),
  'content changed under v2': () => flip(blockOnly(v2(one)), 3000),
  'content changed under every scheme': () => flip(everything(), 3000),
  'directory changed under v2': () => ((bytes) => flip(bytes, directoryOf(bytes) + 12))(blockOnly(v2(one))),
  'comment added under v2': () => {
    const bytes = Buffer.concat([blockOnly(v2(one)), Buffer.from('hi')]);
    bytes.writeUInt16LE(2, bytes.length - 4);
    return bytes;
  },
  'v2, wrong digest that is signed': () => blockOnly(v2({ ...one, lies: { digest: bad } })),
  'v2, short digest': () => blockOnly(v2({ ...one, lies: { digest: (own) => own.subarray(0, 20) } })),
  'v2, wrong signature': () => blockOnly(v2({ ...one, lies: { signature: bad } })),
  'v2, empty signature': () => blockOnly(v2({ ...one, lies: { signature: () => Buffer.alloc(0) } })),
  'v2, certificate of another key': () => blockOnly(v2({ ...one, certificates: [ec.certificate] })),
  'v2, no certificate': () => blockOnly(v2({ ...one, certificates: [] })),
  'v2, certificate that is none': () => blockOnly(v2({ ...one, certificates: [Buffer.from('none')] })),
  'v2, key of another signer': () =>
    blockOnly(v2({ ...one, lies: { publicKey: ec.publicKey.export({ type: 'spki', format: 'der' }) } })),
  'v2, key that is none': () => blockOnly(v2({ ...one, lies: { publicKey: Buffer.from('none') } })),
  'v2, digests of other algorithms': () => blockOnly(v2({ ...one, lies: { digestAlgorithms: [0x0104] } })),
  'v2, unknown algorithm only': () => blockOnly(v2({ ...one, algorithms: [0x7777] })),
  'v2, no signature': () => blockOnly(v2({ ...one, algorithms: [] })),
  'v2, no signer': () => blockOnly(v2()),
  'v2, second signer wrong': () => blockOnly(v2(one, { identity: ec, lies: { signature: bad } })),
  'v2, attribute cut': () => blockOnly(v2({ ...one, attributes: [{ id: STRIPPING, value: Buffer.of(3) }] })),
  'v2, value of the scheme cut': () => blockOnly({ id: 0x7109871a, value: Buffer.of(0xff, 0, 0, 0, 1, 2) }),
  'v3, other versions signed': () => modern(v3({ ...one, lies: { outerMinSdk: 24 } })),
  'v3, versions that are no range': () => modern(v3({ ...one, minSdk: 34, maxSdk: 30 })),
  'v3, not for the newest': () => modern(v3({ ...one, maxSdk: 30 })),
  'v3, not for the oldest': () => modern(v3({ ...one, minSdk: 30 })),
  'v3, gap between versions': () => modern(v3({ ...one, maxSdk: 29 }, { ...rotated(), minSdk: 31 })),
  'v3, lineage of another certificate': () => modern(v3({ ...one, attributes: rotated().attributes })),
  'v3, lineage signed by a stranger': () => modern(v3(rotated({ signer: ec }))),
  'v3, lineage signature changed': () => modern(v3(rotated({ signature: bad }))),
  'v3, lineage of an unknown version': () => modern(v3(rotated({ version: 2 }))),
  'v3, lineage cut': () =>
    modern(v3({ identity: next, attributes: [{ id: PROOF_OF_ROTATION, value: writeLineage([rsa, next]).subarray(0, 200) }] })),
  'v3, certificate twice in the lineage': () =>
    modern(v3({ identity: rsa, attributes: [{ id: PROOF_OF_ROTATION, value: writeLineage([rsa, next, rsa]) }] })),
  'v3, several signers and no lineage beside v2': () =>
    buildSigned(app(24), { block: [v2(one), v3({ ...one, maxSdk: 30 }, { identity: ec, minSdk: 31 })] }),
  'block with two sizes': () => ((bytes) => flip(bytes, directoryOf(bytes) - 24))(blockOnly(v2(one))),
  'block with a pair too long': () => {
    const bytes = blockOnly(v2(one));
    bytes.writeUInt32LE(0xffffff, directoryOf(bytes) - 8 - bytes.readUInt32LE(directoryOf(bytes) - 24) + 8);
    return bytes;
  },
  'block without its magic': () => ((bytes) => flip(bytes, directoryOf(bytes) - 3))(blockOnly(v2(one))),
  'offsets that are short': () =>
    buildSigned(
      { ...app(21), lies: { archive: { prefix: Buffer.from('something'), unadjusted: true } } },
      { jar: { signers: [rsa] } },
    ),
};
