import { DAILY, WEEKLY } from '../phrases.ts';
import { defineRule } from '../rule.ts';
import { pattern, wording } from '../wording.ts';

const DISPATCH =
  '(?:调度|碰头|会商|研判|例会|讲评|推进会|调度会|碰头会|视频会|专题会|进度会|过堂|开[一1]?[次个趟场回]?[^□。;,]{0,6}?会|会议|点评会|开会|[集开]会)';
const OFTEN = `(?:${DAILY}|${WEEKLY})`;

export const frequentDispatch = defineRule({
  id: 'meeting/frequent-dispatch',
  title: '高频调度',
  basis: [],
  message: '「{quote}」每周或更密地开调度会。',
  suggestion: '进度从系统里看，有问题再开会；例行调度改为按需。',
  cues: '调度 碰头 会商 研判 例会 讲评 推进会 过堂 进度 视频会 专题会 点评 开会 集会',
  saves: 'attend',
  examples: {
    bad: [
      '⟦每周一上午召开调度会⟧,各镇分管领导参加。',
      '⟦春耕进度实行日碰头、周通报⟧。',
      '⟦三天一调度⟧,直到清零。',
      '⟦逢周二、周五各碰头一次⟧。',
    ],
    good: [
      '取消每周例行调度,有事打电话。',
      '调度会由每周一次改为每季度一次。',
      '合唱队每周三晚上排练。',
      '本局班子每周一上午碰头,不通知乡镇。',
      '电力调度中心实行24小时轮班调度。',
    ],
  },
  find: wording({
    view: 'announced',
    when: [
      pattern(
        `${OFTEN}[^□。;]{0,24}?${DISPATCH}`,
        `[日周]${'(?:调度|碰头|会商|讲评|研判|例会)'}`,
        `${DISPATCH}[^□。;,]{0,8}?${OFTEN}[^□。;,]{0,4}?(?:一|1|两|2)?[次回场]`,
        `(?:实行|建立|执行|落实)[^□。;,]{0,6}?(?:周|日|天)[^□。;,]{0,2}?(?:调度|例会|会商|碰头)`,
        '(?:高频|密集|滚动|常态化)(?:次)?调度',
      ),
    ],
    unless: [
      {
        pattern: /改为(?:每)?[季半年按]|由每周[^,。]{0,10}(?:改|调整|减)为|取消|不再|按需/u,
        class: 'NEG',
        reason: '减少调度',
      },
      {
        pattern:
          /水库|电力|电网|燃气|供水|车辆|公交|铁路|航班|流量|台风|暴雨|防汛应急|排练|训练|校准|班子(?:成员)?(?:每周)?[^,。]{0,6}碰头,不/u,
        class: 'OTHER',
        reason: '业务调度，不是开会',
      },
      { pattern: /不通知(?:乡镇|基层|下级)|本局(?:班子|内部)|局内/u, class: 'SELF', reason: '本单位内部' },
    ],
  }),
});
