/** Duties told by what befalls those who fail in them: 没打卡的算缺勤, 轨迹不得中断. To the stance layer they sound like bans. */
import type { Match, Reading } from './rule.ts';
import { matchesIn, pattern, type Wording } from './wording.ts';

/** What befalls them, unless it is spared them. */
const BEFALLS =
  '(?<![不免])(?:视为|视同|等于|算(?!了|数)|就是|不算|不作数|不认|不收|不得(?:评|参评|分|享受|领|参加)|不予|不[让许准]|退回|按[^。;,]{0,8}?(?:处理|统计|计(?!划)|算|没|未|缺|旷)|扣|通报|约谈|点名|(?:作|写|来|上)?(?:说明|检讨|检查(?!组))|解释|补上|问责|追责|脱岗|缺勤|旷工|名单|列名|公布|自己(?:负责|想)|责任自负|表态)';
const FAILING = '(?<![从并毫])(?:不(?![得可能许准会用需必看查再要])|没有?|未|漏|缺(?!点)|少|断)';
/** A ban on failing, which is the duty itself. */
const KEPT_UP =
  '(?:不[可能得许准](?:有|再|出现)?|别|莫|切勿|严禁|一律不得)[^。;,以因对向把将要搞在]{0,2}?(?:中断|间断|断|少(?!数)|缺|漏|停(?!车|放)|掉到|掉队|低于|不(?![得可能许准])|无|没有|留白|空着|落下)';
/** Who bans, pities, remembers or asks lays no duty on anybody. */
const NO_THREAT =
  /不得以|不准以|不许以|不因|不再|不影响|无关|取消|叫停|停止|停用|废止|严禁(?:要求|以|把)|禁止|有的|有些|一些|某|以前|过去|曾|往年|所谓|苦|形式主义|恳请|请求|您|患者|病人|乘客|游客|考生|学生|用户|顾客|居民可|自愿|随意|为什么|凭什么|不能[^。;,]{0,8}就|不以|不靠|难道|不扣|不罚|不通报|不评比|不考核/u;

/** As `wording`, and where the duty of `thing` is told by a threat or by a ban on failing in it. */
export function wordingOrThreat(thing: string, table: Wording): (reading: Reading) => Iterable<Match> {
  const threats: Wording = {
    ...table,
    view: 'raw',
    when: [
      pattern(
        `${FAILING}[^。;,]{0,6}?${thing}[^。;]{0,16}?${BEFALLS}`,
        `${thing}[^。;,]{0,4}?${KEPT_UP}`,
        `${KEPT_UP}[^。;,]{0,4}?${thing}`,
      ),
    ],
    unless: [NO_THREAT, ...(table.unless ?? [])],
  };
  return function* find({ statements }) {
    const told = [...matchesIn(statements, table)];
    yield* told;
    const silent = withoutMatches(statements, told);
    for (const threat of matchesIn(silent, threats)) if (!threat.cleared) yield threat;
  };
}

/** The statements that none of the matches begins in. Both lists are walked once: a long list has thousands of each. */
function withoutMatches(statements: Reading['statements'], matches: readonly Match[]): Reading['statements'] {
  const starts = matches.map(({ start }) => start).toSorted((one, other) => one - other);
  let next = 0;
  return statements.filter(({ start, end }) => {
    while ((starts[next] ?? Infinity) < start) next += 1;
    return (starts[next] ?? Infinity) >= end;
  });
}
