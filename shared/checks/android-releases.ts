/** Day on which each Android version was published, by API level; permissions and targets of that level are not older. */
export const ANDROID_RELEASED: ReadonlyMap<number, string> = new Map([
  [28, '2018-08-06'],
  [29, '2019-09-03'],
  [30, '2020-09-08'],
  [31, '2021-10-04'],
  [32, '2022-03-07'],
  [33, '2022-08-15'],
  [34, '2023-10-04'],
  [35, '2024-09-03'],
  [36, '2025-06-10'],
]);

const A = 'android.permission.';

/** The API level with which a permission that opens personal information came into being, of those that are younger than level 28. */
export const PERMISSION_SINCE: ReadonlyMap<string, number> = new Map(
  (
    [
      [29, ['ACCESS_BACKGROUND_LOCATION', 'ACTIVITY_RECOGNITION', 'ACCESS_MEDIA_LOCATION']],
      [30, ['MANAGE_EXTERNAL_STORAGE', 'QUERY_ALL_PACKAGES']],
      [31, ['BLUETOOTH_SCAN', 'BLUETOOTH_CONNECT', 'BLUETOOTH_ADVERTISE']],
      [33, ['READ_MEDIA_IMAGES', 'READ_MEDIA_VIDEO', 'READ_MEDIA_AUDIO', 'NEARBY_WIFI_DEVICES', 'BODY_SENSORS_BACKGROUND']],
      [34, ['READ_MEDIA_VISUAL_USER_SELECTED']],
    ] as const
  ).flatMap(([level, names]) => names.map((name): [string, number] => [`${A}${name}`, level])),
);

/** Days from one day to another, both `YYYY-MM-DD` (or a year and a month, which counts from its first day). */
export function daysBetween(from: string, to: string): number {
  return (dayOf(to) - dayOf(from)) / 86_400_000;
}

function dayOf(date: string): number {
  const [year, month, day] = date.split('-').map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1);
}
