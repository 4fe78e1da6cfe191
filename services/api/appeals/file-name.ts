import { wellFormed } from '../../../shared/pledge/visible.ts';
import { ATTACHMENT_TYPES, type AttachmentType } from './sniff.ts';

/** Controls, marks that reorder or hide, and what file systems take for something else. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}"*:<>?|\\/]/gu;
const LONGEST = 120;

/** A name for people to know the file by: never a path, nothing hidden, and an ending that is true of its content. */
export function fileNameFor(given: string, type: AttachmentType): string {
  const last = given.slice(-2_000).replace(/^.*[/\\]/, '');
  const name = [...last.replaceAll(UNSAFE, '').trim().replace(/^\.+/, '')].slice(-LONGEST).join('');
  const endings: readonly string[] = ATTACHMENT_TYPES[type];
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  if (name.includes('.') && endings.includes(ending)) return name;
  return `${name === '' ? 'attachment' : name}.${endings[0]}`;
}

/** `Content-Disposition` of a download: the name in plain ASCII for old clients, and as it is (RFC 6266, RFC 8187). */
export function attachmentDisposition(id: string, fileName: string): string {
  const ending = /\.[a-z]{2,4}$/.exec(fileName)?.[0] ?? '';
  const encoded = encodeURIComponent(wellFormed(fileName)).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${id}${ending}"; filename*=UTF-8''${encoded}`;
}
