import { defineRule } from '../rule.ts';
import { pattern, together, wording } from '../wording.ts';

const COMMITTEE =
  '(?:村委会|居委会|村\\([居社区]+\\)(?:委会)?|村居委会|村民委员会|居民委员会|社区|[村镇]里|村级|各村|村居|回村|村两委|村支部|基层组织|所在村|所在地村|到村)';
const CERTIFICATE =
  '(?:(?<!事实|实践|充分|足以)证明(?!材料清单|,|了)|证明(?=[,。;]|$)|(?:表现|政治|品行|思想)[^□。;,]{0,4}?鉴定|写张[^□。;,]{0,8}?证明)';
const ISSUE = '(?:出具|开具|开|出|拿|盖|提供|盖章|签章|加盖|开出|写|带上|凭|持|附|须|应|由|证明其)';

export const villageCertificate = defineRule({
  id: 'task/village-certificate',
  title: '村级证明',
  basis: ['cert-2020.list'],
  message: '「{quote}」要村（居）委会开不该由它开的证明。',
  suggestion: '由主管部门查库核验，或改用承诺。',
  cues: '证明 鉴定',
  saves: 'sign',
  examples: {
    bad: [
      '⟦办理补贴须提供村委会出具的未婚证明⟧。',
      '⟦由居委会证明其无犯罪记录⟧,方可上岗。',
      '申领助餐补贴的老人,⟦凭居委会所开健在证明办理⟧。',
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
      together([COMMITTEE, CERTIFICATE, ISSUE], 34),
      pattern(`${COMMITTEE}(?:要|须|应|负责)?[^□。;,]{0,4}?证明(?:其|他|她|本人)`),
    ],
    unless: [
      {
        pattern:
          /不再|无需|不用|取消|证明材料清单|保留(?:清单|事项)|跑断腿|(?:派出所|医疗机构|公安机关|用人单位)(?:出具|开具|办理)/u,
        class: 'NEG',
        reason: '不要村级证明',
      },
      {
        pattern: /毕业证明|存款证明|学校教务|医院(?:出具|开具)|事实证明|实践证明|居住证明?办理|流动人口/u,
        class: 'OTHER',
        reason: '不是村级证明',
      },
    ],
  }),
});
