import { defineRule } from '../rule.ts';
import { pattern, together, wording } from '../wording.ts';

const PLEDGE =
  '(?:表态|表决心|表个态|承诺式?发言|立(?:下)?军令|亮承诺|作承诺|作出承诺|宣读承诺|表忠心|发言[^□。;]{0,8}?(?:讲|谈)(?:认识|决心))';
/** More than two speakers, or much of the time. */
const MANY =
  '(?:(?:\\d{2,3}|[3-9]|[三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?)[个位名家所](?!小时)|共\\d+[家个人]|各[^□。;,]{1,6}?(?=表态|表决心|依次|分别|轮)|逐[个家一镇局村校人]|依次|轮流|轮番|先后|逐一|分别|一一|挨个|按顺序|接连|一个不落|占(?:用|去)?[^□。;,]{0,4}(?:一半|一小时|半|三分之|\\d+分钟)|全部用于|每[人家位][^□。;,]{0,4}分钟|(?:代表、[^□。;,]{1,8}){3,}|[(]\\d+[人家][)])';

export const speechParade = defineRule({
  id: 'meeting/speech-parade',
  title: '表态发言堆砌',
  basis: ['provisions-2024.meeting-length'],
  message: '「{quote}」用轮流表态占去会议时间。',
  suggestion: '不安排表态发言；只请一两家讲具体做法和困难。',
  cues: '表态 表决心 承诺 立军令 军令 表忠心 表个态 决心',
  saves: 'attend',
  examples: {
    bad: ['⟦会上由十二个镇依次作表态发言⟧,每家五分钟。', '⟦七位院长先后登台表决心⟧。'],
    good: ['不安排表态发言,讲完就散。', '请三个村各讲一个实例,讲清怎么办成的。', '表态多、行动少,是作风不实的老毛病。'],
  },
  find: wording({
    view: 'announced',
    when: [together([PLEDGE, MANY], 44), pattern('先表态,[^□。;]{0,12}?再表态', '逐[镇局村校][^□。;,]{0,2}?表态')],
    unless: [
      { pattern: /不安排|不作表态|取消|免去/u, class: 'NEG', reason: '不安排表态' },
      /宣誓|入党|新党员|婚礼|新郎|竞选|竞聘|竞职|候选人|排名|后[两三]名|电视台/u,
    ],
  }),
});
