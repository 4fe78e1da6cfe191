import { buildSigned } from '../../../services/cli/building/sign.ts';
import { signingOf } from '../../fixtures/signing.ts';
import { app, both, directoryOf, ec, everything, flip, noise, one, rotated, rsa, v2, v3 } from './parts.ts';

/** Small, so that every byte can have its turn. */
const tiny = { ...app(24, 33), entries: { 'assets/data.bin': noise(300) } };
const blockOf = (bytes: Buffer): readonly [start: number, end: number] => {
  const end = directoryOf(bytes);
  return [end - bytes.readUInt32LE(end - 24) - 8, end];
};

test('one byte changed anywhere in what v2 covers is noticed', async () => {
  const sound = buildSigned(tiny, { block: [v2({ identity: ec })] });
  const [start, end] = blockOf(sound);
  for (let at = 0; at < sound.length; at += 7) {
    if (at >= start && at < end) continue;
    const changed = flip(sound, at);
    // Bytes without which there is no archive, or none with this manifest, are other tests' concern.
    const judged = await signingOf(changed).catch(() => null);
    if (judged) expect([at, judged.signing.verified]).not.toEqual([at, 'valid']);
  }
});

test('one byte changed anywhere in the signing block: never more than it was, and no reader stumbles', async () => {
  const sound = buildSigned(tiny, { block: [v2({ ...one, attributes: [both] }), v3(rotated())] });
  const [start, end] = blockOf(sound);
  for (let at = start; at < end; at += 3) {
    const { signing, observations } = await signingOf(flip(sound, at));
    expect(observations.gaps.filter(({ code }) => code === 'reader-failed')).toEqual([]);
    // With another id v2 is not there for anybody; everything else is covered.
    if (signing.verified === 'valid') expect([at, signing.schemes]).toEqual([at, ['v3']]);
  }
});

test('a signing block whose lengths lie, each 32-bit word in turn', async () => {
  const sound = buildSigned(tiny, { block: [v2(one), v3({ identity: ec })] });
  const [start, end] = blockOf(sound);
  for (const value of [0, 1, 0x7fffffff, 0xffffffff]) {
    for (let at = start; at + 4 <= end - 16; at += 12) {
      const bytes = Buffer.from(sound);
      if (bytes.readUInt32LE(at) === value) continue;
      bytes.writeUInt32LE(value, at);
      const { signing, observations } = await signingOf(bytes);
      // A pair that is hidden leaves one scheme, and nothing promised the other.
      if (signing.verified === 'valid') expect([at, signing.schemes.length]).toEqual([at, 1]);
      expect(observations.gaps.filter(({ code }) => code === 'reader-failed')).toEqual([]);
    }
  }
});

test('JAR signature files changed in any byte, or cut anywhere', async () => {
  const recipe = { ...tiny, minSdk: 21, targetSdk: 29 };
  for (const name of ['META-INF/MANIFEST.MF', 'META-INF/CERT.SF', 'META-INF/CERT.RSA']) {
    let valid = 0;
    let runs = 0;
    for (let at = 0; at < 1400; at += 19) {
      for (const change of [(own: Buffer) => flip(own, at % own.length), (own: Buffer) => own.subarray(0, at % own.length)]) {
        const bytes = buildSigned(recipe, { jar: { signers: [rsa], recipe: { afterwards: { [name]: change } } } });
        const { signing, observations } = await signingOf(bytes);
        expect(observations.gaps.filter(({ code }) => code === 'reader-failed')).toEqual([]);
        runs += 1;
        if (signing.verified === 'valid') valid += 1;
      }
    }
    // The manifest's main attributes, algorithm parameters and the certificate's own signature are nobody's; the rest is covered.
    expect(valid / runs).toBeLessThan(name.endsWith('.SF') ? 0.01 : 0.25);
  }
});

test('deep and endless structures end in time', async () => {
  const deep = (levels: number) => {
    let value = Buffer.of(5, 0);
    for (let level = 0; level < levels; level++) {
      const head = Buffer.from([0x30, 0x83, 0, 0, 0]);
      head.writeUIntBE(value.length, 2, 3);
      value = Buffer.concat([head, value]);
    }
    return value;
  };
  const hostile: Record<string, Buffer> = {
    deep: deep(5000),
    indefinite: Buffer.concat([Buffer.alloc(60_000, Buffer.of(0x30, 0x80))]),
    wide: Buffer.concat([Buffer.of(0x30, 0x83, 0x0f, 0x00, 0x00), Buffer.alloc(0xf0000, Buffer.of(5, 0))]),
  };
  for (const [name, block] of Object.entries(hostile)) {
    const bytes = buildSigned(
      { ...tiny, minSdk: 21 },
      { jar: { signers: [rsa], recipe: { afterwards: { 'META-INF/CERT.RSA': () => block } } } },
    );
    const { signing } = await signingOf(bytes);
    expect([name, signing.verified]).toEqual([name, 'invalid']);
    const pair = buildSigned(tiny, { block: [v2({ identity: ec, certificates: [block], lies: { publicKey: block } })] });
    expect([name, (await signingOf(pair)).signing.verified]).toEqual([name, 'invalid']);
  }
});

test('a manifest of a million lines, and names without end', async () => {
  const lines = (own: Buffer) => Buffer.concat([own, Buffer.from('Name: x\r\n\r\n'.repeat(500_000))]);
  const endless = (own: Buffer) => Buffer.concat([own, Buffer.from(`Name: ${'y\r\n '.repeat(1_000_000)}`)]);
  for (const change of [lines, endless]) {
    const recipe = { afterwards: { 'META-INF/MANIFEST.MF': change, 'META-INF/CERT.SF': change } };
    const { signing } = await signingOf(buildSigned({ ...tiny, minSdk: 21 }, { jar: { signers: [rsa], recipe } }));
    expect(signing.verified).toBe('invalid');
    expect(JSON.stringify(signing).length).toBeLessThan(100_000);
  }
});

test('a whole package cut at any place says no more than it can', async () => {
  const sound = everything();
  for (let length = sound.length - 1; length > sound.length - 4000; length -= 97) {
    const judged = await signingOf(sound.subarray(0, length)).catch(() => null);
    expect(judged?.signing.verified ?? 'invalid').not.toBe('valid');
  }
});
