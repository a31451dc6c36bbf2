import { clause, type Clause, type Instrument } from './instrument.ts';

/** Not law here: the published models of three mechanisms. */
export const FOREIGN: readonly Instrument[] = [
  foreign('pra-3507', '美国《文书削减法》，美国法典第44编第3507节', '美国国会', [
    clause('control-number', '§3507', '未经审查、公告和批准并在表上标明控制号，不得收集信息', 'verified'),
  ]),
  foreign('pra-3512', '美国《文书削减法》，美国法典第44编第3512节', '美国国会', [
    clause('no-penalty', '§3512', '未标明有效控制号的，不得因拒不答复而处罚', 'verified'),
  ]),
  foreign('pra-renewal', '美国《文书削减法》续期程序', '美国管理和预算办公室', [
    clause('hours', '', '逐项登记负担小时数，续期时比较；征求意见60天加30天', 'verified'),
    clause('three-years', '', '批准有效期不超过三年', 'unverified'),
  ]),
  foreign('icb', '美国信息收集年度预算', '美国管理和预算办公室', [
    clause('violations', '', '每年公布总小时数、增减来源和各机构违规清单', 'verified'),
  ]),
  foreign('scm', '标准成本模型', '国际标准成本模型工作组', [
    clause('formula', '', '负担等于单次时间乘以人数和频次，按信息义务和数据要求逐项相加', 'verified'),
  ]),
  foreign('sdl', '英国单一数据清单', '英国中央政府（英格兰）', [
    clause('list', '', '地方须报送的数据列入一张清单，未列入且无经费的可以不报，每年复核', 'verified'),
  ]),
  foreign('new-burdens', '英国新增负担原则', '英国中央政府', [
    clause('funding', '', '加给地方的净新增成本须评估并由中央负担', 'reported'),
  ]),
];

function foreign(key: string, title: string, issuer: string, clauses: readonly Clause[]): Instrument {
  return {
    key,
    title,
    number: null,
    issuer,
    issued: null,
    inForce: null,
    status: 'foreign',
    officialPage: null,
    confidence: clauses.every(({ confidence }) => confidence === 'reported') ? 'reported' : 'verified',
    clauses,
  };
}
