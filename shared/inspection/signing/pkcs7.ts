import type { SignatureResult } from '../../domain/facts/signing.ts';
import { type Problem, Verification } from './problems.ts';
import { certificateOf, chainOf, readSignedData } from './signed-data.ts';
import { verifySignerInfo } from './signer-info.ts';

/**
 * Verifies a CMS signature of any kind of package: every signer must verify. Trust in the certificates is not decided here.
 * @param content what is signed, when it is not inside the block
 * @returns certificates in DER, the first signer's own first, then those of its chain, then the others
 */
export function verifyCms(
  der: Buffer,
  content: Buffer | null,
): { certificates: Buffer[]; result: SignatureResult; problems: readonly Problem[]; algorithms: string[] } {
  const verification = new Verification('v1');
  const algorithms: string[] = [];
  let certificates: Buffer[] = [];
  verification.attempt(() => {
    const data = readSignedData(der);
    const [first] = data.signers;
    const own = first && certificateOf(first, data.certificates);
    certificates = chainOf(own, data.certificates).map((each) => each.raw);
    const signed = content ?? data.content;
    if (!first) verification.wrong('no-signers', '签名块中没有签名者', 'the signature block has no signer');
    else if (!signed) verification.wrong('no-content', '没有被签名的内容', 'there is no content that is signed');
    else {
      for (const signer of data.signers) {
        const found = verifySignerInfo(data, signer, signed);
        if (found.algorithm) algorithms.push(found.algorithm.name);
        if (found.problem) verification.take(found.result, [found.problem]);
      }
    }
  });
  const { result, problems } = verification.finish();
  return { certificates, result, problems, algorithms };
}
