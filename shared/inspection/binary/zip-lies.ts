import type { Observations } from '../observations.ts';
import type { EntryNameFault } from './entry-name.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Of a kind of trick so many are named; the rest are like them. */
const NAMED = 20;
const LOCAL_HEADER = 30;
/** Entries that the system opens by name: another entry within a "folder" of that name makes unpacking tools fail. */
const OPENED = /^(?:AndroidManifest\.xml|resources\.arsc|classes\d*\.dex)\//;
/** Leads outside the archive, as tools that unpack it see it; the system opens entries by name and does not mind. */
const OUTSIDE = /(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:[/\\]/;

/** Names that occur twice, that the system refuses, that lead outside the archive, or that make a folder of a file. */
export function noteNames(entries: readonly ZipEntry[], byName: ReadonlyMap<string, ZipEntry>, observations: Observations): void {
  for (const entry of entries) {
    const { name, nameFault } = entry;
    if (byName.get(name) !== entry && !name.endsWith('/')) noteDuplicate(name, observations);
    if (nameFault) noteFault(name, nameFault, observations);
    if (OUTSIDE.test(name)) noteUnsafe(name, observations);
    if (OPENED.test(name)) noteFolder(name, observations);
  }
}

function noteDuplicate(name: string, observations: Observations): void {
  const detail = {
    zh: '归档中有同名条目，系统拒绝这样的归档，分析工具各取其一；此处以第一个为准',
    en: 'several entries have this name: the system refuses the archive, other readers differ in which they take; the first one was read',
  };
  observations.trick('duplicate-entry', name, detail, 'install');
}

function noteUnsafe(name: string, observations: Observations): void {
  const detail = {
    zh: '条目名指向归档之外（路径穿越或绝对路径）',
    en: 'the name of the entry leads outside the archive (path traversal or absolute path)',
  };
  observations.trick('unsafe-name', name, detail, 'analysis');
}

/** Names that the system refuses, and the whole archive with them, since it checks them (2014); platforms before took any bytes. */
function noteFault(name: string, fault: EntryNameFault, observations: Observations): void {
  if (fault === 'nul') {
    const detail = { zh: '条目名含空字符，系统拒绝这样的归档', en: 'the name holds a NUL: the system refuses the archive' };
    observations.trick('invalid-name', name, detail, 'install');
    return;
  }
  const detail = {
    zh: '条目名不是 UTF-8（旧工具常以 GBK 写中文名），现行系统拒绝这样的归档，早期系统不检查',
    en: 'the name is no UTF-8 (older tools write Chinese names in GBK): current systems refuse the archive, early ones did not look',
  };
  observations.trick('name-not-utf8', name, detail, 'install');
}

function noteFolder(name: string, observations: Observations): void {
  const detail = {
    zh: '条目把系统要打开的文件名当作文件夹，解包工具会失败，系统不受影响',
    en: 'the entry makes a folder of a file that the system opens: unpacking tools fail, the system does not mind',
  };
  observations.trick('file-as-folder', name, detail, 'analysis');
}

/** Entries whose data overlap: one content under two names, or a bomb. The system reads each by itself and does not mind. */
export function noteOverlaps(entries: readonly ZipEntry[], observations: Observations): void {
  const order = [...entries].sort((a, b) => a.localOffset - b.localOffset);
  let end = 0;
  let named = 0;
  for (const entry of order) {
    const { name, localOffset, nameLength, compressedSize } = entry;
    if (localOffset < end && named < NAMED) {
      named += 1;
      const detail = { zh: '条目的数据与其他条目重叠', en: 'the data of the entry overlap those of another' };
      observations.trick('overlapping-entries', name, detail, 'analysis');
    }
    end = Math.max(end, localOffset + LOCAL_HEADER + nameLength + compressedSize);
  }
}
