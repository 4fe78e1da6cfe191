/** Short forms of "version" in names: `SDK_VER`, `sdkVer`, `verName`. */
const SHORT = /(?:^|_)VER(?:$|_)|(?:^|[a-z])Ver(?:$|[A-Z])|^ver(?:$|[A-Z_])|_ver(?:$|_)/;
/** Of something else than the code around it: of the system, of a protocol or a format, of what is asked for at least. */
const OF_OTHERS =
  /http|tls|ssl|proto(?:col)?|xml|html|json|schema|database|db_?ver|gl_?(?:es_?)?ver|android|(?:^|_)os_?ver|java|kotlin|gradle|(?:^|_)min|(?:^|_)max|target|server|require|support|compat|firmware|conversion|inversion|diversion/i;
/** Classes all of whose constants may be versions, by the name without the package. */
const HOLDER = /(?:^|[a-z$])Version(?:s|Info|Name|Code|Util|Utils|Constants?)?$|^VERSION$/;

/** Whether a member of a class is called as a version of that class's code would be. */
export function isVersionMember(className: string, member: string): boolean {
  if (OF_OTHERS.test(member)) return false;
  const name = className.slice(className.lastIndexOf('.') + 1);
  return isVersionName(member) || /(?:^|_)SDK$/.test(member) || (HOLDER.test(name) && !OF_OTHERS.test(name));
}

/** Whether a name of anything speaks of a version. */
export function isVersionName(name: string): boolean {
  return name.length <= 200 && (/version/i.test(name) || SHORT.test(name));
}
