/**
 * Components by which push products let one app wake another: exported, and reached by other apps that hold the same product. Named by
 * the products' own integration guides, which also say how to leave them out.
 */
export const WAKE_COMPONENTS: ReadonlyMap<string, string> = new Map([
  ['cn.jpush.android.service.DaemonService', 'jpush'],
  ['cn.jpush.android.service.DActivity', 'jpush'],
  ['cn.jpush.android.service.DownloadProvider', 'jpush'],
  ['cn.android.service.JTransitActivity', 'jpush'],
  ['com.igexin.sdk.GActivity', 'getui'],
  ['com.igexin.sdk.GService', 'getui'],
  ['com.tencent.android.tpush.XGVipPushKAProvider', 'tpns'],
  ['com.tencent.android.tpush.service.XGDaemonService', 'tpns'],
  ['com.mob.guard.MobTranPullUpActivity', 'mobpush'],
  ['com.mob.guard.MobTranPullLockActivity', 'mobpush'],
  ['com.ss.android.push.daemon.PushService', 'volcengine-push'],
]);
