import type { Statement } from '../../document/statements.ts';
import { defineRule } from '../rule.ts';
import { matchesIn, pattern, together, type Wording } from '../wording.ts';

const SOFTWARE =
  '(?:APP|App|app|小程序|应用程序|快应用|"应用|软件|平台|客户端|系统|公众号|移动端|H5|"[^",]{1,8}(?:通|码|云|管家|宝|帮|E?家|站|圈|[eE])"|应用(?=[,的"]|上线|系统|尚|$))';
const LOWER =
  '(?:[\\p{Script=Han}]镇(?!痛|静)|[乡镇][里办]|[本我][镇乡村校院站所]|乡镇|街道|村里|村委|村自|(?<![开进])社区(?!服刑)|卫生院|学校|中心校|完小|幼儿园|[农林水][\\p{Script=Han}]站|[中小]学(?!思)|医共体|园区|管委会|分局|县[\\p{Script=Han}]{1,4}(?:局|办|中心))';
const BUILT =
  '(?:自建|自主开发|自行开发|自主研发|自行研发|自研|委托[^□。;,]{0,10}开发|另行开发|新?开发了?(?!区|利用)|搭建了?|搭了?[一个"]|新上|买了?|采购了?|上线|推出|研发了?|新[做建]|自己[^□。;,"]{0,4}?[做搭建编]|自费[^□。;,]{0,4}?[做搭建]|[做写编搞弄](?:了|出)?[一个]|找[^□。;,]{0,8}?(?:做|开发|搭)了?|定制了|定制)';
const UNFILED =
  '(?:(?:未|没有?|无|尚未|暂无|未走|还没|不曾)[^□。;,]{0,5}?备案(?:编?号|手续)?|(?:正在|还在|正)(?:走|补|跑|等|办理?)着?备案|走着?备案|备案(?:编?号|手续)?[^□。;,]{0,4}?(?:后补|补办|待批|正在办理|办理中|申请中|走流程|走程序|审批中|补一下|没批|没下来|[还没未]+办|没有|暂无|再说))';
const USED =
  '(?:启用|使用|投用|试用|用起来|先用|上线|试运行|推广|推开|推行|安装|注册|登录|上面[记报填]|都走|走这个|用着|停用|报事|上报|填报|通过其)';

const DEMANDED = new RegExp(`${USED}|换成|[录填用]|派单|接单|流转|上传|登记|打卡|在[它上里]`, 'u');
const BUILT_BELOW = pattern(
  `${LOWER}[^□。;,]{0,10}?${BUILT}[^□。;,]{0,16}?${SOFTWARE}`,
  `${SOFTWARE}[^□。;,]{0,6}?[由系是为][^□。;,]{0,4}?${LOWER}[^□。;,]{0,6}?${BUILT}`,
);
const WORDING: Wording = {
  view: 'announced',
  when: [
    BUILT_BELOW,
    together([UNFILED, `(?:${SOFTWARE}|该应用|教师|${USED})`], 34),
    together(['(?:新做|新建|新开发|自建|自研)的?', SOFTWARE, USED], 34),
  ],
  unless: [
    {
      pattern: /已(?:完成)?备案|已[^,。]{0,6}(?:下线|关停)|备案号[:为]|旧(?:的)?(?:应用|平台)同时关停/u,
      class: 'MERGED',
      reason: '已备案',
    },
    /合作社|社员|课程|房地产|开发区(?!管委会)|土地开发|旅游开发|公司(?:自建|自主开发)|企业(?:自建|自主开发|开发)|开发票|产品上线|社团|表上|药|消防/u,
  ],
};

export const unfiledApp = defineRule({
  id: 'platform/unfiled-app',
  title: '未备案应用',
  basis: ['app-2026.scope', 'app-2026.filing'],
  message: '「{quote}」用的是县以下自建或没有备案号的应用。',
  suggestion: '用已备案的平台；确需的由县级以上建设并先备案。',
  register: '应用备案库',
  saves: 'install',
  examples: {
    bad: [
      '⟦本镇自主开发"微网格"小程序(未备案)⟧,各村5月1日起启用。',
      '⟦街道办上线"幸福桥西"APP⟧,社区工作者全部使用。',
      '⟦江湾镇自建"茶管家"小程序⟧,各茶农村即日启用。',
    ],
    good: [
      '合作社给自家社员做了个记账小程序。',
      '乡镇不得自建应用。',
      '平台已完成备案(备案号:政应2026001)。',
      '学校开发校本课程。',
    ],
  },
  *find({ statements }) {
    for (const statement of statements) {
      const [match = null] = matchesIn([statement], WORDING);
      if (match) yield match;
      else if (tellsThenDemands(statement))
        yield* matchesIn([statement], { ...WORDING, view: 'raw', when: [BUILT_BELOW] });
    }
  },
});

/** What was built is told as done, and silent; that all must use it stands beside it. */
function tellsThenDemands({ clauses, announced }: Statement): boolean {
  return (
    clauses.some(({ stance }) => stance === 'report') &&
    clauses.every(({ stance }) => stance === 'report' || stance === 'impose') &&
    DEMANDED.test(announced)
  );
}
