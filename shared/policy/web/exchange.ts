import type { Fetch, FetchFailure } from '../../domain/ports.ts';
import { type NoText, policyGap } from '../document/document.ts';

const FAILURES: Readonly<Record<FetchFailure, readonly [zh: string, en: string]>> = {
  'bad-url': ['不是有效的网址', 'Not a valid address'],
  'private-address': ['网址指向内网或本机地址，不予访问', 'The address leads into a private network and is not fetched'],
  dns: ['域名无法解析', 'The host name does not resolve'],
  connect: ['无法连接服务器', 'The server cannot be reached'],
  tls: ['HTTPS 证书或握手有误', 'The TLS certificate or handshake is wrong'],
  timeout: ['访问超时', 'The server did not answer in time'],
  'too-large': ['页面超过大小上限', 'The page exceeds the size limit'],
  'too-many-redirects': ['跳转次数过多', 'Too many redirects'],
  'bad-encoding': ['内容压缩编码有误', 'The content encoding is broken'],
};

/**
 * What an HTTP exchange alone says: null where there is a document to look at. Only 404, 410 and an empty body mean that there is
 * no policy; every other trouble may pass, so the policy is `unreadable`, with the failure's name or `http-<status>` as reason.
 */
export function judgeExchange(url: string, fetched: Awaited<ReturnType<Fetch>>): NoText | null {
  if (!fetched.ok) {
    const [zh, en] = FAILURES[fetched.failure];
    return { outcome: 'unreadable', reason: fetched.failure, gaps: [policyGap(`policy-${fetched.failure}`, url, zh, en)] };
  }
  const { status, bytes } = fetched.document;
  if (status === 404 || status === 410) return { outcome: 'absent', reason: `http-${status}`, gaps: [] };
  if (status < 200 || status > 299) {
    const gap = policyGap('policy-http-status', url, `服务器返回状态码 ${status}`, `The server answered with status ${status}`);
    return { outcome: 'unreadable', reason: `http-${status}`, gaps: [gap] };
  }
  return bytes.length === 0 ? { outcome: 'absent', reason: 'empty-page', gaps: [] } : null;
}
