import { COPIED_TOO_MUCH, type Passage } from '../../lineage/copying/copied-share.ts';
import { rounded } from '../../lineage/compare.ts';
import { defineRule } from '../rule.ts';

export const copied = defineRule({
  id: 'lineage/copied',
  title: '上下一般粗',
  basis: ['provisions-2024.copying'],
  message: '正文有{percent}%的文字出自上级文件，如「{quote}」。',
  suggestion: '与上级相同的内容写“按来文执行”并附查阅地址，只写本地由谁、何时、怎么做；没有可写的，不发。',
  options: {
    share: { default: COPIED_TOO_MUCH, source: 'house', meaning: '出自上级文件的字数占正文的比例，达到即报告' },
  },
  saves: 'relay',
  deaf: ['DESC'],
  examples: {
    bad: [
      '各县要在汛前对病险水库、低洼路段和地质灾害点逐一排查，列出清单，明确包保责任人。⟹⟦各镇要在汛前对病险水库、低洼路段和地质灾害点逐一排查，列出清单，明确包保责任人。⟧',
      '编织袋、救生衣、发电机等物资要前置到乡镇，由专人保管，每季度盘点一次，缺少的限期补齐。⟹⟦编织袋、救生衣和发电机等物资前置到村，由专人保管，每季度盘点一次，缺少的限期补齐。⟧',
    ],
    good: [
      '各县要在汛前对病险水库、低洼路段和地质灾害点逐一排查，列出清单，明确包保责任人。⟹老街的排水泵由水务站五月十日前换好，钱从镇财政出。',
      '各县要在汛前对病险水库、低洼路段和地质灾害点逐一排查，列出清单，明确包保责任人。⟹现将来文转发给你们，请结合实际抓好落实。',
      '各级各部门要提高政治站位，加强组织领导，确保各项工作落到实处。⟹各级各部门要提高政治站位，加强组织领导，确保各项工作落到实处。',
    ],
  },
  *find({ superiors }, { share }) {
    for (const { copied: found } of superiors) {
      const shown = longest(found.passages.filter(({ kind }) => kind === 'copied'));
      if (shown === null || found.copiedShare < share) continue;
      yield { start: shown.start, end: shown.end, data: { percent: Math.round(rounded(found.copiedShare) * 100) } };
    }
  },
});

function longest(passages: readonly Passage[]): Passage | null {
  return passages.reduce<Passage | null>(
    (best, passage) => (best !== null && best.end - best.start >= passage.end - passage.start ? best : passage),
    null,
  );
}
