import { defineRule } from '../rule.ts';
import { together, wording } from '../wording.ts';

const LAYOUT = '(?:表样|模板|样表|表式|格式|表格|报表|版本|模版|口径|表头|栏目|列|原表|表)';
/** A layout that has changed. */
const CHANGED = `(?:新[版表格模样式口]|旧[版表]|老[版表]|第[二三四五六\\d]+[版稿次]|修订版|最新[版的]|改版|V\\d|\\d\\.\\d版|${LAYOUT}[^□。;,]{0,8}?(?:改|变|调整|更新|换|错|作废|新增|增加|停用|升级|不用了)|(?:更换|换|改|调整|修改|更新|新增|增加)[^□。;,]{0,6}?${LAYOUT}|因[^□。;,]{0,8}?(?:增加|新增|调整))`;
/** What has been handed in already. */
const DONE =
  '(?:已[报填交提][^□。;,]{0,2}|已上报|报过|填过|交过|前[天期][交报填]|昨[天日](?:发|报|交|填)|原[来先][交报填]|之前[交报填]?|此前|先前|以前的数据|老表|旧件)';
const AGAIN =
  '(?:重新(?:填|报(?!名)|誊|录|抄|整理|上报|做|提交|弄|走)|重[填报做弄交誊]|返工|再来一遍|再[填报交做][^□。;,]{0,3}?[一1][次遍份]|改填|誊|转填|补填|退回重|推倒重来|从头(?:再)?填|按新的来)';

export const templateChurn = defineRule({
  id: 'report/template-churn',
  title: '模板反复改',
  basis: [],
  message: '「{quote}」因表样变了要重新填报。',
  suggestion: '表样一年一版；改了表样，旧数据由发文单位迁移。',
  cues: '重新 重填 重报 重弄 重做 重交 返工 再来一遍 再填 再报 再交 再做 改填 誊 转填 补填 退回重 推倒 从头 新的来',
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
    // Not what is imposed: 已报的单位重新报 reads as a report to the stance layer.
    view: 'raw',
    when: [together([`(?:${CHANGED}|${DONE})`, AGAIN], 44)],
    unless: [
      {
        pattern: /无需|不得|严禁|禁止|不(?:用|必|需|需要|再)?重[填报新]|自动迁移|有的|动辄|尚未填写|无奈|折腾|所谓/u,
        class: 'NEG',
        reason: '写明不重填',
      },
      /作业|论文|考卷|试卷|学生(?!资助|名册)|申请人|驾驶证|投稿|作者|系统(?:里|中|内)?重填/u,
    ],
  }),
});
