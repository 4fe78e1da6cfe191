import { byPattern } from './pattern.ts';

const SENSITIVE =
  '(?:敏感(?:个人)?(?:信息|数据)|生物识别|人脸|面部|指纹|声纹|身份证|银行卡|银行账户|健康(?:信息|数据)|病历|行踪轨迹|精[准确](?:定位|位置))';
const ACTS = '(?:使用|访问|注册|登录|安装|下载|打开|进入|浏览|接受|同意|签署|勾选)';
const MEANS = '(?:即|就|便|则|均|都|也)?(?:被)?(?:表示|视为|视作|视同|代表|意味着|等于|等同于|默认|构成|一并)';
const AGREES = '(?:同意|授权|许可|接受|允许)';

/** Sensitive information goes with the whole: no separate consent is asked for (PIPL article 29). */
export const sensitiveByBundle = byPattern(
  'sensitive-by-bundle',
  new RegExp(SENSITIVE),
  [
    [0.8, new RegExp(`${ACTS}[^。;]{0,40}?${MEANS}[^。;]{0,24}?${AGREES}[^。;]{0,60}?${SENSITIVE}`)],
    [
      0.75,
      new RegExp(
        `${SENSITIVE}[^。;]{0,40}(?:无需|无须|不需要?|不再|不另行?|不会)(?:另行|再次?|单独|另外|再)*(?:征求|征得|取得|获得|获取)[^,。;]{0,6}(?:单独)?(?:的)?(?:同意|授权)`,
      ),
    ],
    // Blanket consent: agreed to, in the policy's own words, for whatever it says.
    [
      0.65,
      new RegExp(
        `您(?:授权|理解并|知悉并|在此|均|已)?同意[^。;]{0,24}${SENSITIVE}[^。;]{0,40}按(?:照)?(?:本|我们)?[^,。;]{0,14}(?:目的|方式)[^,。;]{0,10}处理`,
      ),
    ],
    [
      0.65,
      new RegExp(
        `${SENSITIVE}[^。;]{0,30}(?:即|就|则)?(?:表示|视为|代表)您?同意[^。;]{0,40}按(?:照)?[^,。;]{0,14}(?:目的|方式)[^,。;]{0,10}处理`,
      ),
    ],
  ],
  /(?<!不再?|无需|无须|不另行|不会)单独(?:弹窗|征得|征求|取得|向您)|(?:仍会?|将会?|会)再次|不(?:代表|表示|视为|意味|构成|等于)|并不|不会(?:视为|因)|(?<!无需|无须|不再?|不需要?)另行(?:征得|取得|征求)|监护人|家长|父母|第三方/,
);
