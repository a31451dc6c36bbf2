/** What makes a moment or a span of time a due time, and what keeps it from being one. */
import { MOMENT_PATTERN, MOMENT_SECONDS, MOMENT_STARTS } from './moments.ts';
import { NUMBER_PATTERN } from './numerals.ts';
import { startsOf } from './starts.ts';

const UNIT = '工作日|自然日|小时|钟头|分钟|刻钟|日|天|周|星期|礼拜|月|年';
const DASH = ' ?(?:起?至|到|[-—–~～]{1,2}) ?(?:次日)?';

/** Sticky; the named group that took part tells what was found. */
export const CANDIDATE = new RegExp(
  [
    '(?<atOnce>立即|即刻|立刻|马上|第一时间|火速|从速|即时)',
    '(?<vague>尽快|尽早|尽速|及早|适时|抓紧(?!手)|择期|择机|近期(?=[完报交上填开组])|近日内|早日(?=[完报交]))',
    `(?<count>${NUMBER_PATTERN})个?(?<unit>${UNIT})(?:的?时间)?(?:之|以)?内`,
    `(?<![期年权上下极有局界])限(?:时|期)?(?:在|于|为|[:：])? ?(?<limit>${NUMBER_PATTERN})个?(?<limitUnit>${UNIT})(?!前|[0-9一二三四五六七八九十])`,
    '(?<running>[本当这今](?:周|月|季度?|年度?|旬|日|天)|年|月)(?:之|以)?内',
    `(?<fromNow>即日起)(?:${DASH}(?<until>${MOMENT_PATTERN}))?`,
    `(?<first>${MOMENT_PATTERN})(?:${DASH}(?<last>${MOMENT_PATTERN}))?`,
  ].join('|'),
  'y',
);

/** How every candidate begins. */
export const CANDIDATE_STARTS = startsOf(
  `${MOMENT_STARTS}立即马第火从尽及适抓择近早限两半百壹贰叁`,
  `${MOMENT_SECONDS}即刻一速快紧机百千万两半几多余,分钟自之以在于为`,
);

/** What ends a due expression and belongs to its text. */
export const DUE_SUFFIX =
  /^ ?(?:[(（]含(?:当日|当天|本日)?[)）])?(?:之前|以前|前(?![后往来期述置夕半段列景面方三两沿瞻]|提(?!交|供))|截[止至](?![0-9])|为?止(?![损步血痛于])|(?:之|以)?内)/;

/** 前 that looks back: 2026年1月1日前出生的. */
export const LOOKS_BACK =
  /^ ?(?:之前|以前|前)[,，]?(?:已|曾|散会|结束|出生|入职|入学|毕业|未|的|(?:登记|建成|参加|取得|发生|投入|成立|购买)[^,，]{0,6}的)/;

export const DUE_PREFIX =
  /(?:截[止至在](?:到|至|日期|时间|时限|期限)?|最迟|最晚|至迟|最迟不超过|不(?:得|能|可|应)?(?:迟|晚)于|限(?:于|在|期)?|赶在|务必(?:于|在)?|务于)(?:到|至|于|在|为|是)?[:： ]*$/;

export const DUE_LABEL =
  /(?:(?:报送|上报|提交|反馈|申报|填报|报名|回复|交稿|完成|办结|收集|征集|整改|办理|截止|截稿|受理|回执)的?(?:截止)?(?:时间|日期|时限|期限|节点)|截止|时限|期限|时间要求)(?:为|是)?[:： ]*$/;

/** 截至2月底,全县共…: a figure's day, no due time. */
export const AS_OF_PREFIX = /(?<!报名|申报|报送|填报|上报|受理|征集|提交|反馈|投票|收件|时间|日期)截[止至](?:到)?$/;
export const AS_OF_SUFFIX = /^ ?(?:[,，]|全|我|共|累计|已|仍|现|目前|尚|各|本)/;

export const REPORTED = /(?:已经?|曾|早已|早)(?:于|在)?$/;

/** 会议时间:… and the like: what follows is when something takes place. */
export const EVENT_LABEL = /(?:时间|日期|会期)(?:为|是|定于|定在)?[:： ]*$/;

/** 会议召开5日前: five days before, not the fifth. */
export const COUNTS_BACK =
  /(?:召开|举行|开始|届满|到期|期满|开展|实施|考试|活动|会议|举办|提前|开会|出发|生效|至少|使用|施工)$/;

/** 三日前 is three days ago, unless an order stands before it. */
export const DAYS_AGO = /^[一二三四五六七八九十廿卅]+[日号]$/;
export const ORDERS = /(?:于|在|请|限|务必|最迟|最晚|须|应|要)$/;

/** 自3月1日起, 4月1日开始施行. */
export const BEGINS = /^ ?起(?![至到])|^ ?开始(?:施行|实施|执行|启用)/;

/** 每季度末月25日前: the turn stands before the day. */
export const EVERY = /每(?:年|季度?|半年|个?月|周|旬|日|天|个?工作日)[^,，]{0,8}$/;

/** A verb of handing in that makes a bare time a due time (请于17:30交齐). */
export const HANDS_IN = new RegExp(
  '^[,，]?[^,，。;；:：!！?？\\n]{0,10}?(?:上?交(?![流通办界叉友易接付])|报(?![名道废警销价表刊纸考酬答复喜到])(?!告会)|报到[我县镇局办]|反馈' +
    '|上传|回传|传(?:图|至|到|给|回)|提交|发(?:回|给|到|送|我|当日)|回复|寄(?:送|到|回|至|来)|送(?:来|我|至|达|交)|再收|给(?:我|局|办)|收[齐取]|汇总|完成|办结|录入|填[完好写]' +
    '|须发|贴|要(?=[,，。;；!！]|$))(?![的了过])',
);

/** Something that takes place at the time; it is no due time. */
export const TAKES_PLACE =
  /^[^,，。;；:：!！?？\n]{0,12}?(?:召开|举行|举办|开会|集合|集中|参会|出发|开始|收看|报到|签到|准时到|到会|进行|开展|来我|检查|督导|调研)/;

/** 近三年内, 每三日内, 有效期三年内: windows, no due times. */
export const WINDOW_PREFIX =
  /(?:近|过去|前|上|逾期|连续|累计|任期|提前|超过|有效期|保质期|保修期?|质保期|任职|试用期|往|去|几|多|[0-9个])$/;
export const WINDOW_SUFFIX =
  /^ ?(?:的|不得|不再|不能|不重复|累计|降|无|有效|未|连续|已|曾|有|均|可|最|共|新增|再次|发生)/;

/** The event that a span is counted from: 收到本通知之日起, 会后, 事故发生后. */
export const EVENT =
  /(?<event>[^,，。;；:：!！?？\n、. ]{1,26}?)(?:(?:之日|当日|之时|当天|次日)(?:起|后|算起)?|(?:以|之)?后|起)(?:的)?[,，]?(?:在|于)?$/;
export const EVENT_LEAD = /^.*(?:自|从|请|须|应|于|在)(?=.)/;

/** Events that are the receipt of the document itself, and those that are its issue. */
export const RECEIPT_EVENT =
  /^(?:(?:各[^,，]{1,8}?|你们?[^,，]{0,4}?)?(?:收到|接到|接)(?:本|此|该|上述|来)?(?:通知|文件?|函|通报|方案|任务|指令|清单|表|消息|信息)?|即日|今[日天]|通知|见文)$/;
export const ISSUE_EVENT = /^(?:本|此|该)?(?:通知|文件?|方案|意见|办法|函)?(?:印发|下发|发布|发出|发文|成文)$/;
