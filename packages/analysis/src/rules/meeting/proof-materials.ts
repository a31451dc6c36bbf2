import { defineRule } from '../rule.ts';
import { matchesIn, together, type Wording } from '../wording.ts';
import { isAboutMeeting } from './gatherings.ts';

const PAPERS =
  '(?:纪要|会场的?[图照]|学习体会|(?:开会|会议|会场|学习|传达|现场|到会)的?(?:短|小)?(?:视频|图像|佐证|花名册|实况)|佐证(?:图片|材料|照片)?|简报|参会(?:人员)?名册|花名册|(?:会议|学习|传达|发言)[^□。;,、]{0,14}?记录|党员大会[^□。;,]{0,4}?记录|会议(?:记录)?本|记录本|(?<!定位|系统|刷卡|人脸|平台|补|须)签到(?=[、册表簿单,和及。;一]|$)|签名[单册表]|合影|发言(?:提纲|稿|材料|摘要)|讲话稿|简讯|会议(?:照片|图片|材料|通知|议程|信息|方案)|心得(?:体会)?|学习笔记|会议台账|影像资料|录音|全景照|现场图|照片|相片|图片|高清图|录像|(?<![网智])(?<!监控|网络|智能)视频(?=$|[,、。;发传上]|资料|片段|和|及|各|回)|影像(?=$|[,、。;]))';
const GATHERING = /学习(?!机|算法|平台)|召开|传达|主题党日|研讨|座谈|班子|动员/u;
const TO_US =
  '(?:上报|报送|报(?![告纸道名到表销批])|交(?![流通叉待头])|送(?!别)|寄|(?<![宣流])传(?![达染统真感])|(?<![印研开])发(?![言展放现生动布票])|邮|打包|收(?![看听获到])|汇总|归集|备查|备案|存档备|上传|反馈|提交|回传|销号|为证|佐证|附[上带]?|上墙|视为(?:没|未))';

const HANDED_UP = together([PAPERS, TO_US], 34);
const UNLESS: Wording['unless'] = [
  {
    pattern: /自行存档|自存|自己(?:保存|留存)|不上报|不(?:用|必|需)交|留存即可|存档即可/u,
    class: 'OK',
    reason: '自行存档',
  },
  /学生|参赛|投稿|征集|庭审|执法|勘验|病历|病程|婚礼|毕业照|笔录|(?<!企)业主|股东|村民委员会保存|得\d+分|记?\d分|扣\d|领取|索要|秘书处|会务组(?:负责|统一)|家长|报名|点播|回看|一寸|免冠|证件照|考核组|迎检|督导组|会务人员|影友|医学影像|远程医|GPS|摄像|报会务组|参会领导|学习(?:完成|记录截图)|已(?:洗|印发|于)/u,
];
const OF_MEETINGS: Wording = { view: 'announced', when: [HANDED_UP], unless: UNLESS };

export const proofMaterials = defineRule({
  id: 'meeting/proof-materials',
  title: '会后交材料',
  basis: ['provisions-2024.traces'],
  message: '「{quote}」要求上交开会留下的材料。',
  suggestion: '会后不收材料；要知道开没开、听没听懂，上门问。',
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
  *find({ statements, document }) {
    const ofMeetings = statements.filter(
      (one) => isAboutMeeting(one, document) || GATHERING.test(one.raw) || GATHERING.test(one.heading),
    );
    yield* matchesIn(ofMeetings, OF_MEETINGS);
  },
});
