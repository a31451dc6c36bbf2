/** Fragments of patterns on visits from above: regular-expression source, each wrapped in a group. */

/** Looking at how things stand, by going there. */
export const LOOKING =
  '(?:督查(?![室科办员局])|督导(?![室科])|督察|检查(?![室站])|巡查|巡检|抽查|抽检|暗访|明察|核查|复查|排查|普查|飞检|查验|走查|评查|联查|察看|查看|翻看|回头看|拉网|清查|验收|突查|过一遍|(?<![调审侦普抽复核排清走评巡检督飞])查(?![询找阅收明清获处封办实验看对账]))';

/** Judging by marks; only a visit where somebody goes. */
export const JUDGING = '(?:考核|考评|评估|测评|评议|评比|验收)';

/** Those who come. */
export const VISITORS =
  '(?:(?:督查|督导|督察|检查|考核|考评|巡查|巡察|暗访|评估|评审|验收|核查|调研|观摩|考察|参观|工作|视察|测评|回访|迎检)(?:小)?(?:组|团|队|专班|人员|专家)|领导|上级|专家|来宾|上头|[省市县厅局]里(?:来|派|下))';

/** Units below that are visited, ranked or graded, by kind. */
export const VISITED =
  '(?:乡镇|镇街|街镇|街道|[各全逐本该一二三四五六七八九十\\d](?:个)?[乡镇村校站所园点院队店家户]|[乡镇村]里|的[乡镇村校站所](?![委容长民])|[乡镇村]书记|行政村|社区|中心校|小学|中学|学校|幼儿园|园区|卫生院|卫生室|派出所|敬老院|养老(?:院|机构)|医院|病区|科室|企业|工地|商户|商铺|门店|网点|大厅|窗口|库点|林场|农场|小区|网格|市场|公厕|食堂|居委会|村委会|支部|单位|加油站|点位|河段|卡口|基层|两岸)';

/** A near date or a stretch of days on which somebody sets out. */
export const SOON =
  '(?:[下本这]周(?![期边])|[下本]月|下旬|中旬|上旬|月底|年底|明[天日早儿晚]|后[天日]|今[天日](?:下午|上午)|近期|近日|即日|自[^,。;□]{1,12}起|从[^,。;□]{1,8}起|[\\d一二三四五六七八九十]+月[\\d一二三四五六七八九十廿]+[日号]?|\\d+日|[\\d一二三四五六七八九十]+月[份上中下底初]|定于|拟于|将于|临时|节前|节后|汛前|季末)';
