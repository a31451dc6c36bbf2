import { countMeasures } from '../../lineage/targets/local-measures.ts';
import { defineRule } from '../rule.ts';

export const noLocalMeasure = defineRule({
  id: 'lineage/no-local-measure',
  title: '无本地措施',
  basis: ['provisions-2024.copying'],
  message: '{measures}条措施里只有{local}条写明本地由谁、在哪、花多少钱或何时做；从「{quote}」读起。',
  suggestion: '每条措施写上本地的单位、地点、经费或日期；写不出的，按上级来文执行，不必另发。',
  options: {
    share: { default: 0.2, source: 'house', meaning: '写明本地单位、地点、经费或日期的措施所占比例，低于它即报告' },
    least: { default: 4, source: 'house', meaning: '措施少于这个条数的文件不看' },
  },
  saves: 'relay',
  examples: {
    bad: [
      '各县要排查隐患，备足物资，做好宣传。⟹⟦各村要加强隐患排查⟧。各村要强化物资储备。各村要推进宣传教育。各村要完善应急预案。各村要健全值班制度。',
    ],
    good: [
      '各县要排查隐患，备足物资，做好宣传。⟹水务站5月10日前换好老街的水泵。卫生院留三张床位。派出所李所长每周五到渡口值守。镇财政出两万元买救生衣。',
      '各县要排查隐患，备足物资，做好宣传。⟹各村要加强隐患排查。',
    ],
  },
  *find({ superiors, document, statements }, { share, least }) {
    if (superiors.length === 0) return;
    const { measures, local } = countMeasures(document);
    const first = statements.find(({ modality }) => modality > 0);
    if (!first || measures < least || local >= share * measures) return;
    yield { start: first.start, end: first.end, data: { measures, local } };
  },
});
