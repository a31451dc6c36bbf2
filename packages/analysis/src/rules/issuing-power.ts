/** Who may run drives and confer titles: the centre and the provinces decide, everybody else needs their approval. */
import type { OfficialDocument } from '../document/read-document.ts';
import type { Statement } from '../document/statements.ts';

const APPROVED =
  /全国(?:文明|卫生|民族|双拥|劳动|道德|法治|先进|模范|优秀|五一|三八|青年)|国家(?:级)?(?:文明|卫生|园林|森林|生态|公共文化|农产品|食品安全|知识产权|级)|(?:国务院|党中央|中央|省委|省政府|省级)[^,。]{0,12}(?:批准|同意|授予|表彰)|(?:按照?|根据|依照|落实)(?:党中央|中央|国家|省委|省政府|省)[^,。]{0,8}(?:部署|要求|安排)|由(?:县|市)(?:委|人民政府|政府)批准/u;

/** True where the issuer itself decides on drives: a central or provincial party committee or government. */
export function mayRunDrives(document: OfficialDocument): boolean {
  const level = document.header.issuer?.level;
  return level === 'central' || level === 'province';
}

/** A title only names the drive; the sentence that starts it stands below. */
export function belowTitle(statements: readonly Statement[], document: OfficialDocument): readonly Statement[] {
  const { title } = document.header.zones;
  return title ? statements.filter(({ start, end }) => end <= title.start || start >= title.end) : statements;
}

/** A drive or title of the centre or the province that the sentence only carries out. */
export const OF_HIGHER_LEVEL = { pattern: APPROVED, class: 'MERGED', reason: '中央、省级设立的创建或荣誉' } as const;

/** Drives that residents and firms run among themselves. */
export const OF_CITIZENS =
  /自发|自己评|自行评|业主(?:自|们)|(?:镇里|街道|村里)?不(?:介入|参与|干预)|三好学生|期末(?:考|评语)|学生(?:会|评)|奥运|影片|电影节|公司年会/u;
