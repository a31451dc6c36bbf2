import type { OfficialDocument } from '../../document/read-document.ts';
import type { Span } from '../../document/stance.ts';
import type { Statement } from '../../document/statements.ts';
import type { DocumentKind } from '../../report.ts';
import { defineRule, type Match } from '../rule.ts';
import { isLocalPaper } from './addressees.ts';

/** Kinds whose length the limits are not about: laws, speeches, papers to a superior, records, forms and chats. */
const UNLIMITED: ReadonlySet<DocumentKind> = new Set([
  'regulation',
  'speech',
  'report-upward',
  'minutes',
  'briefing',
  'form',
  'chat-message',
]);
const COMPREHENSIVE = /总体|综合(?:性|部署)|全面部署|(?:年度|年|工作)要点|规划|纲要|政府工作报告|一号文件|全年工作/u;
const ISSUED = /(?:印发|批转)[^》]{0,60}(?:方案|计划|意见|要点|措施|安排)/u;
const FIRST_PARAGRAPH = 200;
const COUNTED = /[\p{Script=Han}A-Za-z0-9]/gu;

export const tooLong = defineRule({
  id: 'document/too-long',
  title: '篇幅超限',
  basis: ['provisions-2024.length'],
  message: '正文约 {characters} 字，超过{type}文件 {limit} 字的上限。',
  suggestion: '压到 {limit} 字以内：删背景、原则和保障套话，只留谁、何时、做什么、钱从哪来。',
  options: {
    general: { default: 5000, source: 'provisions-2024.length', meaning: '综合性部署正文最多字数' },
    special: { default: 4000, source: 'provisions-2024.length', meaning: '专项工作或者具体任务正文最多字数' },
  },
  examples: {
    bad: [
      '油菜测产通知,⟦正文4600字⟧。',
      `⟦某县农业农村局关于做好秸秆离田工作的通知⟧\n各镇人民政府:\n${'秸秆打捆离田由各镇在五月底前做完。'.repeat(280)}`,
      `⟦某县人民政府关于全县农业农村工作的总体安排⟧\n各镇人民政府:\n${'秸秆打捆离田由各镇在五月底前做完。'.repeat(340)}`,
    ],
    good: [
      '油菜测产通知,正文3600字。',
      '全县农业工作总体部署,正文4700字。',
      `某县农业农村局关于做好秸秆离田工作的通知\n各镇人民政府:\n${'秸秆打捆离田由各镇在五月底前做完。'.repeat(200)}`,
      `某县人民政府关于全县农业农村工作的总体安排\n各镇人民政府:\n${'秸秆打捆离田由各镇在五月底前做完。'.repeat(290)}`,
      '各镇在五月底前做完秸秆打捆离田。',
    ],
  },
  *find({ statements, document }, { general, special }) {
    yield* toldLengths(statements, { general, special });
    if (UNLIMITED.has(document.kind) || document.direction === 'up' || !isLocalPaper(document)) return;
    const characters = document.bodyCharacters + issuedCharacters(document);
    const comprehensive = isComprehensive(document);
    const limit = comprehensive ? general : special;
    if (characters <= limit) return;
    yield { ...heading(document), data: { characters, limit, type: typeName(comprehensive) } };
  },
});

/** `正文4870字`, as a line of a register or a proof sheet tells of a paper that is not at hand. */
const TOLD = /正文(?:全文|共计?|约|达|全长)?(?<characters>\d{4,6})(?:余|多)?字/u;

function* toldLengths(statements: readonly Statement[], limits: { general: number; special: number }): Iterable<Match> {
  for (const statement of statements) {
    if (!statement.raw.includes('正文')) continue;
    const { start, announced } = statement;
    const told = TOLD.exec(announced);
    const comprehensive = COMPREHENSIVE.test(announced);
    const limit = comprehensive ? limits.general : limits.special;
    const characters = Number(told?.groups?.['characters'] ?? 0);
    if (!told || characters <= limit) continue;
    const at = start + told.index;
    yield { start: at, end: at + told[0].length, data: { characters, limit, type: typeName(comprehensive) } };
  }
}

function typeName(comprehensive: boolean): string {
  return comprehensive ? '综合性' : '专项';
}

function isComprehensive({ title, text, header: { zones } }: OfficialDocument): boolean {
  return (
    COMPREHENSIVE.test(title ?? '') ||
    COMPREHENSIVE.test(text.slice(zones.body.start, Math.min(zones.body.end, zones.body.start + FIRST_PARAGRAPH)))
  );
}

/** A plan that a short covering notice issues stands behind its signature and is the document proper. */
function issuedCharacters({ title, text, lines, header: { zones } }: OfficialDocument): number {
  const { signature, imprint } = zones;
  if (!signature || !ISSUED.test(title ?? '')) return 0;
  const end = imprint && imprint.start > signature.end ? imprint.start : text.length;
  return lines
    .filter((line) => line.start >= signature.end && line.end <= end && line.attachment === null)
    .reduce((sum, line) => sum + (text.slice(line.start, line.end).match(COUNTED)?.length ?? 0), 0);
}

/** Where the finding is shown: the title, else the first line of the body. */
function heading({ header: { title, zones }, lines }: OfficialDocument): Span {
  if (title) return { start: title.start, end: title.end };
  const first = lines.find(({ kind, start }) => kind !== 'blank' && start >= zones.body.start);
  return first ? { start: first.start, end: first.end } : zones.body;
}
