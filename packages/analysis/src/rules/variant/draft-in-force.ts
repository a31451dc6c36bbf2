import type { Span } from '../../document/stance.ts';
import type { Statement } from '../../document/statements.ts';
import { evidenceIn, spanOf } from '../evidence.ts';
import { defineRule, type Match, type Reading } from '../rule.ts';
import { clearedBy, pattern, wholeClauses, type Wording } from '../wording.ts';

/** A text that nobody has issued yet, by its name or by where it stands on its way. */
const DRAFT =
  '(?:(?:征求意见|征求|意见|讨论|送审|送签|会签|报批|报审|审议|代拟|修改|修订|草案|内部|过渡|临时|未盖章|没盖章|上会|起草|底|初|草)(?:的)?稿(?![件费酬酒纸])|(?:送审|送签|会签|报批|报审|讨论|审议|修订|过渡|临时|内部|未盖章|没盖章|没定稿)(?:的)?版本?|草案|[没未]定稿|(?:这个|这份|该|此|按|照|把)稿子?|稿子|(?:尚在|还在|正在|尚处|仍在|在)(?:走|履行)?[^□。;,]{0,4}?(?:会签|签批|报批|审签|审批|审核|审定|排版|印刷|修改|征求意见|走(?:程序|流程))|(?:尚未|还没有?|没有?|暂未|未经?|虽未|未曾)(?:正式)?(?:印发|下发|发文|出台|会签|审定|盖章|定稿|签发|公布|批复|批下来|下来|套红|编号|挂网)|(?:正式)?(?:文件|红头|正文|文号|通知|方案|办法)[^□。;,]{0,4}?(?:后补|随后|晚[点些]|改天|迟[点些]|没[到下印]|未[到下印]|(?:印发|下发|出台|下来|到|定稿|批复)(?:之)?前)|(?:定稿|印发|下发|发文|批复|审定|出台|成文)(?:之)?前)';
/** That it is to be worked by all the same. */
const IN_FORCE =
  '(?:视同|视作|视为(?:正式|生效|下发)|等同|作为(?:正式|执行|考核|工作|操作)|操作|操办|遵照|照此|照着|先(?:行)?(?:照|按|干|做|办|用|试|推|抓|动|落实|执行|启动|铺开|跑)|(?:暂|先)?(?:按照?|依照?|(?<![护拍对])照(?![片相顾明])|参照|比照|对照|对标)[^□。;,]{0,12}?(?:办理|办|执行|落实|推进|推开|实施|运行|考核|考评|准备|做|干|开展|部署|整改|验收|掌握|运作|操作|抓|布置|填报?|上报)(?!方案|意见|修改|法)|(?<![可不])执行(?!力|人|董事|法院|标准)|试用|试运行|试行(?!稿|办法|\\))|(?:先行?|开始|[日月]起|即起|即日起|同步|全面|正式|继续)[^□。;,]{0,4}?(?:实施|施行)|启用|起用|用着|用起来|干起来|动起来|跑起来|落实(?:到位|下去|起来)|抓起来|运行|推开|铺开|先行先试|提前(?:对照|介入|启动|落实|推进))';

export const draftInForce = defineRule({
  id: 'variant/draft-in-force',
  title: '稿子当文件',
  basis: [],
  message: '「{quote}」拿没有印发的稿子要求执行。',
  suggestion: '等正式印发后再执行，时限从印发之日算起；稿子只用来征求意见。',
  saves: 'other',
  examples: {
    bad: [
      '⟦报批稿先用着⟧,各所下周起照此考核。',
      '⟦讨论稿已发到各站,就照这个推开⟧。',
      '⟦方案虽是初稿,请各社区按初稿先行推开⟧。',
      '⟦管理细则(讨论稿)自7月1日起试运行⟧。',
      '⟦文件还没盖章,先按发下来的版本落实⟧。',
    ],
    good: [
      '征求意见稿请于周五前反馈意见,不作执行依据。',
      '不得拿讨论稿布置任务。',
      '条例草案提请常委会第二次审议。',
      '发言稿不超过八百字。',
      '初稿经修改后另行印发,印发后执行。',
    ],
  },
  find: findDraftsInForce,
});

const DRAFTED = [pattern(DRAFT)];
const FORCED = pattern(IN_FORCE);
const UNLESS: NonNullable<Wording['unless']> = [
  /演讲稿|发言稿|稿件|稿费|投稿|撰稿|手稿|决算|文书初稿|发布实施|(?:(?<!办)法|条例|法律|预算|决议|议案)[^,。]{0,4}草案|草案[^,。]{0,10}(?:听证|通过|讨论|审议|表决|提请)|听证会|设计初稿|论文|剧本|常委会|公开征求|为指导|图纸|施工图|合同|排练|设计(?:院|师|稿)|(?:通过|批准|审定|同意|定稿|批复|印发)(?:之)?后(?:再|方可|方|才|施行|实施|执行|印发|,再)/u,
  {
    pattern:
      /仅供|只(?:求|征求)|印发后(?:再)?(?:执行|施行|实施)|正式印发(?:之日|后)|以正式(?:文件|印发)[^,。]{0,4}为准|不(?:作|必|用)/u,
    class: 'OK',
    reason: '只征求意见',
  },
];
/** Further apart, the order is about something else. */
const REACH = 60;

/** That a draft lies there may be told as done; that it is to be worked by must be an order. */
function* findDraftsInForce({ statements }: Reading): Iterable<Match> {
  for (const { statement, span } of evidenceIn(statements, 'raw', DRAFTED)) {
    const forced = spanOf(FORCED.exec(statement.imposed));
    if (forced === null) continue;
    const found = { start: Math.min(span.start, forced.start), end: Math.max(span.end, forced.end) };
    if (found.end - found.start > REACH) continue;
    yield matchOf(statement, found);
  }
}

function matchOf({ raw, start }: Statement, found: Span): Match {
  const clauses = wholeClauses(raw, found);
  const span = { start: start + clauses.start, end: start + clauses.end };
  const cleared = clearedBy(raw, UNLESS);
  return cleared ? { ...span, cleared } : span;
}
