/** What a purpose that is given for a permission says: nothing at all, a template's words, words that would fit everything, or something. */
export type PurposeWorth = 'empty' | 'placeholder' | 'generic' | 'telling';

/** Blank and invisible characters, and punctuation. */
const NOTHING = /[\s\p{P}\p{S}\p{Cf}\p{Zs}\u3164\u115f\u1160\u2800]+/gu;

/** What a template or a tool leaves behind. */
const LEFT_OVER =
  /^(?:\$?string[:：]?.*|todo.*|tbd|fixme|n\/?a|null|none|undefined|x{2,}|test(?:ing)?|reason|permission ?reason|module ?desc|description|placeholder|lorem.*|待(?:填写?|补充|定|完善)|请(?:填写|输入).*|测试|权限(?:申请)?(?:原因|理由|说明|描述)|申请(?:权限)?(?:原因|理由)|原因|理由|说明|描述|无|暂无|默认)$/iu;

/** Words that fit every permission of every app; longest first, so that none hides another. */
const EVERYTHING = [
  ...[
    '正常使用',
    '正常运行',
    '用户体验',
    '使用体验',
    '更好地',
    '应用程序',
    '服务质量',
    '业务功能',
    '相关功能',
    '相关权限',
    '相关服务',
  ],
  ...[
    '基本功能',
    '核心功能',
    '全部功能',
    '完整功能',
    '功能需要',
    '业务需要',
    '应用需要',
    '必要功能',
    '后续功能',
    '各项功能',
    '部分功能',
  ],
  ...[
    '是为了',
    '以便于',
    '从而',
    '应用',
    '软件',
    '程序',
    '系统',
    'app',
    '本',
    '我们',
    '您',
    '你',
    '用户',
    '需要',
    '必须',
    '申请',
    '获取',
  ],
  ...[
    '使用',
    '开启',
    '打开',
    '授权',
    '授予',
    '允许',
    '访问',
    '调用',
    '请求',
    '同意',
    '权限',
    '功能',
    '服务',
    '体验',
    '运行',
    '正常',
    '更好',
  ],
  ...[
    '优质',
    '带来',
    '优良',
    '最佳',
    '便捷',
    '便利',
    '贴心',
    '完善',
    '更加',
    '更多',
    '更',
    '良好',
    '提供',
    '提升',
    '改善',
    '优化',
    '增强',
    '保证',
    '保障',
    '确保',
    '实现',
    '完成',
    '进行',
    '满足',
    '支持',
    '相关',
    '业务',
  ],
  ...[
    '基本',
    '基础',
    '必要',
    '必需',
    '所需',
    '需求',
    '工作',
    '操作',
    '流程',
    '质量',
    '方便',
    '便于',
    '以便',
    '用于',
    '用来',
    '为了',
    '由于',
  ],
  ...[
    '才能',
    '能够',
    '可以',
    '否则',
    '无法',
    '如果',
    '当前',
    '此',
    '该',
    '这个',
    '这些',
    '那么',
    '将',
    '会',
    '要',
    '请',
    '为',
    '给',
    '能',
    '让',
    '以',
    '和',
    '与',
    '及',
    '或',
    '的',
    '地',
    '得',
    '在',
    '时',
    '后',
    '中',
    '内',
    '等',
    '用',
    '需',
    '其',
    '它',
    '是',
    '有',
    '您的',
    '手机',
    '设备',
  ],
].sort((a, b) => b.length - a.length);

/** The permission's own name says what is asked for, not why. */
const NAMES = [
  ...[
    '相机',
    '摄像头',
    '照相机',
    '麦克风',
    '录音权限',
    '地理位置',
    '位置信息',
    '位置',
    '通讯录',
    '联系人',
    '存储空间',
    '存储',
    '日历',
    '蓝牙',
  ],
  ...[
    '短信',
    '通话记录',
    '电话',
    '相册',
    '媒体文件',
    '文件',
    '剪贴板',
    '剪切板',
    '悬浮窗',
    '传感器',
    '健康数据',
    '健康',
    '运动数据',
    '设备信息',
    '精确',
    '大致',
    '模糊',
    '后台',
  ],
].sort((a, b) => b.length - a.length);

const STRIPPED = new RegExp([...EVERYTHING, ...NAMES].sort((a, b) => b.length - a.length).join('|'), 'gu');

/** Latin words that fit every permission. */
const LATIN =
  /\b(?:this|the|your|our|app|application|apps|needs?|needed|requires?|required|requests?|uses?|used|using|to|for|in|order|access|permissions?|function(?:s|ality)?|features?|properly|normally|normal|work(?:s|ing)?|run(?:s|ning)?|operate|operation|service|services|provide|better|experience|user|users|of|and|with|by|please|allow|grant|is|are|be|it|camera|microphone|location|contacts?|storage|calendar|bluetooth|photos?|media|files?|so|that|can|will|must|necessary|some|related|basic|data|phone|device)\b/giu;

/** Long enough to hold a purpose whatever its words. */
const LONG = 60;

/**
 * How much a purpose says. Words that fit everything (应用, 正常, 功能 …) and the permission's own name are taken away; where nothing is
 * left, the text gives no purpose. What is left is never judged: a short function (扫码) is a purpose.
 */
export function purposeWorth(text: string): PurposeWorth {
  const plain = text.slice(0, 400).normalize('NFKC').toLowerCase();
  const bare = plain.replace(NOTHING, '');
  if (bare === '') return 'empty';
  if (LEFT_OVER.test(plain.trim()) || LEFT_OVER.test(bare)) return 'placeholder';
  if (bare.length > LONG) return 'telling';
  const rest = plain.replace(LATIN, '').replace(NOTHING, '').replace(STRIPPED, '');
  return rest === '' ? 'generic' : 'telling';
}

/** The same purpose, however it is spaced and punctuated. */
export function comparablePurpose(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(NOTHING, '');
}
