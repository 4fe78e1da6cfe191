/**
 * How SDKs name their resources: advertising (Pangle, GDT, Kuaishou, Sigmob, Mintegral, Beizi), login by the phone number (the carriers,
 * Shanyan, Alibaba, Jiguang, Getui, Geetest, NetEase, MobTech), sharing and payment, services of Google, Huawei and Facebook.
 */
const SDK_RESOURCE =
  /^(?:tt_|ksad_|gdt_|sig_|mbridge_|beizi_|umcsdk|cmcc_|ctcc_|cucc_|ct_a(?:ccount|uth)|shanyan|authsdk|oauth_|jverification|jiguang|gy_|geetest|gt_one|onelogin|quicklogin|yd_quick|secverify|smssdk|ssdk_|mobcommon|mob_|umeng_|hms_|hwid|upsdk_|agc_|com_facebook|common_google_play|alipay_)/i;

/**
 * Whether a resource, by its name, came with a known SDK: its page is not one of the app's own, and its code sets what it shows. The
 * name of a resource is all that tells; those that a shrinker has renamed count as the app's.
 */
export function isSdkResource(name: string): boolean {
  return SDK_RESOURCE.test(name);
}
