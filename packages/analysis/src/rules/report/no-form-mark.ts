import { defineRule } from '../rule.ts';
import { matchesIn, pattern } from '../wording.ts';

const MARK = '(?:表号|制定机关|批准文号|备案文号|批准机关|文号|备案号|有效期|四项标志|三项标志|法定标志)';
const FORM_NAME =
  /《[^》]{2,30}(?:表|台账|名册|清册|登记簿|调查卷|问卷)》|[\p{Script=Han}]{2,20}(?:调查表|统计表|摸底表|登记表|排查表|报表|汇总表)/u;
const FILLED = /填|报|表头|收集|采集|登记/u;
const FILL_LABELS = /填报单位|填表人|报送频率|填报日期|填表单位|单位负责人/u;
const BY_CHOICE = /住户|居民申请|申请表|报名表|申领|顾客|患者|学生|参赛/u;

export const noFormMark = defineRule({
  id: 'report/no-form-mark',
  title: '表无标志',
  basis: ['stat-law.15', 'stat-post.17'],
  message: '「{quote}」缺少表号、制定机关、批准（备案）文号或有效期限。',
  suggestion: '补齐四项标志并在有效期内使用；补不齐的不下发。',
  cues: '表 名册 台账',
  saves: 'fill',
  examples: {
    bad: [
      '⟦请填报附件《民宿情况摸底表》(表头无表号、无批准文号)⟧。',
      '⟦《冷库存量调查表》未标有效期⟧,仍请各镇如实填写。',
      '附件《粪污去向调查表》,⟦表头只印单位名⟧。',
    ],
    good: [
      '没有表号和有效期的调查表,基层有权拒填。',
      '右上角四项齐全、未过期的抽样表。',
      '居民办证申请表在窗口免费领取。',
      '前两年无表号的报表已清退八十七张。',
    ],
  },
  *find({ statements, document }) {
    const lacking = statements.filter(({ raw }) => !/有权拒|可(?:以)?拒|清退|废止|不得|严禁/u.test(raw));
    const said = matchesIn(lacking, {
      view: 'raw',
      when: [
        pattern(
          `(?:未标|未注|未印|未列|无|没有|缺|没印|没写|不见|未注明|未标注)[^□。;,]{0,6}?${MARK}`,
          `${MARK}[^□。;,]{0,6}?(?:栏)?(?:空白|空着|缺失|未填|为空|没有)`,
          '表头[^□。;,]{0,6}?(?:只|仅)(?:印|写|有|标)[^□。;,]{0,10}',
          '右上角(?:为)?(?:空白|空着|没有)',
        ),
      ],
      unless: [{ pattern: /^(?:没有|无)[^,。]{0,16}的(?:调查|报|表)/u, class: 'DESC', reason: '说的是一类表' }],
    });
    let found = false;
    for (const match of said) {
      found = true;
      yield match;
    }
    if (found) return;
    for (const form of document.forms) {
      const text = document.text.slice(form.start, form.end);
      if (document.formMarks.length >= 4 || BY_CHOICE.test(text) || !FILL_LABELS.test(text)) continue;
      const title = FORM_NAME.exec(text);
      if (title && FILLED.test(text))
        yield { start: form.start + title.index, end: form.start + title.index + title[0].length };
    }
  },
});
