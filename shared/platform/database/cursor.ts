import { InputError } from '../../domain/errors.ts';

/** Where a page ended: the last row's time and id, which together are unique and give the order. */
export interface Cursor {
  readonly at: Date;
  readonly id: string;
}

/** A cursor as callers carry it: opaque, safe in a URL. */
export function writeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at.toISOString()} ${id}`).toString('base64url');
}

/** @throws InputError `bad-cursor` for anything that `writeCursor` did not make */
export function readCursor(text: string): Cursor {
  const [, time, id] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([!-~]{1,200})$/.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  const at = new Date(time ?? Number.NaN);
  if (id === undefined || Number.isNaN(at.getTime()))
    throw new InputError('bad-cursor', { zh: '分页游标无效', en: 'The cursor is not one that this API gave' }, 'cursor');
  return { at, id };
}
