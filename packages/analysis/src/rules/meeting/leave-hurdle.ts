import type { Statement } from '../../document/statements.ts';
import { defineRule, type Match } from '../rule.ts';
import { matchesIn, pattern, together, wholeClauses, type Wording } from '../wording.ts';

const LEAVE =
  '(?:(?<!应|邀|申)请假(?!条不)|准假|批假|缺席|缺会|旷会|离会|离席|离场|退场|不到会|不参会|来不了|到不了|赶不[到回]|参加不了|抽不开身|脱不开身|分不开身|有事的|请不了|因故|走不开|假条|(?:不能|无法|没法)[^□。;,]{0,2}(?:到会|参会|参加|出席|前来))';
const PAPER =
  '(?:书面|条子|证明|诊断|病历|通知单|行程单|住院单|假条|请假函|请假单|请假报告|写[^□。;,]{0,3}说明|作说明|交说明|签批|签字|签名|盖章|批条|盖[^□。;,]{0,3}章|检讨|检查(?!组)|情况说明|病休|说明(?:情况|原因)|备案|手续|[一二两三四\\d]+关)';
const CHIEF_AGREES =
  '(?:(?:书记|局长|镇长|乡长|县长|区长|院长|校长|主任|主要(?:领导|负责(?:人|同志))|一把手|分管[^□。;,]{0,3}(?:领导|副[^□。;,]{1,3})|领导)[^□。;,]{0,8}?(?:批|同意|点头|请假|说明|签|准|报告|审)|(?:找|报|向|经|由|过|跟|给)[^□。;,]{0,8}?(?:书记|局长|镇长|乡长|县长|区长|院长|校长|主要(?:领导|负责(?:人|同志))|一把手|分管[^□。;,]{0,3}(?:领导|副[^□。;,]{1,3}))|(?:报|经|由|向|跟|找)[^□。;,]{0,14}?(?:同意|批准|审批|审核|核准|备案|点头|签批|把关|汇报|当面)|(?:批准|审批|审核|核准)(?:同意)?|逐级|当面)';
const LEAVE_BARRED: Wording = {
  view: 'announced',
  when: [
    pattern(
      '(?:不得|不准|不许|不能|不可|不允许|概不|严禁|禁止|不批|不予|谢绝)[^□。;,]{0,8}?(?:请假|准假|缺席|缺会|离会|批假|离席|离场|退场|中途退出|提前离开)',
      '(?:上厕所|出会场|接电话)[^□。;,]{0,6}?(?:报备|报告|登记)',
      '谁请假都?不批|不准假|请假一概不批|概不准缺|概不准假|非[^□。;,]{1,8}(?:不得|概不准?|不准)(?:缺|请假|缺席)',
      '零(?:请假|缺席)|不批假|不给假|假不批|不设请假|没有请假|请假[^□。;,]{0,10}?(?:取消|扣[分发减]|通报|点名|约谈|问责)',
      '请假(?:的|者|人员)?[^□。;,]{0,4}?(?:视同|视为|扣|计入|算作?)',
      '没有?[^□。;,]{0,8}?假条[^□。;]{0,10}',
    ),
    together([LEAVE, PAPER], 34),
    together([LEAVE, CHIEF_AGREES], 36),
  ],
  unless: [
    {
      pattern:
        /学生|家长|监护人|年休假|年假|产假|婚假|探亲假|休假|职工(?:年|病|事)假|事假|病假条|考生|考勤|校运会|劳动合同|患者|病人|住院医|队员|教练|暗访|值班|值守|应急(?!管理局)|外出经商|赛|销假|审批表|直言|酒精|测试|岗前|驾驶|手术|接种|年检|值日|课/u,
      class: 'OTHER',
      reason: '不是会议请假',
    },
    {
      pattern: /人大代表|党代表|代表大会|大会主席团/u,
      class: 'LAW',
      reason: '代表法定的请假程序',
    },
    {
      pattern: /(?:即可|就行|就成|说一声|不(?:需|用|必)|无需|无须)(?!.{0,20}(?:须|必须|一律))/u,
      class: 'OK',
      reason: '告知即可',
    },
  ],
};
/** Those who cannot come; the words themselves are no ban, though they hold its word. */
const CANNOT_COME = /(?:不能|无法|没法|不可)(?:按时|准时|前来)?(?:到会|参会|参加|出席|与会)/u;
const HURDLE: Wording = {
  ...LEAVE_BARRED,
  view: 'raw',
  when: [together([CANNOT_COME.source, `(?:${PAPER}|${CHIEF_AGREES})`], 44)],
};
/** 一律不批假 forbids the escape and demands that everybody comes. */
const NONE_GRANTED = /(?:一律|一概|概|统统|谁[^,。]{0,4}都)?(?:不批|不准)(?:任何)?假/u;

export const leaveHurdle = defineRule({
  id: 'meeting/leave-hurdle',
  title: '请假刁难',
  basis: [],
  message: '「{quote}」不许请假，或为请假设置手续。',
  suggestion: '改为「不能到会的，告知联系人即可」。',
  cues: '请假 准假 缺席 缺会 离会 假条 假 不能到会 不能参会 不能参加 来不了 离席 离场 退场 因故 无法 不能出席 缺会 报备 与会 走不开',
  saves: 'sign',
  deaf: ['MERGED'],
  examples: {
    bad: [
      '⟦会议期间原则上不得请假⟧。',
      '⟦确需请假的,须凭医院证明并经书记签批⟧。',
      '⟦任何人不得以任何理由缺席⟧。',
      '除重病住院外,⟦一律不准假⟧。',
    ],
    good: [
      '有事来不了的,跟联络员说一声就行。',
      '会议请假不需要领导签批。',
      '学生请假由家长向班主任提出。',
      '职工年休假由本人申请。',
    ],
  },
  *find({ statements }) {
    const cannotCome = statements.filter(({ raw }) => CANNOT_COME.test(raw));
    const found = [...matchesIn(statements, LEAVE_BARRED)];
    for (const more of [...matchesIn(cannotCome, HURDLE), ...statements.flatMap((one) => [...noneGranted(one)])]) {
      if (!found.some(({ start, end }) => start < more.end && more.start < end)) found.push(more);
    }
    yield* found;
  },
});

function* noneGranted(statement: Statement): Iterable<Match> {
  const found = NONE_GRANTED.exec(statement.raw);
  if (!found) return;
  const at = statement.start + found.index;
  const clause = statement.clauses.find(({ start, end }) => start <= at && at < end);
  if (clause?.stance !== 'prohibit') return;
  const { start, end } = wholeClauses(statement.raw, { start: found.index, end: found.index + found[0].length });
  yield { start: statement.start + start, end: statement.start + end };
}
