import { readNumber } from '../../document/numerals.ts';
import { defineRule, type Match, type Reading } from '../rule.ts';
import { matchesIn, pattern, type Wording } from '../wording.ts';

const STOPPED =
  '(?:解散|停用|废止|撤销|叫停|下架|取消|停报|停止|停收|砍掉|关停|清退|已停|停掉|停了|停《|[月初]停|原(?:来的?|有的?|定的?)?|旧|(?<=》)停|上[月年季]?[^。;,]{0,4}?停)';
const RENAMED =
  '(?:另建|重建|新建|改称|改名|更名|换名|换个名|换成|换为|改叫|改成|改为|改用|以[^。;,]{0,20}?(?:名义|名称|形式)|恢复|搬进|搬到|并入|装进|移入|迁移?(?:到|至)|转到|移到|变身|另起|重新启用|再启用|重新上线|再次上线|续[用报填]|新发|又发|再发|[月年]发)';
const SAME =
  '(?:栏目|格式|内容|字段|指标|功能|表样|项目|栏|样式|口径|要求|做法)[^。;,]{0,6}?(?:照旧|不变|未变|未动|未改|没变|没动|一致|相同|同名|如旧|依旧|一样|沿用|一字不差|没改|基本不变|原样|保留)|一字不[差改]|原样(?:照搬|保留|填报)|同样的[^。;,]{0,14}?(?:功能|内容|栏目|要求|字段)|还是(?:那|原来|老|这)[^。;,]{0,4}?(?:栏目|内容|格式|指标|表)?|换汤不换药|照旧|照搬|照样[^。;,]{0,6}?[交报填]|填的还是|照[交报填]';
/** Seventeen of twenty columns the same. */
const SHARE =
  /([\d一二三四五六七八九十]+)(?:栏|项|列|个字段|个指标)(?:中|有|里|内)[^。;,]{0,3}?([\d一二三四五六七八九十]+)(?:栏|项|列|个)/u;

const RENAMINGS: Wording = {
  view: 'raw',
  when: [
    pattern(
      `${STOPPED}[^。;]{0,30}?${RENAMED}[^。;]{0,30}?(?:${SAME})`,
      `${STOPPED}[^。;]{0,24}?(?:${SAME})[^。;]{0,14}?${RENAMED}[^。;,]{0,14}`,
    ),
  ],
  unless: [
    {
      pattern: /(?:不得|严禁|禁止|防止|不准|不许|杜绝|避免)[^,。]{0,10}(?:换|改|恢复|变相|死灰|另起)/u,
      class: 'NEG',
      reason: '禁止换名恢复',
    },
    {
      pattern: /(?:有的|一些|个别|所谓)[^。]{0,20}(?:改头换面|换名|换个名|改名)/u,
      class: 'DESC',
      reason: '讲的是现象',
    },
    {
      pattern: /只(?:留|填|保留)|减(?:为|至|到)|精简(?:为|到|至)|压缩(?:为|到|至)/u,
      class: 'OK',
      reason: '栏目已减少',
    },
    /商标|配方|产品|自动迁移|无需重复|食堂|餐厅|市场|老字号|店|公司更名|学校更名|地名|村名|路名|复业|开张|人名|曾用名/u,
  ],
};

/** The two numbers of 二十栏有十八栏未变, with everything between the old form and the new. */
const COUNTED: Wording = {
  ...RENAMINGS,
  when: [pattern(`${STOPPED}[^。;]{0,30}?${RENAMED}[^。;]{0,20}?${SHARE.source}[^。;,]{0,8}`)],
};

export const revived = defineRule({
  id: 'variant/revived',
  title: '换名复活',
  basis: ['provisions-2024.evasion'],
  message: '「{quote}」停掉的表或应用换个名字又回来了。',
  suggestion: '确有新用途的只保留新增的几栏，能从已有数据取的不再填；否则一并停用。',
  cues: '解散 停 废止 撤销 叫停 下架 取消 砍掉 清退 原 旧',
  options: {
    similarity: { default: 0.6, source: 'house', meaning: '新旧两表相同栏目占旧表栏目的比例，达到即算换名复活' },
  },
  register: '表单与应用登记',
  saves: 'fill',
  examples: {
    bad: [
      '⟦原《渔船周报》已停,改为《渔船动态卡》,项目未改⟧,请各队接着填。',
      '⟦上半年叫停的"路长日记"以"路长随手记"形式恢复,内容照搬⟧。',
      '⟦6月废止《塘口月表》,8月发《塘口画像》,二十项中十六项同名⟧。',
      '⟦"村社通"下架后,同样的打卡功能装进"新村社"⟧。',
    ],
    good: [
      '旧表一律停用,不得换名再发。',
      '《塘口月表》废止,改为《塘口画像》,二十项中三项同名。',
      '旧台账取消,新表只留三栏。',
      '原县幼儿园更名为实验幼儿园,地址不变。',
      '有的报表停了又换名回来。',
    ],
  },
  find: findRevived,
});

function* findRevived({ statements }: Reading, { similarity }: { readonly similarity: number }): Iterable<Match> {
  for (const statement of statements) {
    const share = sharedColumns(statement.raw);
    if (share !== null && share < similarity) continue;
    yield* matchesIn([statement], share === null ? RENAMINGS : COUNTED);
  }
}

/** The share of old columns that stay, 0 to 1; null when the text does not count them. */
function sharedColumns(text: string): number | null {
  const [, all = '', kept = ''] = SHARE.exec(text) ?? [];
  const total = readNumber(all);
  const same = readNumber(kept);
  return total === null || same === null || total === 0 ? null : same / total;
}
