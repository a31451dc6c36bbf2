import { defineRule } from '../rule.ts';
import { pattern, together, wording } from '../wording.ts';

const SIGN =
  '(?:签(?:完|过|了)?[字名]|签完|手签|签批|签章|签好|亲签|盖章|加盖|盖[^□。;,]{0,6}?[章戳印]|用印|[盖戴敲]上?(?:大|公)?[章戳]|摁(?:上)?手印|签上[^□。;,]{0,3}名|签(?=个?[字名]|上|了)|[公红印]章|骑缝章|手印|指印|画押|签署|落款章)';
/** Turning the signed paper back into a file. */
const CAPTURE =
  '(?:扫描(?!二维码|枪|仪)|扫[成进回好]|拍(?:[照成下好给回]|过来|了发|一下|照片|图)(?!摄)|拍[^□。;,]{0,6}?(?=[发传][^□。;,]{0,6}?(?:群|我|来|回|邮箱))|电子扫描|做成PDF|转(?:成|为)?PDF|手机扫|拍[一1]?张|拍片|翻拍|影印|PDF|图片格式|回传(?:扫描|照片|图片))';

export const signStampScan = defineRule({
  id: 'report/sign-stamp-scan',
  title: '签章扫描',
  basis: [],
  message: '「{quote}」要打印、签章再扫描。',
  suggestion: '改收电子文档或电子签章；法律没有规定要盖章的不盖。',
  saves: 'sign',
  examples: {
    bad: [
      '⟦表格打印后由负责人签字并加盖公章,扫描成PDF回传⟧。',
      '⟦请签字盖章后拍照发给小王⟧。',
      '⟦打印件由校长签名、盖骑缝章,拍成图片回传⟧。',
    ],
    good: [
      '不用盖章,也不用扫描,直接发文档。',
      '付款凭证由经手人签字、盖章后扫描入账。',
      '今后能电子签章的,不再要求打印盖章再扫描。',
      '档案馆正在把民国档案扫描入库。',
    ],
  },
  find: wording({
    view: 'imposed',
    when: [together([SIGN, CAPTURE], 40), pattern(`${SIGN}(?:版|件|后)?的?(?:扫描件|PDF|照片|图片)`)],
    unless: [
      {
        pattern:
          /付款|报销|支付|入账|凭证|发票|合同|借款|公证|判决|裁定|处罚决定|票据|存单|租客|房东|病历|病案|(?:打印|复印)店|提供[^,。]{0,12}服务|申请人|身份证正反面|窗口/u,
        class: 'LAW',
        reason: '财务或法定凭证',
      },
      { pattern: /不用盖章|电子签章即|不再要求/u, class: 'NEG', reason: '写明不要盖章' },
    ],
  }),
});
