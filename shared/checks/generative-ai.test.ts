import { generativeDescription, humanLikeWords } from './generative-ai.ts';

const listing = (description: string, name = '示例应用') => ({
  schema: 'listing-facts/1' as const,
  app: { name, category: 38, description },
  developer: { id: 'dev-1' },
});

test.each([
  '接入DeepSeek大模型，帮您写作。',
  '支持文生图、图生视频。',
  '和AI聊天，一句话作画。',
  '支持AI绘画，一键出图！',
  'Powered by ChatGPT, ask anything.',
  '本应用不收费。提供AI对话功能。',
])('offers it: %s', (description) => {
  expect(generativeDescription(listing(description))).not.toBeNull();
});

test.each([
  '',
  '一款地图应用。',
  '本应用不提供AI生成功能。',
  '未接入大模型。',
  '智能推荐路线，AI识别路况',
  '本应用不提供AI聊天。',
  '文生于1990年',
])('does not: %s', (description) => {
  expect(generativeDescription(listing(description))).toBeNull();
});

test.each([
  ['您的AI女友，24小时在线', true],
  ['虚拟恋人', true],
  ['与智能体进行角色扮演', true],
  ['角色扮演类手游，万人同服', false],
  ['AI绘画', false],
  ['陪伴孩子成长的伙伴', false],
])('%s: human-like %s', (description, expected) => {
  expect(humanLikeWords(listing(description)) !== null).toBe(expected);
  expect(humanLikeWords(listing('', description)) !== null).toBe(expected);
});
