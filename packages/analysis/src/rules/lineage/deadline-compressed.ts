import { defineRule } from '../rule.ts';

export const deadlineCompressed = defineRule({
  id: 'lineage/deadline-compressed',
  title: '时限压缩',
  basis: [],
  message: '「{quote}」只给基层留下上级所给时间（“{above}”）的{percent}%。',
  suggestion: '把期限放到上级的日期之前一两个工作日，汇总的时间从本级省出来。',
  options: {
    ratio: { default: 0.5, source: 'house', meaning: '留给基层的工作时间占上级所给的比例，低于它即报告' },
  },
  saves: 'other',
  examples: {
    bad: ['各县（市）请于收到本通知后十个工作日内报送危房台账。⟹各村请于⟦收到本通知后两个工作日内⟧报送危房台账。'],
    good: [
      '各县（市）请于收到本通知后十个工作日内报送危房台账。⟹各村请于收到本通知后八个工作日内报送危房台账。',
      '各县（市）请于收到本通知后五个工作日内报送危房台账。⟹各村请于收到本通知后十个工作日内报送危房台账。',
      '各县（市）请于收到本通知后十个工作日内报送危房台账。⟹镇财政所两个工作日内把工钱打到村民卡上。',
    ],
  },
  *find({ superiors }, { ratio }) {
    for (const superior of superiors) {
      for (const squeezed of superior.squeezed) {
        if (squeezed.ratio >= ratio) continue;
        const { start, end } = squeezed.subordinate;
        const data = { percent: Math.round(squeezed.ratio * 100), above: superior.superiorQuote(squeezed.superior) };
        yield { start, end, data };
      }
    }
  },
});
