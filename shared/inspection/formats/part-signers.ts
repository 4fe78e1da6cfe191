import type { Module } from '../../domain/facts/contents.ts';
import type { SignatureResult } from '../../domain/facts/signing.ts';
import type { Observations } from '../observations.ts';

/** A part of a package that is signed by itself, as it was verified. */
export interface SignedPart {
  readonly described: Module;
  readonly verified: SignatureResult;
}

/**
 * Notes the parts whose own signature does not hold, or is of another signer than that of the first signed part: devices refuse both.
 * Parts without a signature are left to what surrounds them.
 */
export function notePartSigners(parts: readonly SignedPart[], observations: Observations): void {
  const signed = parts.filter(({ described }) => described.signers.length > 0 && described.entry !== '');
  for (const { described, verified } of signed) {
    const place = `${described.entry}: signature`;
    const other = described.signers[0] !== signed[0]!.described.signers[0];
    if (!other && verified !== 'invalid') continue;
    observations.trick(
      'split-mismatch',
      place,
      other
        ? {
            zh: '模块的签名证书与其他模块不同，系统拒绝安装',
            en: 'the module is signed with another certificate than the others; devices refuse this',
          }
        : { zh: '模块的签名验证不通过，系统拒绝安装', en: 'the signature of the module does not hold; devices refuse this' },
      'install',
    );
  }
}
