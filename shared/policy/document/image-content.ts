import type { Gap } from '../../domain/gap.ts';
import { policyGap } from './document.ts';

const CALLED_FOR = /(?:如下(?:表|图)?|下表|下图|清单|列表|目录|一览表?)[^。.]{0,12}[:：]?\s*$/;
const CALLS_ITSELF = /清单|列表|表格/;

/** A page with fewer letters than this that shows pictures may say what it says in them. */
const FEW_LETTERS = 300;
/** Pictures that are smaller are signs and logos. */
const LEAST_PIXELS = 200;

/** The gap of a page that is nothing but pictures; null where it has text of its own. */
export function picturesGap(letters: number, pictures: number): Gap | null {
  if (letters >= FEW_LETTERS || pictures === 0) return null;
  return policyGap(
    'image-content',
    'html',
    '页面几乎没有文字，正文可能是图片，无法读取',
    'The page has hardly any text; what it says may be in images that cannot be read',
  );
}

/** Whether an image may hold text: it is not known to be small, and its name is not that of a logo. */
export function isPicture(width: string, height: string, source: string): boolean {
  const small = [width, height].some((size) => /^\d{1,5}(?:px)?$/.test(size) && Number.parseInt(size, 10) < LEAST_PIXELS);
  return (
    !small &&
    source !== '' &&
    !/logo|icon|avatar|qr-?code|erweima|loading|beian|spacer|blank|\.svg|^data:/i.test(source.slice(0, 300))
  );
}

/** The gap of an image that stands where a list or table is announced; null for any other. `before`: the text just before it. */
export function imageGap(before: string, alternative: string, place: string): Gap | null {
  if (!CALLED_FOR.test(before) && !CALLS_ITSELF.test(alternative.slice(0, 200))) return null;
  return policyGap(
    'image-content',
    place.slice(0, 200),
    '清单或表格是图片，无法读取文字',
    'A list or table is an image and its text cannot be read',
  );
}
