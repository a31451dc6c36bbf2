import { defineRule } from '../rule.ts';
import { pattern, wording } from '../wording.ts';

const TEMPLATE =
  '(?:表样|模板|样表|表式|格式|新表|新版|表格|报表|版本|模版|第[二三四五六\\d]+版|V\\d|口径|表头|两列|一列|几列|栏目)';
const AGAIN =
  '(?:重新(?:填|报|誊|录|抄|整理|上报|填写|填报|誊写|做)|重填|重报|返工|再来一遍|再填一遍|再报一[次遍]|改填|誊写|誊抄|转填|退回重[填报做]|推倒重来|从头(?:再)?填)';

export const templateChurn = defineRule({
  id: 'report/template-churn',
  title: '模板反复改',
  basis: [],
  message: '「{quote}」因表样变了要重新填报。',
  suggestion: '表样一年一版；改了表样，旧数据由发文单位迁移。',
  cues: '重新 重填 重报 返工 再来一遍 再填 再报 改填 誊写 誊抄 转填 退回重 推倒 从头',
  saves: 'fill',
  options: {
    versions: { default: 1, source: 'house', meaning: '期限内允许的表样版本数' },
    days: { default: 90, source: 'house', meaning: '计算表样版本的天数' },
  },
  examples: {
    bad: [
      '⟦表样有调整,请按新版重新填写⟧,之前交的作废。',
      '⟦模板又更新了,昨天报的要用新模板再来一遍⟧。',
      '⟦第四版表样已下发,前三版内容一律重新誊写⟧。',
      '⟦因新增两列,已报单位须全部返工重报⟧。',
    ],
    good: [
      '新表由系统自动迁移旧数据,无需重填。',
      '表样一年内不变。',
      '旧版作废,尚未填写的直接用新版。',
      '合同范本已更新,供企业参考。',
      '模板支护应由专业施工队安装。',
    ],
  },
  find: wording({
    view: 'raw',
    when: [
      pattern(
        `${TEMPLATE}[^。;]{0,30}?${AGAIN}`,
        `(?:已报|报过|之前|前期|交过|昨天报|原先)[^。;]{0,24}?${AGAIN}`,
        `${AGAIN}[^。;]{0,16}?${TEMPLATE}`,
      ),
    ],
    unless: [
      {
        pattern: /无需|不(?:用|必|需|再)?重[填报新]|自动迁移|不得|严禁|有的|动辄|尚未填写/u,
        class: 'NEG',
        reason: '写明不重填',
      },
      /作业|论文|考卷|试卷|学生|申请人|驾驶证/u,
    ],
  }),
});
