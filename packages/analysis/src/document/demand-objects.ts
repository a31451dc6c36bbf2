/** What a demand is about: the words before its verb (将名单报县局) or after it (填写登记表). */
import type { ActionFound } from './actions.ts';

const LONGEST = 30;

/** Null where the clause names nothing. */
export function readObject(said: string, { action, start, end }: ActionFound): string | null {
  const before = said.slice(0, start);
  const after = said.slice(end);
  const taken = (TAKEN.exec(before) ?? WORKED_ON.exec(before))?.groups?.['object'];
  if (taken !== undefined) return tidy(taken.replace(MANNER, ''));
  if (HANDED_OVER.has(action) && TO_SOMEBODY.test(after)) return tidy(beforeVerb(before));
  return tidy(FOLLOWING.exec(after)?.[0].replace(END_OF_OBJECT, '') ?? '');
}

/** 将…报, 把…填好. */
const TAKEN = /(?:将|把)(?<object>[^将把,]{1,60})$/u;
/** 对危房开展摸排. */
const WORKED_ON = /对(?<object>[^对,]{1,30}?)(?:开展|进行|组织|实施)[^,]{0,8}$/u;
/** How and when it is handed over, between what and the verb. */
const MANNER =
  /(?<=..)(?:请|须|要|应)?(?:于|在|按|以|经|由|通过|务必|及时|统一|一并|按时|按期|如实|逐级|全部|同时|一律|另行|汇总|(?:今|明|后)[天日]|(?:每|本|下)?[周月日]\S?|\d{1,4}年|\d{1,2}月)[^《》]*$/u;

const HANDED_OVER: ReadonlySet<string> = new Set(['submit', 'upload', 'enter-data', 'fill', 'hang']);
/** What follows is the one who gets it, or nothing. */
const TO_SOMEBODY =
  /^(?:[,。;:]|$|起来|出来|至|到|给|回|往|我|(?:[省市县区镇乡街局]|[\p{Script=Han}A-Za-z]{1,12}(?:局|办|办公室|股|科|室|组|站|所|中心|委|部|邮箱|群|处|厅|府|街道|镇|乡|系统|平台))(?:$|[,。;:(、\p{Script=Han}]))/u;

/** The last noun before the verb, without whom it is addressed to and by when. */
function beforeVerb(before: string): string {
  return before
    .replace(ADVERB_AT_END, '')
    .replace(TIME_AT_END, '')
    .replace(/^.*(?:[,:]|之前|[日时天点]前|[日时]内|底前|月前|各[\p{Script=Han}]{1,8}?(?:要|须|应|将)|请)/u, '')
    .replace(
      /^(?:[一二三四五六七八九十\d]{1,3}[、.是]|要|须|应|需|请|发现|加强|强化|做好|各(?:镇街|乡镇|村居|镇|村|乡|社区|街道|单位|部门)|并|同时|一律)+/u,
      '',
    );
}

const ADVERB_AT_END =
  /(?:务必|及时|统一|一并|按时|按期|如实|逐级|全部|同时|一律|另行|汇总|立即|马上|随时|第一时间|书面|书面形式)$/u;
const TIME_AT_END =
  /(?:请|须|要|应)?(?:(?:于|在)[^,:]{1,14}?|\d[^,:]{0,10}?|[每本下今明后][^,:]{0,8}?)(?:之前|[日时天点]前|[日时]内|底前|月前)$/u;

const FOLLOWING = /^[\p{Script=Han}A-Za-z0-9《》"、()]{1,60}/u;
const END_OF_OBJECT =
  /(?:不(?:得|能|可|应)?(?:少|低|多|高|短)于|至少|不超过|并(?!列|网|轨)|后(?!续|期|备|勤|台|进)|再(?!生)|[报交送发](?:至|到|给|[县市镇乡局区])|以便|用于).*$/u;

/** What only says how: 入户核查, 拍照留存, 截图发我. */
const NO_OBJECT =
  /^(?:[到在向往].*|核查|核实|核对|留存|留档|备查|存档|工作|制度|任务|上墙|到位|情况|走访|[发传][我来给].*|.*的)$/u;

function tidy(words: string): string | null {
  const object = words
    .replace(/^(?:好|完|齐|一次|一遍|到位|了|本|相应|相关|有关|的|做好|抓好|完成|和|及|与|、)+/u, '')
    .replace(/\([^()]{0,20}\)$/u, '')
    .replace(/[、(]$/u, '')
    .trim()
    .slice(0, LONGEST);
  return object === '' || NO_OBJECT.test(object) ? null : object;
}
