import { defineRule } from '../rule.ts';
import { matchesIn, pattern, together, type Wording } from '../wording.ts';

const PRAISE =
  '(?:(?:媒体|报纸|电视|央视|省报|市报|县台|电台|公众号|头条|学习强国)[^□。;,]{0,6}?(?:发|登|播|上|用)|批示|批转|圈阅|签批|表扬|肯定(?=性|的|,|$)|推介|(?:经验|做法)[^□。;,]{0,8}?推广|(?:信息|简报|专报|经验|做法|稿件|案例|稿子)[^□。;,]{0,16}?(?:采用|采纳|转发)|领导[^□。;,]{0,6}?(?:签|点头|称赞|叫好)|入选[^□。;,]{0,8}?(?:汇编|案例|典型)|简报登|被[^□。;,]{0,16}?(?:采用|推介|转发|报道|刊用)|刊[发用登载]|登[上载]|上稿|见报|转载|报道|宣传推介|媒体|央媒|党报|报刊|头版|首页|新闻联播|电视台|上了?(?:央视|省台|市台|县台|省报|市报|学习强国|头条|电视|报纸)|经验交流|交流发言|发文推广|现场会|典型发言|大会发言|新华社|人民日报|媒体点赞)';
const AMOUNT = '(?:\\d+(?:\\.\\d+)?|[零一二两俩三四五六七八九十半]+(?:点[一二三四五六七八九])?)';
const BONUS = `(?:(?:加|记|计|奖|给|添|得|顶|抵|多?算|值|抵扣|折[算合]?|提|涨|升|另加|补|赚)[^□。;,]{0,8}?${AMOUNT}(?:个)?分?(?![年月日个次件钟天篇])(?=分|[,。;]|$)|多[发给拿][^□。;,]{0,6}?${AMOUNT}|发奖金|加分|奖励?分|赋分|抵扣|折[算合]|[记得算]满分|上浮|晋[一1]?[档级]|优秀等次|直接(?:评|定|晋)|奖励性|(?:级|篇|件|条|次)[:\\s]?${AMOUNT}分|直接入围|(?:优先|直接)评优|评优[^□。;,]{0,4}?入围)`;

const OTHERWISE: Wording['unless'] = [
  { pattern: /不作为|不得以|取消[^,。]{0,8}加分|不加分/u, class: 'NEG', reason: '写明不加分' },
  /考生|稿酬|稿费|论文评审|学生|笔试|特长生|职称/u,
];
const PRAISED: Wording = {
  view: 'announced',
  when: [together([PRAISE, BONUS], 40), pattern('宣传(?:报道)?加分', `加分项[^□。;]{0,6}?[:：][^□。]{0,30}?${PRAISE}`)],
  unless: OTHERWISE,
};
/** 上了央视的记十分 sounds like a report and sets a price: it is looked for in the sentence as written. */
const ONCE_PRAISED: Wording = {
  view: 'raw',
  when: [pattern(`${PRAISE}[^□。;]{0,12}?的[^□。;]{0,10}?(?:加|记|计|奖|抵扣?)[^□。;,]{0,10}?${AMOUNT}(?=分|[块元])`)],
  unless: [/不|取消|有的|一些|去年|曾|严禁|一律停/u, ...OTHERWISE],
};

export const bonusForPraise = defineRule({
  id: 'inspection/bonus-for-praise',
  title: '批示加分',
  basis: ['provisions-2024.traces'],
  message: '「{quote}」凭领导批示、媒体报道加分。',
  suggestion: '加分项只看办成的事和群众评价。',
  saves: 'receive-inspection',
  examples: {
    bad: [
      '⟦获市领导肯定性批示的,每次加2分⟧。',
      '⟦经验被省级简报采用加3分⟧。',
      '⟦经书记圈阅一次,折算考评0.5分⟧。',
      '⟦典型做法获部委推介的,直接评定为优秀等次⟧。',
    ],
    good: [
      '领导批示、媒体报道不作为加分项。',
      '不得以批示圈阅作为考核加分依据。',
      '投稿刊用的,报社付稿酬。',
      '该所做法去年获省领导批示。',
      '少数民族考生按规定加分。',
      '促进成果推广,优先支持转化项目。',
    ],
  },
  *find({ statements }) {
    const found = [...matchesIn(statements, PRAISED)];
    for (const more of matchesIn(statements, ONCE_PRAISED)) {
      if (!found.some(({ start, end }) => start < more.end && more.start < end)) found.push(more);
    }
    yield* found;
  },
});
