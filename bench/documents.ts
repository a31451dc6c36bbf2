/** Invented official documents, the same for the same seed. Nothing in them is taken from a real one. */

export interface BenchDocument {
  readonly name: string;
  readonly text: string;
}

/** Documents of exactly `characters` UTF-16 units each. */
export function makeDocuments(count: number, characters: number, seed = 20260302): BenchDocument[] {
  const chance = seededChance(seed);
  return Array.from({ length: count }, (_, index) => ({
    name: `notice-${String(index + 1).padStart(4, '0')}.txt`,
    text: makeDocument(characters, chance),
  }));
}

type Chance = () => number;

const BUREAUS = ['农业农村局', '民政局', '水利局', '应急管理局', '文化和旅游局', '住房和城乡建设局', '科学技术协会'];
const TOPICS = ['危旧房屋', '灌溉渠道', '村级公厕', '森林防火', '养老助餐', '古树名木', '低收入家庭', '闲置校舍'];
const BEARERS = ['各村', '各村（社区）', '各乡镇', '各包片干部', '各网格员', '各驻村工作队'];
const DAYS = ['3月6日12时前', '每周五17时前', '今日下班前', '两周内', '4月底前', '每月25日前'];
const CHANNELS = ['工作群', '政务邮箱', '“乡事通”小程序', '县级填报系统', '纸质材料'];

const SENTENCES: readonly string[] = [
  '{bearer}要在{day}把{topic}排查名单报送我局，逾期未报的予以通报。',
  '{topic}工作事关群众切身利益，要统一思想、提高认识，切实增强责任感和紧迫感。',
  '请{bearer}安排专人，通过{channel}每日上报进展，没有变化的实行零报告。',
  '我局将在{number}月组织一次现场核查，核查结果不作为考核依据，也不要求准备汇报材料。',
  '{bearer}须建立{topic}专项台账，附现场照片{number}张以上，并由主要负责人签字盖章。',
  '去年全县共整治{topic}{number}处，投入资金{number}万元，群众满意度有所提升。',
  '不得要求村级重复填报{topic}数据，已经在系统里的由部门自行提取。',
  '定于{day}召开{topic}工作视频会议，会期90分钟，{bearer}主要负责人参加，不得请假。',
  '鼓励有条件的地方先行先试，相关费用由县财政统筹解决。',
  '发生险情后，值班人员应立即组织群众转移，并在30分钟内电话报告。',
  '{topic}排查内容包括位置、面积、年代、权属、现状和拟采取的措施。',
  '对工作推进不力、影响全县进度的，将约谈有关负责人并在全县排名公布。',
  '各有关单位要加强配合，形成合力，确保各项任务落到实处、见到实效。',
  '{bearer}可结合实际确定整治顺序，确有困难的由我局派员协助。',
  '本通知自印发之日起执行，有效期至今年12月31日，联系人：陈工，电话：0000-1234567。',
];

const HEADINGS = ['一、总体要求', '二、主要任务', '三、工作步骤', '四、报送要求', '五、保障措施', '六、有关事项'];

function makeDocument(characters: number, chance: Chance): string {
  const topic = pick(TOPICS, chance);
  const bureau = `清河县${pick(BUREAUS, chance)}`;
  const head = `${bureau}文件\n清字〔2026〕${whole(1, 99, chance)}号\n${bureau}关于做好${topic}排查整治工作的通知\n各乡镇人民政府，各村（社区）：\n`;
  const tail = `\n${bureau}\n2026年3月2日\n`;
  const body = makeBody(characters - head.length - tail.length, topic, chance);
  return `${head}${body}${tail}`;
}

/** Paragraphs of two to five sentences under numbered headings, cut to length at the end. */
function makeBody(characters: number, topic: string, chance: Chance): string {
  let body = '';
  for (let paragraph = 0; body.length < characters; paragraph += 1) {
    if (paragraph % 4 === 0) body += `${HEADINGS[(paragraph / 4) % HEADINGS.length] ?? ''}\n`;
    const sentences = Array.from({ length: whole(2, 5, chance) }, () => fill(pick(SENTENCES, chance), topic, chance));
    body += `${sentences.join('')}\n`;
  }
  return `${body.slice(0, characters - 1)}。`;
}

function fill(sentence: string, topic: string, chance: Chance): string {
  return sentence
    .replaceAll('{topic}', topic)
    .replaceAll('{bearer}', pick(BEARERS, chance))
    .replaceAll('{day}', pick(DAYS, chance))
    .replaceAll('{channel}', pick(CHANNELS, chance))
    .replaceAll(/\{number\}/g, () => String(whole(2, 12, chance)));
}

function pick(choices: readonly string[], chance: Chance): string {
  return choices[Math.floor(chance() * choices.length)] ?? '';
}

function whole(least: number, most: number, chance: Chance): number {
  return least + Math.floor(chance() * (most - least + 1));
}

/** Mulberry32: numbers from 0 to 1, good enough to vary texts, the same everywhere. */
function seededChance(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
