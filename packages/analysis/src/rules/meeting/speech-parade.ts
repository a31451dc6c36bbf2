import { NUMBER } from '../phrases.ts';
import { defineRule } from '../rule.ts';
import { pattern, wording } from '../wording.ts';

const PLEDGE = '(?:表态|表决心|承诺式?发言|立军令|表态性?发言|作表态|作承诺|表忠心|宣读承诺|立下军令)';

export const speechParade = defineRule({
  id: 'meeting/speech-parade',
  title: '表态发言堆砌',
  basis: ['provisions-2024.meeting-length'],
  message: '「{quote}」用轮流表态占去会议时间。',
  suggestion: '不安排表态发言；只请一两家讲具体做法和困难。',
  cues: '表态 表决心 承诺 立军令 军令状 表忠心',
  saves: 'attend',
  examples: {
    bad: ['⟦会上由十二个镇依次作表态发言,每家五分钟⟧。', '⟦七位院长先后登台表决心⟧。'],
    good: ['不安排表态发言,讲完就散。', '请三个村各讲一个实例,讲清怎么办成的。', '表态多、行动少,是作风不实的老毛病。'],
  },
  find: wording({
    view: 'announced',
    when: [
      pattern(
        `(?:由|请)?[^□。;,:]{0,8}?(?:${NUMBER}[个位名家]|各[镇乡村校站县单部]|[甲乙丙丁]{2,}|逐[个家一])[^□。;]{0,24}?${PLEDGE}[^□。;]{0,4}(?:,每[家人位][^□。;,]{0,8})?`,
        `(?:依次|轮流|先后|逐一|逐个|分别|一一|挨个)[^□。;,]{0,12}?${PLEDGE}`,
        `${PLEDGE}[^□。;]{0,10}?(?:依次|轮流|先后|逐一|每[家人位])[^□。;,]{0,8}`,
      ),
    ],
    unless: [
      { pattern: /不安排|不作表态|取消|免去/u, class: 'NEG', reason: '不安排表态' },
      /宣誓|入党|新党员|婚礼|竞选|竞聘/u,
    ],
  }),
});
