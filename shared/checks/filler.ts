const NOTHING =
  /^(?:无|暂无|没有|未知|待定|待补充|待填写|待完善|备案中|未备案|待备案|办理中|待办理|申请中|评估中|略|同上|测试|none|null|nil|na|n\/a|tbd|todo|test|undefined|[-—./\s]*)$/i;

/**
 * Whether a field holds only what people write where they have nothing to put: “无”, “待补充”, “N/A”, a dash, an application that is
 * under way. Full-width letters and blanks around it do not matter; an empty text is one too.
 */
export function isFiller(text: string): boolean {
  return NOTHING.test(text.normalize('NFKC').trim());
}
