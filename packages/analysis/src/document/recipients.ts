/** The names on the line under the title that ends in a colon, and on the 抄送 line. */

const BODIES =
  /[委办局厅部院校司村区站所队会行处科股室组户镇乡县市省州旗]|政府|街道|单位|中心|同志|企业|书记|主任|网格员|支部|机构|集团|部门|群众|居民|业主|家长|党员|干部|负责人|医院|商户|老师|教师|先生|女士|[中小大]学(?![\u4e00-\u9fff])|[园场馆厂店](?![\u4e00-\u9fff])|药房|车间|朋友(?:们)?$/u;
const NO_RECIPIENTS =
  /如下|通知|几个事|几件事|说[个一两]|要求|有关事项|现将|说明|事项|情况|通报|安排|报告|部署|要做|包括|例如|如:|提出|指出|强调|认为|表示|[。;!?]|\d{1,2}[日月时]/u;
const LONGEST = 400;

/** True when words before a colon name bodies or people. */
export function areRecipients(words: string): boolean {
  return words.length >= 2 && words.length <= LONGEST && BODIES.test(words) && !NO_RECIPIENTS.test(words);
}

/** Splits at 、 and , outside brackets; 各省、自治区、直辖市人民政府 stays one addressee. */
export function splitRecipients(words: string): string[] {
  return splitOutside(words, ',;').flatMap((group) => joinShared(splitOutside(group, '、')));
}

function splitOutside(words: string, marks: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < words.length; at++) {
    const mark = words.charAt(at);
    if (mark === '(') depth++;
    else if (mark === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && marks.includes(mark)) {
      parts.push(words.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, words.slice(start)];
}

const BARE_LEVEL = /^(?:各|有关|相关)?[^各、]{0,3}(?:省|自治区|直辖市|市|自治州|州|盟|县|区|旗|乡|镇|街道|新区)$/u;
const LEVEL_WITH_BODY =
  /^(?:省|自治区|直辖市|市|自治州|州|盟|县|区|旗|乡|镇|街道|新区|计划单列市)(?:人民政府|政府|党委|委员会|管委会|办事处|委|局)/u;

/** The body that the last name ends in belongs to the bare levels before it too. */
function joinShared(names: readonly string[]): string[] {
  const joined: string[] = [];
  let waiting: string[] = [];
  for (const name of names.map((one) => one.trim()).filter((one) => one !== '')) {
    if (waiting.length > 0 && LEVEL_WITH_BODY.test(name)) {
      joined.push([...waiting, name].join('、'));
      waiting = [];
    } else if (BARE_LEVEL.test(name) && (waiting.length === 0 || !name.startsWith('各'))) {
      waiting.push(name);
    } else {
      joined.push(...waiting, name);
      waiting = [];
      if (BARE_LEVEL.test(name)) waiting.push(joined.pop() ?? '');
    }
  }
  return [...joined, ...waiting];
}
