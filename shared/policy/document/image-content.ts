import type { Gap } from '../../domain/gap.ts';
import { policyGap } from './document.ts';

const CALLED_FOR = /(?:如下(?:表|图)?|下表|下图|清单|列表|目录|一览表?)[^。.]{0,12}[:：]?\s*$/;
const CALLS_ITSELF = /清单|列表|表格/;

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
