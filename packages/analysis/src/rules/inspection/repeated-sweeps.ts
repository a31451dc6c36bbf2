import { INSPECTION, NUMBER } from '../phrases.ts';
import { defineRule } from '../rule.ts';
import { pattern, wording } from '../wording.ts';

const FULL =
  '(?:全覆盖|拉网式?|一[村户家座校个处]不[落漏]|不漏一[村户家座校个处]|遍遍|逐[村户校家座]过筛|全跑到|全部走到|一个不落|不留死角|地毯式|过筛子|全面覆盖|每一[座个家户处])';
const ROUNDS = `(?:${NUMBER}\\s*(?:轮|遍|回|次)(?:以上)?|多轮|多轮次|轮番|反复|第[二三四]轮|滚动|循环|回马枪)`;

export const repeatedSweeps = defineRule({
  id: 'inspection/repeated-sweeps',
  title: '多轮全覆盖',
  basis: ['chengdu-2025'],
  message: '「{quote}」反复多轮或全覆盖检查。',
  suggestion: '一年一次综合检查，抽样进行，查过的不再查。',
  cues: '轮 遍 全覆盖 拉网 反复 滚动 回马枪 不少于 过筛 地毯式',
  saves: 'receive-inspection',
  examples: {
    bad: [
      '⟦年底前组织三轮拉网式督导⟧,逐村过筛。',
      '⟦对沿街商铺每月至少全覆盖检查两轮⟧。',
      '⟦年底前对每座公厕走查四遍以上⟧,一座不漏。',
    ],
    good: [
      '每家企业全年检查不超过一次。',
      '不搞全覆盖、多轮次检查。',
      '全年看一次,错过不补。',
      '疫苗要打三轮才算全程。',
      '不定期看看。',
    ],
  },
  find: wording({
    view: 'announced',
    when: [
      pattern(
        `${ROUNDS}[^□。;]{0,20}?(?:${FULL})[^□。;,]{0,8}?(?:${INSPECTION})?`,
        `(?:${FULL})[^□。;,]{0,8}?${INSPECTION}[^□。;,]{0,6}?${ROUNDS}`,
        `${INSPECTION}[^□。;,]{0,10}?(?:不少于|至少)?${ROUNDS}[^□。;]{0,10}?(?:${FULL})?(?=[,。;]|以上|$)`,
        `(?:反复|轮番|滚动|循环|杀回马枪)[^□。;]{0,24}?(?:不少于|至少)?(?:${NUMBER}\\s*[次轮遍])`,
        `(?:组织|开展|进行)${NUMBER}轮[^□。;,]{0,12}?${INSPECTION}`,
        `第一轮[^□。;]{0,14}?第二轮[^□。;]{0,30}`,
        `${INSPECTION}[^□。;,]{0,6}?(?:一[月周旬]一?遍|[每一][月周旬][两三四二\\d]+[轮遍次])`,
      ),
    ],
    unless: [
      { pattern: /不超过|不搞|只查一次|不再复查|看一次|不得/u, class: 'NEG', reason: '控制检查次数' },
      /疫苗|接种|消杀|施肥|喷药|浇水|谈判|投标|报价|面试|考试|排练|由[^,。]{0,8}(?:物业|保洁)|自查/u,
    ],
  }),
});
