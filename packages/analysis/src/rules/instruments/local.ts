import type { Confidence } from '../../report.ts';
import { clause, type Instrument } from './instrument.ts';

/** Rules of single places: sources of editable presets, never "the rule". */
export const LOCAL: readonly Instrument[] = [
  local(
    'jiangmen-2014',
    ['江门市', 2014],
    'verified',
    '视频会议不超过90分钟；全市性会议每年不超过20个、每个不超过2天；发言不超过5人，每人10分钟',
  ),
  local(
    'zhangjiajie-2022',
    ['张家界市', 2022],
    'verified',
    '周一和每月第二周原则上不开会；会议不超过120分钟；提前5个工作日报计划；一般不开到乡村',
  ),
  local(
    'hangzhou-2014',
    ['杭州市', 2014],
    'verified',
    '周三为无会日，上级、法定和应急会议除外，否则须两位主要领导批准',
  ),
  local('xuancheng-2017', ['宣城市', 2017], 'verified', '每月第二周为无会周，每年不少于8个'),
  local('guangzhou-2014', ['广州市', 2014], 'verified', '全市性会议每年不超过15个，每个不超过300人'),
  local('beijing-2009', ['北京市', 2009], 'reported', '报告不超过2000字、10分钟，其他发言不超过5分钟'),
  local('xiangyang', ['襄阳市', null], 'verified', '党委文件不超过5000字，办公室文件不超过4000字'),
  local('meishan-2009', ['眉山市', 2009], 'verified', '文件不超过3000字，上行文不超过1500字，信息不超过300字'),
  local('fengxian-2008', ['丰县', 2008], 'verified', '县文件不超过3000字，办公室文件不超过2000字，发言不超过5分钟'),
  local('worktip-r', ['某地工作规范', null], 'reported', '简报不超过800字；工作提示3个工作日内转为正式文件或者归档'),
  local(
    'gansu-2018',
    ['甘肃省', 2018],
    'verified',
    '督查检查考核市级压减三成、县级及以下压减五成；部门不得在自己的文件中设考核',
  ),
  local(
    'puer-2019',
    ['普洱市', 2019],
    'verified',
    '综合性督查每部门每年1次；计划外一事一报；不得改名、移位、扩围、拆分、打包计划事项',
  ),
  local('linli', ['临澧县', null], 'verified', '全县性督查须经县委办、县政府办共同批准'),
  local(
    'chengdu-2025',
    ['成都市', 2025],
    'verified',
    '对同一对象的检查一日1次、一周2次、一月3次以上的预警；同一人员一年内3次无结果检查的限制并说明理由（原针对企业）',
  ),
  local('henan-2025', ['河南省工业和信息化厅', 2025], 'verified', '公布各检查事项年度次数上限，多数为1次'),
  local('beijing-scan', ['北京市', null], 'verified', '检查前扫码，否则被检查企业有权拒绝（原针对企业）'),
  local('shenzhen-code', ['深圳市', null], 'verified', '检查前扫码，应急可补扫，检查后评价（原针对企业）'),
  local('longhua-rating', ['深圳市龙华区', null], 'verified', '评价匿名，被评单位不可见，直达其监督机关'),
  local('shandong-plaque', ['山东省', null], 'reported', '村（社区）门口4块、室内4块标牌；除公示外制度不上墙'),
  local('plaque-admission', ['某地挂牌准入办法', null], 'reported', '挂牌须经治理机构和民政部门同意'),
  local(
    'secondment-r',
    ['某省借调规定', null],
    'reported',
    '借调不超过6个月，续借提前10个工作日报备，累计不超过12个月，24个月内不再借调',
  ),
  local('sichuan-app', ['四川省', null], 'verified', '省、市各1个应用和账号，县、乡不建'),
  local('jiangsu-app', ['江苏省', null], 'verified', '应用统一登记；县以下不建服务类应用；逾期未迁移的停拨运维经费'),
  local('gaotai', ['高台县', null], 'verified', '账号或应用两个月未更新即为僵尸'),
  local('jiangxi-form', ['江西省', null], 'verified', '报表年度目录管理，目录外一事一报，只经一个平台'),
  local('jiangsu-form', ['江苏省', null], 'verified', '报表年度目录管理，目录外一事一报，只经一个平台'),
  local('qianxi-form', ['黔西市', null], 'verified', '未经批准的村级报表立即停止'),
  local('hotline-72h', ['某地热线办法', null], 'reported', '72小时答复，满意率不低于90%（作为不宜照搬的例子保留）'),
  local('linyi-hotline', ['临沂市', null], 'reported', '按季计分，设容错率，不合理诉求公开不予办理'),
  local('meizhou-quality', ['梅州市', null], 'verified', '公文质量58个扣分点，每季通报'),
  local('reverse-40', ['浙江（一篇评论）', null], 'reported', '基层评价权重四成'),
];

/** The official title is often not public: a record is named after its place and year. */
function local(
  key: string,
  [place, year]: readonly [place: string, year: number | null],
  confidence: Confidence,
  says: string,
): Instrument {
  return {
    key,
    title: `${place}地方做法${year === null ? '' : `（${year}年）`}`,
    number: null,
    issuer: place,
    issued: year === null ? null : String(year),
    inForce: null,
    status: 'local',
    officialPage: null,
    confidence,
    clauses: [clause('text', '', says, confidence)],
  };
}
