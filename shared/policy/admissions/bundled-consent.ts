import { byPattern } from './pattern.ts';

const EVERYTHING = '(?:所有|全部|一切|各项)';

/** One agreement stands for everything at once: all permissions, all kinds of information, whatever each is needed for. */
export const bundledConsent = byPattern(
  'bundled-consent',
  /一次性|一揽子|打包|捆绑|概括|一并|所有|全部|一切/,
  [
    [0.7, /(?:一次性|一揽子|打包|捆绑|概括)(?:地|式)?[^,。;]{0,10}(?:同意|授权|授予|授权同意)/],
    [
      0.7,
      new RegExp(
        `同意(?:本|该|我们的|隐私)[^,。;]{0,8}(?:政策|协议|声明|条款)[^。;]{0,10}(?:即|就|视为|等于|表示|代表|意味着)[^。;]{0,16}(?:授权|同意|授予|允许)[^。;]{0,24}${EVERYTHING}(?:的)?[^,。;]{0,6}(?:权限|信息|授权|处理)`,
      ),
    ],
    [
      0.65,
      new RegExp(
        `(?:必须|须|需要?|应当?)[^,。;]{0,10}(?:同意|授予|开启|授权)[^,。;]{0,8}${EVERYTHING}(?:的)?[^,。;]{0,8}权限[^。;]{0,16}(?:否则|才|方)`,
      ),
    ],
  ],
  /不(?:会|得|以|应|采用|采取|通过|使用|存在|进行|要求|强制)|不会|未采用|(?:没有|禁止|杜绝|避免|拒绝|反对|非)[^,。;]{0,10}(?:一次性|一揽子|打包|捆绑|概括)/,
);
