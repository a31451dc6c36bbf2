import { expect, test } from 'vitest';
import { readDocument } from './read-document.ts';
import { plainSource } from './source-text.ts';

function statuteIn(text: string): string | null {
  return readDocument(plainSource(text)).statute;
}

test.each([
  ['关于实行技术职务聘任制度的规定\n1986年2月18日 国务院发布\n一、基本内容\n本规定适用于事业单位。', '聘任制度的规定'],
  ['海滨盐业条例\n1953年1月2日 政务院修正公布\n第一条 各厂每月编造报表。\n第二条 本办法即日施行。', '盐业条例'],
  ['东山省实施《中华人民共和国种子法》办法\n第一条 制定本办法。\n第二条 站点应当登记。', '东山省实施'],
  ['继续盘问规定\n第一条 制定本规定。\n第二条 应当登记。\n第三条 本规定由公安部负责解释。', '继续盘问规定'],
  ['鱼种管理办法\n第一条 制定本办法。\n第二条 各省、自治区、直辖市可以结合本办法制定细则。', '鱼种管理办法'],
])('%j is a statute', (text, title) => {
  expect(statuteIn(text)).toContain(title);
});

test.each([
  '江湾镇考勤规定\n（2026年3月1日镇党委发布）\n第一条 各村每天报数。\n第二条 由镇纪委负责解释。',
  '关于加强茶园管护的规定\n2026年3月1日 县农业农村局发布\n一、各村每天报数。',
])('%j is none', (text) => {
  expect(statuteIn(text)).toBeNull();
});
