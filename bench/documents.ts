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

/** What every notice is made of: background, the issuer's own work, and how things are done. */
const PLAIN: readonly string[] = [
  '{topic}工作事关群众切身利益，要统一思想、提高认识，切实增强责任感和紧迫感。',
  '我局将在{number}月组织一次现场核查，核查结果不作为考核依据，也不要求准备汇报材料。',
  '去年全县共整治{topic}{number}处，投入资金{number}万元，群众满意度有所提升。',
  '不得要求村级重复填报{topic}数据，已经在系统里的由部门自行提取。',
  '鼓励有条件的地方先行先试，相关费用由县财政统筹解决。',
  '发生险情后，值班人员应立即组织群众转移，并在30分钟内电话报告。',
  '{topic}排查内容包括位置、面积、年代、权属、现状和拟采取的措施。',
  '各有关单位要加强配合，形成合力，确保各项任务落到实处、见到实效。',
  '{bearer}可结合实际确定整治顺序，确有困难的由我局派员协助。',
  '本通知自印发之日起执行，有效期至今年12月31日，联系人：陈工，电话：0000-1234567。',
  '施工单位由县里统一招标，每处{topic}的整治方案由设计单位现场勘察后提出。',
  '整治资金分两批下达，首批占六成，其余在验收合格后{number}个工作日内拨付。',
  '县级财政安排{number}万元，不足部分申请省级专项补助，不向村集体摊派。',
  '近年来，随着外出务工人员增多，部分{topic}长期无人管护，存在一定安全隐患。',
  '经核实，全县现有{topic}{number}处，其中东片{number}处，西片{number}处，其余分布在山区。',
  '技术人员将逐处查看基础、墙体、屋面和排水情况，并现场拍照留存。',
  '对鉴定为危险的，由县里安排临时住处，搬迁费用按实际支出报销。',
  '整治完成后由第三方机构验收，验收报告在县政府网站公开，接受群众监督。',
  '群众对整治方案有不同意见的，可以向村委会或者我局反映，我局在{number}日内答复。',
  '有的地方重建设轻管护，设施建成后无人维修，这次整治要避免重蹈覆辙。',
  '管护人员的报酬按月发放，标准为每人每月{number}00元，由县财政承担。',
  '冬季施工要注意防冻保温，混凝土浇筑宜安排在气温较高的时段进行。',
  '设计图纸、材料检测报告和隐蔽工程记录由施工单位保管，竣工后移交县档案馆。',
  '涉及文物和古树的，应当先征求文物、林业部门意见，再确定施工办法。',
  '县里已经建立{topic}电子地图，位置、照片和整治情况都可以在线查看。',
  '我局安排{number}名技术人员分片包干，随时解答问题，工作日均可来电咨询。',
];

/** What bearers are asked for: some eight sentences of a long notice. */
const DEMANDS: readonly string[] = [
  '{bearer}要在{day}把{topic}排查名单报送我局，逾期未报的予以通报。',
  '请{bearer}安排专人，通过{channel}每日上报进展，没有变化的实行零报告。',
  '{bearer}须建立{topic}专项台账，附现场照片{number}张以上，并由主要负责人签字盖章。',
  '定于{day}召开{topic}工作视频会议，会期90分钟，{bearer}主要负责人参加，不得请假。',
  '对工作推进不力、影响全县进度的，将约谈有关负责人并在全县排名公布。',
  '请{bearer}于{day}确认名单中的地点是否准确，有出入的电话告知即可。',
];

const DEMAND_SHARE = 1 / 25;

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
    const sentences = Array.from({ length: whole(2, 5, chance) }, () => makeSentence(topic, chance));
    body += `${sentences.join('')}\n`;
  }
  return `${body.slice(0, characters - 1)}。`;
}

function makeSentence(topic: string, chance: Chance): string {
  return fill(pick(chance() < DEMAND_SHARE ? DEMANDS : PLAIN, chance), topic, chance);
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
