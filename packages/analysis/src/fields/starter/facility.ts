import { FACILITY_CONDITIONS } from './code-lists.ts';
import { elementsOf } from './elements-of.ts';

export const FACILITY = elementsOf(
  'facility',
  { source: '乡镇（街道）', updatePeriod: 'yearly', sharing: 'open', personal: 'none', legalBasis: null },
  {
    code: {
      name: '设施编号',
      aliases:
        '设备编号 设施编码 资产编号 设施代码 设备编码 点位编号 隐患点编号 工程编号 固定资产编号 隐患点统一编号 统一编号',
      definition: '管理单位赋予一处设施的唯一编号。',
      updatePeriod: 'once',
    },
    name: {
      name: '设施名称',
      aliases:
        '设备名称 工程名称 点位名称 场所名称 资产名称 桥梁名称 水库名称 山塘名称 水井名称 公厕名称 水利设施名称 隐患点名称 避险点名称 站点名称 电站名称 塘坝名称 场地名称 避难场所名称 桥名 厕所名称 供水工程名称 公园名称 广场名称 道路名称 路线名称 线路名称 公路名称 泵站名称 河道名称 河流名称 河段名称 河湖名称 渠道名称 景点名称 场馆名称 应急避难场所名称 水源地名称 水厂名称 充电站名称 避险场所名称',
      definition: '一处设施当前使用的名称。',
    },
    kind: {
      name: '设施类型',
      aliases:
        '设施类别 工程类型 设备类型 资产类别 设备类别 场所类型 点位类型 隐患点类型 避难场所类型 灾害点类型 公厕类型 桥梁类型 避险点类型 设备类型名称',
      definition: '一处设施按用途划分的种类，如桥梁、水井、山塘、消火栓、摄像头、公厕。',
    },
    place: {
      name: '设施位置',
      aliases:
        '设施地点 安装位置 安装地点 所在位置 具体位置 设施地址 点位位置 坐落位置 建设地点 地理位置 设置地点 具体地点 设施所在地 坐落地点 布设位置 设置位置 详细位置 点位地址 设施所处位置 所处位置 工程地点 项目地点 安放位置 工程位置 放置地点 放置位置 摆放位置 工程所在地',
      definition: '一处设施所在的详细地点。',
    },
    longitude: {
      name: '经度',
      aliases: '东经 经度坐标 位置经度',
      type: 'number',
      unit: '度',
      definition: '一处设施的位置在国家大地坐标系中的经度，以度计。',
      source: '自然资源',
      updatePeriod: 'once',
    },
    latitude: {
      name: '纬度',
      aliases: '北纬 纬度坐标 位置纬度',
      type: 'number',
      unit: '度',
      definition: '一处设施的位置在国家大地坐标系中的纬度，以度计。',
      source: '自然资源',
      updatePeriod: 'once',
    },
    condition: {
      name: '设施状况',
      aliases:
        '完好情况 设施现状 使用状况 运行状况 设备状态 完好状况 使用情况 运行情况 是否完好 设施完好情况 使用现状 运行状态 设施运行状况 运行现状 工程现状 工程运行状况 运行使用情况 资产状况 资产现状 完好程度 工程运行情况 设备完好情况 设备运行情况',
      type: 'choice',
      options: FACILITY_CONDITIONS,
      definition: '一处设施最近一次检查时的完好程度。',
      updatePeriod: 'quarterly',
    },
    'is-in-use': {
      name: '是否正常使用',
      aliases: '能否正常使用 是否正常运行 是否在用 是否投入使用 是否正常运转 是否在使用 是否能正常使用 是否可正常使用',
      type: 'boolean',
      definition: '一处设施在报告时点是否正常使用。',
      updatePeriod: 'quarterly',
    },
    owner: {
      name: '设施权属单位',
      aliases:
        '权属单位 产权单位 产权归属 所有权人 权属 产权所有单位 资产权属 权属性质 所有权单位 资产所有权 所有权归属',
      definition: '当前拥有一处设施的单位的名称。',
    },
    'managing-unit': {
      name: '管护单位',
      aliases:
        '管理单位 管护主体 运维单位 维护单位 养护单位 运营单位 管养单位 日常管护单位 管护责任单位 使用管理单位 运行管理单位 运行维护单位 维护管理单位 管理责任单位 管理维护单位 运维管理单位 管护责任主体单位',
      definition: '当前负责一处设施日常管护的单位的名称。',
    },
    'keeper-name': {
      name: '管护责任人',
      aliases:
        '管护人 管护员 责任人 管护人员 管护责任人姓名 巡查责任人 管理责任人 管理人员 管护员姓名 管理员 管理人 巡护员 看护人 监测人 监测责任人 设施管理员 管护负责人 维护人员 维护人 维护责任人 养护人 保洁责任人 看护人员 看管人 维护员 日常维护责任人 巡查管护责任人 养护责任人 保洁员姓名 运维人员 护林员姓名 护林员 河长姓名',
      definition: '当前负责一处设施日常管护的人的姓名。',
      personal: 'personal',
    },
    'keeper-phone': {
      name: '管护责任人电话',
      aliases:
        '管护人电话 责任人电话 管护责任人联系电话 责任人联系电话 管护员电话 管理员电话 管理人电话 监测人电话 监测责任人电话 管护人联系电话 巡查责任人电话 管理员联系电话 维护电话',
      type: 'phone',
      definition: '当前负责一处设施日常管护的人使用的电话号码。',
      sharing: 'conditional',
      personal: 'personal',
    },
    built: {
      name: '设施建成日期',
      aliases:
        '建成时间 建成日期 建设时间 竣工时间 建设年份 安装时间 建成年度 竣工日期 安装日期 建设年度 投入使用时间 建造时间 建成投用时间 建成投产时间 投用时间 建设完成时间 建成投入使用时间 工程竣工时间 建成使用时间 投产时间 工程建成时间 竣工年份 启用时间 投运时间 建设竣工时间',
      type: 'date',
      definition: '一处设施建成或者安装完成的日期。',
      updatePeriod: 'once',
    },
    cost: {
      name: '建设投资',
      aliases:
        '总投资 投资金额 建设资金 项目总投资 投资额 投资规模 工程投资 工程总投资 工程造价 建设总投资 建设成本 总造价 工程投资额 建设费用',
      type: 'number',
      unit: '万元',
      definition: '建成一处设施的全部投资，以万元计。',
      updatePeriod: 'once',
    },
    'funding-source': {
      name: '资金来源',
      aliases: '建设资金来源 投资来源 项目资金来源 资金渠道 建设资金渠道 投资渠道 资金来源渠道 资金来源类型',
      definition: '建成一处设施的资金的来源渠道。',
      updatePeriod: 'once',
    },
    inspected: {
      name: '最近检查日期',
      aliases:
        '巡检日期 检查日期 巡查日期 检查时间 最近巡查时间 巡检时间 最近检查时间 巡查时间 最近巡检时间 最后检查时间 上次巡检时间 巡查日 检查日',
      type: 'date',
      definition: '一处设施最近一次被检查的日期。',
      updatePeriod: 'monthly',
    },
    inspector: {
      name: '检查人',
      aliases: '检查人员 巡检人 巡查人 巡查人员 检查人姓名 巡查员 巡检员 巡检人员',
      definition: '最近一次检查一处设施的人的姓名。',
      updatePeriod: 'monthly',
      personal: 'personal',
    },
    capacity: {
      name: '设计规模',
      aliases:
        '装机容量 设计供水规模 处理能力 库容 设计库容 建设规模 规模 总库容 供水能力 设计能力 日处理能力 供水规模 蓄水量 装机规模 处理规模 日供水量 设计处理规模 容积 蓄水能力 蓄水容量 最大容纳量 设计供水能力 日供水能力 设计日处理能力',
      definition: '一处设施的设计能力，写明数值和计量单位。',
      updatePeriod: 'once',
    },
    length: {
      name: '设施长度',
      aliases:
        '桥梁长度 渠道长度 道路长度 长度 桥长 管道长度 桥梁全长 桥梁总长 渠道总长 路线长度 管网长度 全长 河道长度 河段长度 道路里程 线路长度 公路里程',
      type: 'number',
      unit: '米',
      definition: '一处线状设施的总长度，以米计。',
      updatePeriod: 'once',
    },
    width: {
      name: '设施宽度',
      aliases: '路面宽度 桥面宽度 宽度 桥宽 路宽 路基宽度 路面宽 渠道宽度',
      type: 'number',
      unit: '米',
      definition: '一处线状设施的平均宽度，以米计。',
      updatePeriod: 'once',
    },
    depth: {
      name: '井深',
      aliases: '水井深度 机井深度 水井井深 井深度',
      type: 'number',
      unit: '米',
      definition: '一眼水井从井口到井底的深度，以米计。',
      source: '水利',
      updatePeriod: 'once',
    },
    'area-covered': {
      name: '设施占地面积',
      aliases: '占地面积 场地面积 设施用地面积 设施占地 场所占地面积 广场面积 场地占地面积',
      type: 'number',
      unit: '平方米',
      definition: '一处设施当前占用的土地面积，以平方米计。',
      updatePeriod: 'once',
    },
    'people-served': {
      name: '受益人数',
      aliases:
        '受益人口 服务人口 供水人口 覆盖人口 受益人口数 服务人数 覆盖人数 供水人数 惠及人数 受益总人口 受益群众人数 受益群众数 设计供水人口 供水服务人口',
      type: 'number',
      unit: '人',
      definition: '一处设施在报告时点服务的人数，以人计。',
    },
    'households-served': {
      name: '受益户数',
      aliases: '服务户数 供水户数 覆盖户数 受益农户数 惠及户数 受益户 供水户',
      type: 'number',
      unit: '户',
      definition: '一处设施在报告时点服务的户数，以户计。',
    },
    'people-threatened': {
      name: '威胁人数',
      aliases: '受威胁人数 威胁人口 受威胁人口 受灾害威胁人数',
      type: 'number',
      unit: '人',
      definition: '一处灾害隐患点在报告时点直接威胁的人数，以人计。',
      source: '自然资源',
    },
    'households-threatened': {
      name: '威胁户数',
      aliases: '受威胁户数 威胁农户数 受威胁户 威胁户 受灾害威胁户数',
      type: 'number',
      unit: '户',
      definition: '一处灾害隐患点在报告时点直接威胁的户数，以户计。',
      source: '自然资源',
    },
    count: {
      name: '设施数量',
      aliases: '设备数量 安装数量 设施个数 物资数量 设备台数',
      type: 'number',
      unit: '个',
      definition: '同一处同一类设施在报告时点的数量，以个计。',
    },
    photo: {
      name: '设施照片',
      aliases: '现场照片 设施图片 现状照片 设施现场照片',
      type: 'file',
      definition: '一处设施最近一次检查时拍摄的照片。',
    },
  },
);
