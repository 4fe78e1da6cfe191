import { InputError } from '../../../shared/domain/errors.ts';
import type { PackageFacts } from '../../../shared/domain/facts/package.ts';
import type { ByteSource } from '../../../shared/domain/ports.ts';
import { INSPECTABLE_FORMATS, inspectPackage, sniffFormat } from '../../../shared/inspection/index.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import { ScanThreads } from '../../../shared/platform/scanning/threads.ts';
import type { DigestsUnderWay } from '../local-file.ts';

/**
 * Facts of a package.
 * @throws InputError `not-a-package` or `unsupported-format`
 */
export async function inspect(source: ByteSource, known: DigestsUnderWay): Promise<PackageFacts> {
  const format = await sniffFormat(source);
  if (!INSPECTABLE_FORMATS.includes(format)) {
    throw new InputError('unsupported-format', {
      zh: `暂不支持检查 ${format} 格式；支持：${INSPECTABLE_FORMATS.join('、')}`,
      en: `packages of the format ${format} cannot be inspected; supported: ${INSPECTABLE_FORMATS.join(', ')}`,
    });
  }
  const scanning = new ScanThreads();
  try {
    return await inspectPackage(source, { ...known, knowledge, reading: 'full', scanDex: scanning.scan });
  } finally {
    await scanning.close();
  }
}
