import { PICTURES } from '../phrases.ts';
import { defineRule } from '../rule.ts';
import { matchesIn, pattern } from '../wording.ts';

const PAPERS = `(?:会议纪要|纪要|会议记录|学习记录|记录本|签到表|签到册|签到簿|签到|签名单|合影|发言(?:提纲|稿|材料)|讲话稿|简讯|会议(?:照片|图片|材料|通知|议程|信息)|心得体会|学习笔记|会议台账|影像资料|${PICTURES})`;
const GATHERING = /会|学习|宣讲|传达|培训|主题党日|研讨|座谈|班子|动员/u;
const TO_US = '(?:报|交|送|寄|传|发|邮|打包|收|汇总|归集|备查|存档备|上传|反馈|提交|说话|附)';

const HANDED_UP = pattern(
  `(?:请|须|要|应|并)?(?:把|将|凭|附)?[^□。;,]{0,16}?${PAPERS}[^□。;]{0,24}?${TO_US}[^□。;,]{0,10}`,
  `(?:并|须|要|应|请)?(?:附|报送|上报|提交|上传|发送|寄送|交|报)[^□。;,]{0,14}?${PAPERS}[^□。;,]{0,8}`,
);

export const proofMaterials = defineRule({
  id: 'meeting/proof-materials',
  title: '会后交材料',
  basis: ['provisions-2024.traces'],
  message: '「{quote}」要求上交开会留下的材料。',
  suggestion: '会后不收材料；要知道开没开、听没听懂，上门问。',
  cues: '纪要 记录 签到 合影 发言 简讯 照片 图片 影像 视频 笔记 讲话稿 高清图 体会 签名单',
  saves: 'submit',
  examples: {
    bad: [
      '⟦会后请把合影和发言提纲寄县科协⟧。',
      '各村传达会开完后,⟦将会议记录、签到表、现场照片打包发镇办⟧。',
      '报送贯彻情况,⟦并附学习会图片2张、会议纪要1份⟧。',
    ],
    good: [
      '会后不用交记录、不用传照片。',
      '会议记录由本单位自行存档,不上报。',
      '大会合影已洗好,需要的同志到办公室领。',
      '不再把会议签到表作为考核依据。',
    ],
  },
  *find({ statements }) {
    const ofMeetings = statements.filter(({ raw, heading }) => GATHERING.test(raw) || GATHERING.test(heading));
    yield* matchesIn(ofMeetings, {
      view: 'imposed',
      when: [HANDED_UP],
      unless: [
        { pattern: /自行存档|自存|不上报|不(?:用|必|需)交|留存即可/u, class: 'OK', reason: '自行存档' },
        /学生|参赛|投稿|征集|庭审|执法|勘验|病历|婚礼|毕业照|笔录|业主|股东/u,
      ],
    });
  },
});
