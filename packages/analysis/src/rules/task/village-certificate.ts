import { defineRule } from '../rule.ts';
import { pattern, wording } from '../wording.ts';

const COMMITTEE =
  '(?:村委会|居委会|村\\(?居\\)?委会|村民委员会|居民委员会|社区|村里|村级|各村|村\\(社区\\)|村居|基层组织|所在村|户籍所在村)';
const CERTIFICATE =
  '(?:[\\p{Script=Han}"]{0,12}?证明|健在|在世|亲属关系|无犯罪|婚姻状况|未婚|同一人|产权归属|养犬|收入|居住|死亡|失踪|疾病|残疾|就业|档案|财产|继承|经营场所|遗失|户籍)';
const ISSUE = '(?:出具|开具|开|出|提供|盖章|证明|签章|加盖|开出)';

export const villageCertificate = defineRule({
  id: 'task/village-certificate',
  title: '村级证明',
  basis: ['cert-2020.list'],
  message: '「{quote}」要村（居）委会开不该由它开的证明。',
  suggestion: '由主管部门查库核验，或改用承诺。',
  cues: '证明',
  saves: 'sign',
  examples: {
    bad: [
      '⟦办理补贴须提供村委会出具的未婚证明⟧。',
      '⟦由居委会证明其无犯罪记录⟧,方可上岗。',
      '⟦申领助餐补贴的老人,凭居委会所开健在证明办理⟧。',
      '⟦养犬登记凭居委会盖章的养犬证明⟧。',
    ],
    good: [
      '居委会不再开具在世证明,由部门核验。',
      '凭户口簿即可,无需村里证明。',
      '毕业证明由学校教务处开具。',
      '健在与否由民政查库。',
    ],
  },
  find: wording({
    view: 'announced',
    when: [
      pattern(
        `[^□。;]{0,16}?${COMMITTEE}[^□。;,]{0,6}?(?:所)?${ISSUE}[^□。;,]{0,14}?${CERTIFICATE}`,
        `(?:须|要|应|凭|持|提供|提交|附|由)[^□。;,]{0,10}?${COMMITTEE}[^□。;,]{0,10}?证明`,
        `${COMMITTEE}(?:要|须|应|负责)?[^□。;,]{0,12}?(?:开具|出具|开)[^□。;,]{0,14}?证明`,
      ),
    ],
    unless: [
      { pattern: /不再|无需|不用|取消|即可|保留(?:清单|事项)|跑断腿/u, class: 'NEG', reason: '不要村级证明' },
      {
        pattern: /毕业证明|存款证明|银行|学校教务|医院(?:出具|开具)|救助家庭困难/u,
        class: 'OTHER',
        reason: '不是村级证明',
      },
    ],
  }),
});
