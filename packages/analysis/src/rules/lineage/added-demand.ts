import { defineRule } from '../rule.ts';

export const addedDemand = defineRule({
  id: 'lineage/added-demand',
  title: '新增要求',
  basis: ['provisions-2024.follow-up'],
  message: '「{quote}」是上级文件里没有的要求。',
  suggestion: '说明为什么本级要加这一条、由谁承担多少小时；说不出的，删去。',
  saves: 'other',
  examples: {
    bad: ['各县请于6月底前报送防汛责任人名册。⟹各村请于6月底前报送防汛责任人名册。⟦各村每天在工作群上传巡查照片⟧。'],
    good: [
      '各县请于6月底前报送防汛责任人名册。⟹各村请于6月底前上报防汛责任人名册。',
      '各县请于6月底前报送防汛责任人名册。⟹各村不必在工作群上传巡查照片。',
      '各县请于6月底前报送防汛责任人名册。⟹水务站替各村换好排水泵，各村报送防汛责任人名册。',
    ],
  },
  *find({ superiors, document }) {
    const [first, ...others] = superiors;
    if (!first || document.unreadable) return;
    for (const { start, end } of first.added) {
      // Several superiors: what one of them wants is not added here.
      if (others.every(({ added }) => added.some((demand) => demand.start < end && start < demand.end)))
        yield { start, end };
    }
  },
});
